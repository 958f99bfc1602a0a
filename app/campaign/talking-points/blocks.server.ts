import {
  type Block,
  blocksOf,
  type NewBlock,
  type Origin,
  type Section,
} from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import {
  attachFootnote,
  detachFootnote,
  fitFootnotesToMarks,
  insertFootnotes,
  replaceFootnotes,
  type Uncitable,
} from "./talking-points-footnotes.server.ts";
import {
  type BlockTarget,
  describeWriting,
  type Frozen,
  findOpenPaper,
  type PaperTarget,
} from "./target.server.ts";

/** Adds a block at the end of its section, citing the proof points whose marks stand in its text. */
export async function addBlock(
  change: Change,
  target: PaperTarget,
  block: NewBlock,
): Promise<Done | Gone | Frozen | Uncitable> {
  const open = await findOpenPaper(change, target);
  if (!open.ok) return open;
  const id = newId();
  const { campaignId } = target;
  await insertBlock(
    change,
    open.paper,
    { ...block, id, isJudgement: false },
    nextPosition(open.paper, block.section),
  );
  const fitted = await fitFootnotesToMarks(change, { campaignId, blockId: id, text: block.text });
  if (!fitted.ok) return fitted;
  return describeWriting(change, target, "added to", `Added to “${block.section}”`, id);
}

/** Saves the words of a block, with the footnotes that they mark. With `origin`, they are taken over from there anew. */
export async function editBlock(
  change: Change,
  target: BlockTarget,
  words: { heading: string; text: string; origin: Origin | null },
  version: number,
): Promise<Done | Gone | Stale | Frozen | Uncitable> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  const { heading, text, origin } = words;
  const patch = { heading, text, ...(origin === null ? {} : originColumns(origin)) };
  const updated = await change.update("talking_points_block", target.blockId, patch, version);
  if (!updated.ok) return updated;
  const fitted = await fitFootnotesToMarks(change, { ...target, text });
  if (!fitted.ok) return fitted;
  return describeWriting(change, target, "edited", "Saved the wording", target.blockId);
}

/** Says that a block is our judgement, or takes that back: it is no part of the words that are cleared. */
export async function markAsJudgement(
  change: Change,
  target: BlockTarget,
  isJudgement: boolean,
): Promise<Done | Gone | Frozen> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  await change.update("talking_points_block", target.blockId, { is_judgement: isJudgement ? 1 : 0 }, null);
  const summary = isJudgement ? "Marked as judgement" : "No longer marked as judgement";
  return describeWriting(change, target, "sourced", summary, target.blockId);
}

/** Takes a block out of the paper. Refuses one that somebody has changed since the page was shown. */
export async function removeBlock(
  change: Change,
  target: BlockTarget,
  version: number,
): Promise<Done | Gone | Stale | Frozen> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  if (found.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  await change.remove("talking_points_block", target.blockId);
  return describeWriting(change, target, "shortened", `Removed from “${found.block.section}”`, null);
}

/** Moves a block one place up or down within its section. At the end of the section it stays where it is. */
export async function moveBlock(
  change: Change,
  target: BlockTarget,
  direction: "up" | "down",
): Promise<Done | Gone | Frozen> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  const ids = blocksOf(found.paper.text, found.block.section).map((block) => block.id);
  const from = ids.indexOf(target.blockId);
  const [moved] = ids.splice(from, 1);
  if (moved !== undefined) ids.splice(Math.max(0, direction === "up" ? from - 1 : from + 1), 0, moved);
  for (const [position, id] of ids.entries()) {
    await change.update("talking_points_block", id, { position }, null);
  }
  return describeWriting(change, target, "reordered", `Moved ${direction}`, target.blockId);
}

/** Cites a proof point of the campaign, by its code, under a block, after those that stand there. */
export async function citeProofPoint(
  change: Change,
  target: BlockTarget,
  code: string,
): Promise<Done | Gone | Frozen | Uncitable> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  const attached = await attachFootnote(change, target, code);
  if (!attached.ok) return attached;
  return describeWriting(change, target, "sourced", `Cited ${code}`, target.blockId);
}

/** Takes a footnote away from a block, unless its mark stands in the text. */
export async function dropFootnote(
  change: Change,
  target: BlockTarget,
  proofPointId: string,
): Promise<Done | Gone | Frozen | { ok: false; reason: "mark-in-text" }> {
  const found = await findBlock(change, target);
  if (!found.ok) return found;
  const detached = await detachFootnote(change, found.block, proofPointId);
  if (!detached.ok) return { ok: false, reason: detached.reason };
  return describeWriting(change, target, "sourced", "Removed a source", target.blockId);
}

async function findBlock(change: Change, target: BlockTarget) {
  const open = await findOpenPaper(change, target);
  if (!open.ok) return open;
  const block = open.paper.text.blocks.find((one) => one.id === target.blockId);
  const version = open.paper.blockVersions[target.blockId];
  if (block === undefined || version === undefined) return { ok: false, reason: "not-found" } as const;
  return { ok: true, paper: open.paper, block, version } as const;
}

/** Puts a block with its footnotes into a paper; whoever calls describes the change. */
export async function insertBlock(
  change: Change,
  paper: { id: string; campaignId: string },
  block: Block,
  position: number,
): Promise<void> {
  await change.insert("talking_points_block", {
    id: block.id,
    talking_points_id: paper.id,
    ...blockColumns(block, position),
  });
  await insertFootnotes(change, paper.campaignId, block);
}

/** Makes the blocks of a paper exactly the given ones, in their order: what is gone comes back under its old id. */
export async function replaceBlocks(
  change: Change,
  paper: StoredPaper,
  blocks: readonly Block[],
): Promise<void> {
  for (const { id } of paper.text.blocks)
    if (!blocks.some((block) => block.id === id)) await change.remove("talking_points_block", id);
  for (const [position, block] of blocks.entries()) {
    if (paper.blockVersions[block.id] === undefined) {
      await insertBlock(change, paper, { ...block, footnotes: [] }, position);
    } else {
      await change.update("talking_points_block", block.id, blockColumns(block, position), null);
    }
    await replaceFootnotes(change, block);
  }
}

function blockColumns({ section, heading, text, origin, isJudgement }: Block, position: number) {
  const is_judgement = isJudgement ? (1 as const) : (0 as const);
  return { section, position, heading, text, is_judgement, ...originColumns(origin) };
}

/** The words of a framing come from its message: whoever looks for the message's words finds them too. */
function originColumns(origin: Origin) {
  const nothing = {
    origin_id: null,
    origin_revision_id: null,
    origin_framing_id: null,
    origin_text: "",
    origin_is_words_to_say: 0 as const,
  };
  if (origin.kind === "own words") return { ...nothing, origin_kind: origin.kind };
  const { kind, id, text: origin_text } = origin;
  if (kind === "framing") {
    const { messageId: origin_id, revisionId: origin_revision_id } = origin;
    const of = { origin_id, origin_revision_id, origin_framing_id: id };
    return { ...nothing, ...of, origin_kind: "key message" as const, origin_text };
  }
  const origin_revision_id = kind === "key message" ? origin.revisionId : null;
  const origin_is_words_to_say = kind === "objection" && origin.isWordsToSay ? (1 as const) : (0 as const);
  const of = { origin_kind: kind, origin_id: id, origin_revision_id };
  return { ...nothing, ...of, origin_text, origin_is_words_to_say };
}

/** Positions are only compared within a section. */
function nextPosition(paper: StoredPaper, section: Section): number {
  return Math.max(
    0,
    ...blocksOf(paper.text, section).map((block) => (paper.blockPositions[block.id] ?? 0) + 1),
  );
}
