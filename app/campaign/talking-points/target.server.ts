import type { WRITING } from "#app/campaign/clearances/writers.server.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";

/** A paper, and the campaign through which it is reached. */
export type PaperTarget = { campaignId: string; paperId: string };
export type BlockTarget = PaperTarget & { blockId: string };

/** What was carried into the room stays as it was. */
export type Frozen = { ok: false; reason: "used-is-frozen" };

type Writing = (typeof WRITING)[number];

/** Says what was done with a paper; the browser goes to the part of the page that is named. */
export function describePaper(
  change: Change,
  { campaignId, paperId }: PaperTarget,
  action: string,
  summary: string,
  at: string | null = null,
): Done {
  const page = addressOf.paper(campaignId, paperId);
  const location = at === null ? page : `${page}#${at}`;
  return change.describe({ recordKind: "talking points", recordId: paperId, action, summary, location });
}

/** Says what a person did to the words of a paper, who wrote some of it by that. */
export function describeWriting(
  change: Change,
  target: PaperTarget,
  action: Writing,
  summary: string,
  at: string | null,
): Done {
  return describePaper(change, target, action, summary, at);
}

/** A paper whose words may be changed: one that is there and was not used. */
export async function findOpenPaper(
  change: Change,
  { campaignId, paperId }: PaperTarget,
): Promise<{ ok: true; paper: StoredPaper } | Gone | Frozen> {
  const paper = await findPaper(change.read, campaignId, paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  return paper.stage === "used" ? { ok: false, reason: "used-is-frozen" } : { ok: true, paper };
}
