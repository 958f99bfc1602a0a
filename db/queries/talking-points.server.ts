import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import type { Stage } from "#app/domain/talking-points/stage.ts";
import type { TalkingPoints } from "#app/domain/talking-points/talking-points.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { insertBlock } from "./talking-points-blocks.server.ts";
import {
  type Done,
  describeWriting,
  type Gone,
  type PaperTarget,
  type Stale,
} from "./talking-points-target.server.ts";
import { findPaper, type StoredPaper } from "./talking-points-text.server.ts";

/** Puts a paper with its blocks and footnotes into the database; whoever calls describes the change. */
export async function insertPaper(
  change: Change,
  paper: { id: string; campaignId: string; eventId: string | null; handling: string; text: TalkingPoints },
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
  });
  for (const [position, block] of blocks.entries()) await insertBlock(change, paper.id, block, position);
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

type Head = { title: string; ask: string; speaker: string; objective: string; handling: string };

/** Saves what stands above the points: title, speaker, ask, objective, and how the paper may travel. */
export async function editHead(
  change: Change,
  target: PaperTarget,
  head: Head,
  version: number,
): Promise<Done | Gone | Stale> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const updated = await change.update("talking_points", paper.id, head, version);
  if (!updated.ok) return updated;
  describeWriting(change, target, "edited", "Saved the head of the paper", "head");
  return { ok: true };
}
