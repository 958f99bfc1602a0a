import type { Block, Footnote } from "#app/campaign/paper-text/paper.ts";
import { citedCodes } from "#app/text/marks.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";

/** A mark or a code that names no proof point that this campaign may cite. */
export type Uncitable = { ok: false; reason: "code-unknown" | "code-retired"; codes: readonly string[] };

type Row = { id: string; code: string; proofPointId: string; isByMark: boolean; position: number };

/**
 * Makes the footnotes of a block fit the marks in its text: a mark of a proof point of the campaign makes one, and a
 * footnote that only its mark had made goes with the mark. Refuses a code that the campaign does not have, or that is
 * retired and was not cited here before; nothing has been written then.
 */
export async function fitFootnotesToMarks(
  change: Change,
  { campaignId, blockId, text }: { campaignId: string; blockId: string; text: string },
): Promise<{ ok: true } | Uncitable> {
  const rows = await listRows(change, blockId);
  const codes = citedCodes(text);
  const missing = codes.filter((code) => !rows.some((row) => row.code === code));
  const found = await findProofPoints(change, campaignId, missing);
  const unknown = missing.filter((code) => !found.has(code));
  if (unknown.length > 0) return { ok: false, reason: "code-unknown", codes: unknown };
  const retired = missing.filter((code) => found.get(code)?.isRetired);
  if (retired.length > 0) return { ok: false, reason: "code-retired", codes: retired };
  for (const row of rows)
    if (row.isByMark && !codes.includes(row.code)) await change.remove("talking_points_footnote", row.id);
  for (const proofPoint of found.values()) await insertFootnote(change, blockId, proofPoint.id, true);
  return { ok: true };
}

/** Cites a proof point of the campaign under a block, after those that stand there. Cited already, it stays. */
export async function attachFootnote(
  change: Change,
  { campaignId, blockId }: { campaignId: string; blockId: string },
  code: string,
): Promise<{ ok: true } | Uncitable> {
  const row = (await listRows(change, blockId)).find((one) => one.code === code);
  if (row !== undefined) {
    await change.update("talking_points_footnote", row.id, { is_by_mark: 0 }, null);
    return { ok: true };
  }
  const proofPoint = (await findProofPoints(change, campaignId, [code])).get(code);
  if (proofPoint === undefined) return { ok: false, reason: "code-unknown", codes: [code] };
  if (proofPoint.isRetired) return { ok: false, reason: "code-retired", codes: [code] };
  await insertFootnote(change, blockId, proofPoint.id, false);
  return { ok: true };
}

/** Takes a footnote away from a block; one whose mark stands in the text stays as long as the mark does. */
export async function detachFootnote(
  change: Change,
  block: Block,
  proofPointId: string,
): Promise<{ ok: true } | { ok: false; reason: "not-found" | "mark-in-text" }> {
  const row = (await listRows(change, block.id)).find((one) => one.proofPointId === proofPointId);
  if (row === undefined) return { ok: false, reason: "not-found" };
  if (citedCodes(block.text).includes(row.code)) return { ok: false, reason: "mark-in-text" };
  await change.remove("talking_points_footnote", row.id);
  return { ok: true };
}

/** Puts the footnotes of a new block into the database, and those that marks in its text make where they can. */
export async function insertFootnotes(change: Change, campaignId: string, block: Block): Promise<void> {
  for (const [position, footnote] of block.footnotes.entries())
    await insertFootnoteAt(change, block.id, footnote.proofPointId, false, position);
  if (citedCodes(block.text).length > 0)
    await fitFootnotesToMarks(change, { campaignId, blockId: block.id, text: block.text });
}

/** Makes the footnotes of a block exactly the given ones, in their order; a proof point that is gone is left out. */
export async function replaceFootnotes(
  change: Change,
  block: { id: string; text: string; footnotes: readonly Footnote[] },
): Promise<void> {
  const wanted = block.footnotes.map((footnote) => footnote.proofPointId);
  const there = await change.read.selectFrom("proof_point").select("id").where("id", "in", wanted).execute();
  const marked = citedCodes(block.text);
  const byMark = (id: string) =>
    block.footnotes.some((footnote) => footnote.proofPointId === id && marked.includes(footnote.code));
  await replaceOrderedLinks(change, "talking_points_footnote", {
    present: (await listRows(change, block.id)).map((row) => ({ ...row, target: row.proofPointId })),
    insert: (id, { position }) => insertFootnoteAt(change, block.id, id, byMark(id), position),
    targets: wanted.filter((id) => there.some((one) => one.id === id)),
  });
}

async function listRows(change: Change, blockId: string): Promise<Row[]> {
  const rows = await change.read
    .selectFrom("talking_points_footnote as footnote")
    .innerJoin("proof_point", "proof_point.id", "footnote.proof_point_id")
    .select(["footnote.id", "proof_point.code", "footnote.proof_point_id as proofPointId"])
    .select(["footnote.is_by_mark", "footnote.position"])
    .where("talking_points_block_id", "=", blockId)
    .orderBy("footnote.position")
    .execute();
  return rows.map(({ is_by_mark, ...row }) => ({ ...row, isByMark: is_by_mark === 1 }));
}

async function findProofPoints(
  change: Change,
  campaignId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { id: string; isRetired: boolean }>> {
  if (codes.length === 0) return new Map();
  const rows = await change.read
    .selectFrom("proof_point")
    .select(["id", "code", "retired_at"])
    .where("campaign_id", "=", campaignId)
    .where("code", "in", codes)
    .execute();
  return new Map(rows.map(({ id, code, retired_at }) => [code, { id, isRetired: retired_at !== null }]));
}

async function insertFootnote(
  change: Change,
  blockId: string,
  proofPointId: string,
  isByMark: boolean,
): Promise<void> {
  const last = (await listRows(change, blockId)).at(-1)?.position ?? -1;
  await insertFootnoteAt(change, blockId, proofPointId, isByMark, last + 1);
}

async function insertFootnoteAt(
  change: Change,
  blockId: string,
  proofPointId: string,
  isByMark: boolean,
  position: number,
): Promise<void> {
  await change.insert("talking_points_footnote", {
    id: newId(),
    talking_points_block_id: blockId,
    proof_point_id: proofPointId,
    position,
    is_by_mark: isByMark ? 1 : 0,
  });
}
