import {
  type Block,
  blocksOf,
  type Origin,
  type Section,
} from "#app/domain/talking-points/talking-points.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import {
  type BlockTarget,
  type Done,
  describeWriting,
  type Gone,
  type PaperTarget,
  type Stale,
} from "./talking-points-target.server.ts";
import { findPaper } from "./talking-points-text.server.ts";

/** Adds a block at the end of its section. */
export async function addBlock(
  change: Change,
  target: PaperTarget,
  block: Omit<Block, "id">,
): Promise<Done | Gone> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const id = newId();
  await insertBlock(change, paper.id, { ...block, id }, await nextPosition(change, paper.id, block.section));
  describeWriting(change, target, "added to", `Added to “${block.section}”`, id);
  return { ok: true };
}

/** Saves the words of a block. With `origin`, the words are taken over from there anew. */
export async function editBlock(
  change: Change,
  target: BlockTarget,
  words: { heading: string; text: string; origin: Origin | null },
  version: number,
): Promise<Done | Gone | Stale> {
  if ((await findBlock(change, target)) === null) return { ok: false, reason: "not-found" };
  const { heading, text, origin } = words;
  const patch = { heading, text, ...(origin === null ? {} : originColumns(origin)) };
  const updated = await change.update("talking_points_block", target.blockId, patch, version);
  if (!updated.ok) return updated;
  describeWriting(change, target, "edited", "Saved the wording", target.blockId);
  return { ok: true };
}

/** Takes a block out of the paper. Refuses one that somebody has changed since the page was shown. */
export async function removeBlock(
  change: Change,
  target: BlockTarget,
  version: number,
): Promise<Done | Gone | Stale> {
  const found = await findBlock(change, target);
  if (found === null) return { ok: false, reason: "not-found" };
  if (found.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  await change.remove("talking_points_block", target.blockId);
  describeWriting(change, target, "shortened", `Removed from “${found.block.section}”`, null);
  return { ok: true };
}

/** Moves a block one place up or down within its section. At the end of the section it stays where it is. */
export async function moveBlock(
  change: Change,
  target: BlockTarget,
  direction: "up" | "down",
): Promise<Done | Gone> {
  const found = await findBlock(change, target);
  if (found === null) return { ok: false, reason: "not-found" };
  const ids = blocksOf(found.paper.text, found.block.section).map((block) => block.id);
  const from = ids.indexOf(target.blockId);
  const [moved] = ids.splice(from, 1);
  if (moved !== undefined) ids.splice(Math.max(0, direction === "up" ? from - 1 : from + 1), 0, moved);
  for (const [position, id] of ids.entries()) {
    await change.update("talking_points_block", id, { position }, null);
  }
  describeWriting(change, target, "reordered", `Moved ${direction}`, target.blockId);
  return { ok: true };
}

/** Cites a proof point of the campaign under a block, after those that stand there. Cited already, it stays. */
export async function citeProofPoint(
  change: Change,
  target: BlockTarget,
  proofPointId: string,
): Promise<Done | Gone> {
  const found = await findBlock(change, target);
  const proofPoint = await change.read
    .selectFrom("proof_point")
    .select("code")
    .where("id", "=", proofPointId)
    .where("campaign_id", "=", target.campaignId)
    .executeTakeFirst();
  if (found === null || proofPoint === undefined) return { ok: false, reason: "not-found" };
  const cited = found.block.footnotes;
  if (!cited.some((footnote) => footnote.proofPointId === proofPointId)) {
    await insertFootnote(
      change,
      target.blockId,
      proofPointId,
      await nextFootnotePosition(change, target.blockId),
    );
  }
  describeWriting(change, target, "sourced", `Cited ${proofPoint.code}`, target.blockId);
  return { ok: true };
}

/** Takes a footnote away from a block. */
export async function dropFootnote(
  change: Change,
  target: BlockTarget,
  proofPointId: string,
): Promise<Done | Gone> {
  if ((await findBlock(change, target)) === null) return { ok: false, reason: "not-found" };
  const footnote = await change.read
    .selectFrom("talking_points_footnote")
    .select("id")
    .where("talking_points_block_id", "=", target.blockId)
    .where("proof_point_id", "=", proofPointId)
    .executeTakeFirst();
  if (footnote === undefined) return { ok: false, reason: "not-found" };
  await change.remove("talking_points_footnote", footnote.id);
  describeWriting(change, target, "sourced", "Took a source away", target.blockId);
  return { ok: true };
}

async function findBlock(change: Change, { campaignId, paperId, blockId }: BlockTarget) {
  const paper = await findPaper(change.read, campaignId, paperId);
  const block = paper?.text.blocks.find((one) => one.id === blockId);
  const version = paper?.blockVersions[blockId];
  return paper && block && version !== undefined ? { paper, block, version } : null;
}

/** Puts a block with its footnotes into a paper; whoever calls describes the change. */
export async function insertBlock(
  change: Change,
  paperId: string,
  block: Block,
  position: number,
): Promise<void> {
  const { id, section, heading, text, origin, footnotes } = block;
  await change.insert("talking_points_block", {
    id,
    talking_points_id: paperId,
    section,
    position,
    heading,
    text,
    ...originColumns(origin),
  });
  for (const [at, footnote] of footnotes.entries())
    await insertFootnote(change, id, footnote.proofPointId, at);
}

async function insertFootnote(change: Change, blockId: string, proofPointId: string, position: number) {
  await change.insert("talking_points_footnote", {
    id: newId(),
    talking_points_block_id: blockId,
    proof_point_id: proofPointId,
    position,
  });
}

/** The words of a framing come from its message: whoever looks for the message's words finds them too. */
function originColumns(origin: Origin) {
  const nothing = { origin_id: null, origin_revision_id: null, origin_framing_id: null, origin_text: "" };
  if (origin.kind === "own words") return { ...nothing, origin_kind: origin.kind };
  const { kind, id, text: origin_text } = origin;
  if (kind === "framing") {
    const { messageId: origin_id, revisionId: origin_revision_id } = origin;
    const of = { origin_id, origin_revision_id, origin_framing_id: id };
    return { ...of, origin_kind: "key message" as const, origin_text };
  }
  const origin_revision_id = kind === "key message" ? origin.revisionId : null;
  return { ...nothing, origin_kind: kind, origin_id: id, origin_revision_id, origin_text };
}

async function nextPosition(change: Change, paperId: string, section: Section): Promise<number> {
  const row = await change.read
    .selectFrom("talking_points_block")
    .select((eb) => eb.fn.max("position").as("last"))
    .where("talking_points_id", "=", paperId)
    .where("section", "=", section)
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}

async function nextFootnotePosition(change: Change, blockId: string): Promise<number> {
  const row = await change.read
    .selectFrom("talking_points_footnote")
    .select((eb) => eb.fn.max("position").as("last"))
    .where("talking_points_block_id", "=", blockId)
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}
