import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { type ChosenDesk, chooseDesks } from "#app/campaign/clearances/chosen-desks.ts";
import type { ClearanceRefusal, ReleaseRefusal } from "#app/campaign/clearances/clear-text.ts";
import type { ClearanceSettings } from "#app/campaign/clearances/clearance-round.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { answerBySilence, releaseText, returnFromDesk } from "#app/campaign/clearances/endings.server.ts";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import {
  listRound,
  listSilentRequests,
  type StoredRequest,
} from "#app/campaign/clearances/requests.server.ts";
import { answerForDesk, askDesks } from "#app/campaign/clearances/rounds.server.ts";
import {
  markAsUsed,
  returnWithReasons,
  type StageRefusal,
  sendForClearance,
} from "#app/campaign/clearances/stage.ts";
import { answerOpenRequests } from "#app/campaign/clearances/store.server.ts";
import { type AskingRefusal, type OfferedDesk, offerDesks } from "#app/campaign/clearances/who-must-clear.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { Author, Change, Done, Gone } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Queries } from "#db/schema.ts";
import { freezeVersion, setStage } from "../store.server.ts";
import { describePaper, type PaperTarget } from "../target.server.ts";
import { subjectOf, textOfPaper } from "./text-of-paper.server.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** Who would be asked about a paper that is sent now, and by when. */
export async function listOfferedDesks(
  read: Queries,
  paper: StoredPaper,
  round: readonly StoredRequest[],
  now: Date,
): Promise<readonly OfferedDesk[]> {
  const desks = await listDesks(read, paper.campaignId);
  return offerDesks({ desks, earlier: round, eventStarts: await findStart(read, paper), now });
}

type Sending = {
  settings: ClearanceSettings;
  /** Null: as it is offered. */
  chosen: readonly ChosenDesk[] | null;
  /** Put only the difference from the last cleared text to the desks. */
  onlyDifference: boolean;
};

type SendingRefusal = { ok: false; reason: "cannot-be-asked"; refusal: AskingRefusal };

/**
 * Sends the text as it stands, which its page saves while it is typed, to the desks that must agree, in the place of one
 * sent before, and keeps it as a version.
 */
export async function sendPaper(
  change: Change,
  target: PaperTarget,
  { settings, chosen, onlyDifference }: Sending,
): Promise<Done | Gone | Refused<StageRefusal> | SendingRefusal> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const round = await listRound(change.read, subjectOf(paper));
  const status = await findClearanceStatus(change.read, paper);
  const sent = sendForClearance(paper, status.status, round[0] ?? null);
  if (!sent.ok) return sent;
  const offered = await listOfferedDesks(change.read, paper, round, change.author.now);
  const since = status.status === "changed since clearance" && onlyDifference ? status.clearance.id : null;
  const text = await textOfPaper(change.read, paper, status.status);
  const how = { inParallel: false, sinceClearanceId: since, settings, shownHash: null };
  const asked = await askDesks(change, text, chooseDesks(offered, chosen), how);
  if (!asked.ok) return asked;
  await freezeVersion(change, paper, "sent for clearance");
  await setStage(change, paper, sent.stage, "");
  const what = since === null ? "Sent for clearance" : "Sent the changes for clearance";
  return describePaper(change, target, "sent for clearance", what);
}

/** A clearer sends the paper back to its drafter and says what should change. */
export async function returnPaper(
  change: Change,
  target: PaperTarget,
  act: { requestId: string | null; reasons: string },
): Promise<Done | Gone | Refused<StageRefusal | ClearanceRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const returned = returnWithReasons(paper.stage, act.reasons);
  if (!returned.ok) return returned;
  const text = await textOf(change, paper);
  const answered = await returnFromDesk(change, text, act);
  if (!answered.ok) return answered;
  await setStage(change, paper, returned.stage, act.reasons);
  return describePaper(change, target, "returned", `Returned with reasons on behalf of the ${answered.desk}`);
}

