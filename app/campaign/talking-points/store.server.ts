import { paperHash, type Stage, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { Handling } from "#app/text/handling.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { insertBlock, replaceBlocks } from "./blocks.server.ts";
import { findVersionText } from "./lists.server.ts";
import { describeWriting, type Frozen, findOpenPaper, type PaperTarget } from "./target.server.ts";

/** Puts a paper with its blocks and footnotes into the database; whoever calls describes the change. */
export async function insertPaper(
  change: Change,
  paper: { id: string; campaignId: string; eventId: string | null; handling: Handling; text: TalkingPoints },
  startedFromId: string | null = null,
): Promise<void> {
  const { title, ask, speaker, objective, blocks } = paper.text;
  const now = change.author.now.toISOString();
  await change.insert("talking_points", {
    id: paper.id,
    campaign_id: paper.campaignId,
    outreach_event_id: paper.eventId,
    title,
    ask,
    speaker,
    objective,
    handling: paper.handling,
    stage: "drafting",
    drafted_by: change.author.accountId,
    started_at: now,
    changed_at: now,
    retired_at: null,
    started_from_id: startedFromId,
  });
  for (const [position, block] of blocks.entries()) await insertBlock(change, paper, block, position);
}

/** Keeps the present text for good as the next version, unless it is word for word the latest one. */
export async function freezeVersion(change: Change, paper: StoredPaper, reason: string): Promise<void> {
  const latest = await change.read
    .selectFrom("talking_points_version")
    .select(["number", "text_hash"])
    .where("talking_points_id", "=", paper.id)
    .orderBy("number", "desc")
    .executeTakeFirst();
  const hash = paperHash(paper.text);
  if (latest?.text_hash === hash) return;
  await change.insert("talking_points_version", {
    id: newId(),
    talking_points_id: paper.id,
    number: (latest?.number ?? 0) + 1,
    content_json: JSON.stringify(paper.text),
    text_hash: hash,
    reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
  });
}

/** Says where a paper is on its way, and why. The page's version counts, so that two clearers do not cross. */
export async function setStage(
  change: Change,
  paper: StoredPaper,
  stage: Stage,
  reason: string,
): Promise<void> {
  const changed_at = change.author.now.toISOString();
  await change.update("talking_points", paper.id, { stage, stage_reason: reason, changed_at }, null);
}

type Head = { title: string; ask: string; speaker: string; objective: string; handling: Handling };

/** Saves what stands above the points: title, speaker, ask, objective, and how the paper may travel. */
export async function editHead(
  change: Change,
  target: PaperTarget,
  head: Head,
  version: number,
): Promise<Done | Gone | Stale | Frozen> {
  const open = await findOpenPaper(change, target);
  if (!open.ok) return open;
  const updated = await change.update("talking_points", open.paper.id, head, version);
  if (!updated.ok) return updated;
  return describeWriting(change, target, "edited", "Saved the head of the paper", "head");
}

/**
 * Makes the text what it was in a kept version, as a new change: whether it is cleared then is decided by its hash
 * like that of any text. Refuses when the text is no longer the one that the page showed.
 */
export async function restoreVersion(
  change: Change,
  target: PaperTarget,
  { number, shownHash }: { number: number; shownHash: string },
): Promise<Done | Gone | Frozen | { ok: false; reason: "text-is-another" }> {
  const open = await findOpenPaper(change, target);
  if (!open.ok) return open;
  const { paper } = open;
  if (paperHash(paper.text) !== shownHash) return { ok: false, reason: "text-is-another" };
  const text = await findVersionText(change.read, paper.id, number);
  if (text === null) return { ok: false, reason: "not-found" };
  const { title, ask, speaker, objective, blocks } = text;
  await change.update("talking_points", paper.id, { title, ask, speaker, objective }, null);
  await replaceBlocks(change, paper, blocks);
  return describeWriting(change, target, "restored", `Restored version ${number}`, null);
}

/** A paper of the same words, to be changed: what was used stays as it was. It is for no event yet. */
export async function copyPaper(change: Change, target: PaperTarget): Promise<Done | Gone> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const id = newId();
  const { campaignId, handling } = paper;
  const blocks = paper.text.blocks.map((block) => ({ ...block, id: newId() }));
  await insertPaper(
    change,
    { id, campaignId, eventId: null, handling, text: { ...paper.text, blocks } },
    paper.id,
  );
  const copy = { campaignId, paperId: id };
  return describeWriting(change, copy, "started", `Started from “${paper.text.title}”`, null);
}

/** Starts a paper from nothing: for no event, without a block. */
export async function startEmptyPaper(change: Change, campaignId: string, head: Head): Promise<Done> {
  const id = newId();
  const { handling, ...words } = head;
  await insertPaper(change, { id, campaignId, eventId: null, handling, text: { ...words, blocks: [] } });
  return describeWriting(change, { campaignId, paperId: id }, "started", "Started the talking points", null);
}
