import type { Kysely } from "kysely";
import {
  type ClearanceRefusal,
  type ClearanceSettings,
  clearTalkingPoints,
} from "#app/domain/talking-points/clear-talking-points.ts";
import {
  type Authority,
  type Clearance,
  type ClearanceStatus,
  clearanceStatus,
} from "#app/domain/talking-points/clearance-status.ts";
import { isAllClearedWording } from "#app/domain/talking-points/cleared-wording.ts";
import { clearanceDueAt } from "#app/domain/talking-points/due.ts";
import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import {
  markAsUsed,
  returnWithReasons,
  type StageRefusal,
  sendForClearance,
} from "#app/domain/talking-points/stage.ts";
import type { Change } from "#db/change.server.ts";
import type { Schema } from "#db/schema.ts";
import { answerOpenRequests, insertClearance, insertRequest, listClearances } from "./clearances.server.ts";
import { listCurrentWordings } from "./cleared-wordings.server.ts";
import { freezeVersion, setStage } from "./talking-points.server.ts";
import { type Done, type Gone, type PaperTarget, WRITING } from "./talking-points-target.server.ts";
import { findPaper, type StoredPaper } from "./talking-points-text.server.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** Whether a paper is cleared as it stands, by the clearances on record. */
export async function findClearanceStatus(
  read: Kysely<Schema>,
  paper: StoredPaper,
): Promise<ClearanceStatus> {
  return clearanceStatus(paper.text, await listClearancesOfPaper(read, paper.id));
}

async function listClearancesOfPaper(read: Kysely<Schema>, paperId: string): Promise<Clearance[]> {
  const stored = await listClearances(read, "talking points", [paperId]);
  return stored.map(({ contentJson, subjectId: _, ...clearance }) => ({
    ...clearance,
    answers: [],
    text: JSON.parse(contentJson),
  }));
}

/** Sends the text as it stands to the embassy's clearers, and keeps it as a version. */
export async function sendPaper(
  change: Change,
  target: PaperTarget,
): Promise<Done | Gone | Refused<StageRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const sent = sendForClearance(paper.text, paper.stage, await findClearanceStatus(change.read, paper));
  if (!sent.ok) return sent;
  await freezeVersion(change, paper, "sent for clearance");
  await requestFrom(change, paper, "embassy");
  await setStage(change, paper, sent.stage, "");
  describe(change, target, "sent for clearance", "Sent for clearance");
  return { ok: true };
}

/** A clearer sends the paper back to its drafter and says what should change. */
export async function returnPaper(
  change: Change,
  target: PaperTarget,
  reasons: string,
): Promise<Done | Gone | Refused<StageRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const returned = returnWithReasons(paper.stage, reasons);
  if (!returned.ok) return returned;
  await answerOpenRequests(change, subjectOf(paper), "returned", reasons);
  await setStage(change, paper, returned.stage, reasons);
  describe(change, target, "returned", "Returned with reasons");
  return { ok: true };
}

/** A clearer's act on the text with the hash that the page showed: it clears the paper, or sends it on. */
export async function clearPaper(
  change: Change,
  target: PaperTarget,
  act: { authority: Authority; shownHash: string; settings: ClearanceSettings },
): Promise<Done | Gone | Refused<ClearanceRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const wordings = await listCurrentWordings(change.read, paper.text.blocks);
  const answer = clearTalkingPoints({
    paper: paper.text,
    stage: paper.stage,
    status: await findClearanceStatus(change.read, paper),
    writers: await listWriters(change.read, paper),
    isAllClearedWording: isAllClearedWording(paper.text.blocks, wordings),
    clearer: { accountId: change.author.accountId, authority: act.authority },
    shownHash: act.shownHash,
    settings: act.settings,
  });
  if (!answer.ok) return answer;
  await answerOpenRequests(change, subjectOf(paper), "cleared");
  if (answer.next === "ministry") {
    await requestFrom(change, paper, "ministry");
    describe(change, target, "agreed", "Agreed for the embassy and sent on to the ministry");
    return { ok: true };
  }
  const { hash, isOwnDraft } = answer;
  const { campaignId } = target;
  const clearance = { campaignId, subject: subjectOf(paper), hash, content: paper.text, isOwnDraft };
  await insertClearance(change, { ...clearance, authority: act.authority });
  await freezeVersion(change, paper, "cleared");
  await setStage(change, paper, "drafting", "");
  describe(change, target, "cleared", `Cleared for the ${act.authority}`);
  return { ok: true };
}

/** Records that the paper was carried into the room. */
export async function markPaperUsed(
  change: Change,
  target: PaperTarget,
): Promise<Done | Gone | Refused<StageRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const used = markAsUsed(paper.stage);
  if (!used.ok) return used;
  await answerOpenRequests(change, subjectOf(paper), "withdrawn");
  await setStage(change, paper, used.stage, "");
  describe(change, target, "used", "Marked as used");
  return { ok: true };
}

/** Everybody who wrote some of the text: the drafter, and whoever changed a word of it. */
async function listWriters(read: Kysely<Schema>, paper: StoredPaper): Promise<string[]> {
  const rows = await read
    .selectFrom("change")
    .select("account_id")
    .distinct()
    .where("record_kind", "=", "talking points")
    .where("record_id", "=", paper.id)
    .where("action", "in", WRITING)
    .execute();
  return [...new Set([paper.draftedBy.id, ...rows.map((row) => row.account_id)])];
}

async function requestFrom(change: Change, paper: StoredPaper, authority: Authority): Promise<void> {
  await insertRequest(change, {
    campaignId: paper.campaignId,
    subject: subjectOf(paper),
    hash: paperHash(paper.text),
    authority,
    dueAt: await findDueAt(change.read, paper, authority),
  });
}

async function findDueAt(
  read: Kysely<Schema>,
  paper: StoredPaper,
  authority: Authority,
): Promise<Date | null> {
  if (paper.eventId === null) return null;
  const row = await read
    .selectFrom("outreach_event")
    .innerJoin("installation", (on) => on.on("installation.id", "=", "installation"))
    .select(["starts_at", "home_country"])
    .where("outreach_event.id", "=", paper.eventId)
    .executeTakeFirst();
  return row === undefined ? null : clearanceDueAt(new Date(row.starts_at), authority, row.home_country);
}

function subjectOf(paper: StoredPaper) {
  return { kind: "talking points", id: paper.id } as const;
}

function describe(change: Change, target: PaperTarget, action: string, summary: string): void {
  const location = `/c/${target.campaignId}/talking-points/${target.paperId}`;
  change.describe({ recordKind: "talking points", recordId: target.paperId, action, summary, location });
}