/** A clearer agrees to the text with the hash that the page showed; with the last word needed, the paper is cleared. */
export async function clearPaper(
  change: Change,
  target: PaperTarget,
  act: { requestId: string | null; shownHash: string; shownHandling: string; settings: ClearanceSettings },
): Promise<Done | Gone | Refused<ClearanceRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const text = await textOf(change, paper);
  if (paper.stage !== "sent for clearance" && text.status !== "cleared") {
    return { ok: false, reason: "not-sent-for-clearance" };
  }
  const answer = await answerForDesk(change, text, act);
  if (!answer.ok) return answer;
  return afterAnswer(change, paper, answer);
}

/** Records that the silence of a desk counts as agreement; null where it does not, at this moment. */
export async function clearPaperBySilence(
  change: Change,
  target: PaperTarget,
  act: { requestId: string; settings: ClearanceSettings },
): Promise<Done | null> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper?.stage !== "sent for clearance") return null;
  const answer = await answerBySilence(change, await textOf(change, paper), act);
  if (answer === null) return null;
  return afterAnswer(change, paper, { ...answer, desk: `${answer.desk}, by silence` });
}

async function afterAnswer(
  change: Change,
  paper: StoredPaper,
  { next, desk }: { next: "cleared" | "ask the others" | "wait for the others"; desk: string },
): Promise<Done> {
  const target = { campaignId: paper.campaignId, paperId: paper.id };
  const agreed = (others: string) =>
    describePaper(change, target, "agreed", `Agreed for the ${desk}; ${others}`);
  switch (next) {
    case "cleared":
      await freezeVersion(change, paper, "cleared");
      await setStage(change, paper, "drafting", "");
      return describePaper(change, target, "cleared", `Cleared; the last to agree was the ${desk}`);
    case "ask the others":
      return agreed("the others have now been asked");
    case "wait for the others":
      return agreed("other desks have not answered yet");
  }
}

/** The head of mission releases the paper, to be reported after. */
export async function releasePaper(
  change: Change,
  target: PaperTarget,
  act: {
    shownHash: string;
    shownHandling: string;
    headOfMissionId: string | null;
    settings: ClearanceSettings;
  },
): Promise<Done | Gone | Refused<ReleaseRefusal>> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const released = await releaseText(change, await textOf(change, paper), act);
  if (!released.ok) return released;
  await freezeVersion(change, paper, "released by the head of mission");
  await setStage(change, paper, "drafting", "");
  const summary = "Released by the head of mission, to be reported afterwards";
  return describePaper(change, target, "released", summary);
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
  await answerOpenRequests(change, subjectOf(paper), "withdrawn", "The paper was used.");
  await freezeVersion(change, paper, "used");
  await setStage(change, paper, used.stage, "");
  return describePaper(change, target, "used", "Marked as used");
}

async function textOf(change: Change, paper: StoredPaper) {
  const { status } = await findClearanceStatus(change.read, paper);
  return textOfPaper(change.read, paper, status);
}

async function findStart(read: Queries, paper: StoredPaper): Promise<Date | null> {
  if (paper.eventId === null) return null;
  const row = await read
    .selectFrom("outreach_event")
    .select("starts_at")
    .where("id", "=", paper.eventId)
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.starts_at);
}

/** Records the agreement of desks that said nothing until their time about a paper, each as a change of its own. */
export async function clearPapersBySilence(database: Database, now: Date): Promise<void> {
  for (const request of await listSilentRequests(database.read, "talking points", now)) {
    await answerOne(database, request, now);
  }
}

async function answerOne(
  database: Database,
  request: { id: string; campaignId: string; subjectId: string },
  now: Date,
): Promise<void> {
  const author: Author = { accountId: "system", channel: "web", now };
  const { id: requestId, campaignId, subjectId: paperId } = request;
  await database.change(author, { submission: null, campaignId }, async (change) => {
    const campaign = await findCampaign(change.read, campaignId);
    if (campaign === null) return MEANS_NOTHING;
    const act = { requestId, settings: campaign };
    return (await clearPaperBySilence(change, { campaignId, paperId }, act)) ?? MEANS_NOTHING;
  });
}

const MEANS_NOTHING = { ok: false, reason: "means-nothing" } as const;
