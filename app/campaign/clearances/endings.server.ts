import type { Change } from "#db/change.server.ts";
import {
  type ClearanceRefusal,
  clearByRelease,
  clearBySilence,
  type ReleaseRefusal,
  refuseAnswer,
} from "./clear-text.ts";
import type { ClearanceSettings } from "./clearance-round.ts";
import { mayAnswerFor } from "./desk.ts";
import { listEmbassyClearers } from "./desks.server.ts";
import { listRound } from "./requests.server.ts";
import { follow, requestFor } from "./rounds.server.ts";
import { answerOpenRequests, insertClearanceOfDesks, updateRequest } from "./store.server.ts";
import { type TextToClear, tellDrafter } from "./text-to-clear.server.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** A clearer sends a text back for a desk, with reasons; the other desks are no longer asked. */
export async function returnFromDesk(
  change: Change,
  text: TextToClear,
  act: { requestId: string | null; reasons: string },
): Promise<{ ok: true; desk: string } | Refused<ClearanceRefusal>> {
  const { accountId, now } = change.author;
  const round = await listRound(change.read, text.subject);
  const request = requestFor(round, accountId, act.requestId);
  if (request === null || request.asks !== "clear") return { ok: false, reason: "not-sent-for-clearance" };
  const reason = refuseAnswer(request);
  if (reason !== null) return { ok: false, reason };
  if (!mayAnswerFor(request.desk, accountId)) return { ok: false, reason: "not-your-desk" };
  await updateRequest(change, request.id, {
    answer: "returned",
    answer_reason: act.reasons,
    answered_by: accountId,
    answered_at: now.toISOString(),
  });
  await answerOpenRequests(change, text.subject, "withdrawn", `Returned by ${request.desk.name}.`);
  await tellDrafter(change, text, "returned");
  return { ok: true, desk: request.desk.name };
}

/**
 * Records that the silence of a desk counts as agreement, as the rule has it at this moment; the author is the
 * system's account. Answers with null, and nothing is written, where silence means nothing.
 */
export async function answerBySilence(
  change: Change,
  text: TextToClear,
  act: { requestId: string; settings: ClearanceSettings },
): Promise<{ next: "cleared" | "ask the others" | "wait for the others"; desk: string } | null> {
  const { now } = change.author;
  const round = await listRound(change.read, text.subject);
  const { silenceIsAgreement } = act.settings;
  const step = clearBySilence({ ...text, round, requestId: act.requestId, silenceIsAgreement, now });
  const request = round.find(({ id }) => id === act.requestId);
  if (step === null || request === undefined) return null;
  await updateRequest(change, request.id, {
    answer: "cleared",
    answer_manner: "by silence",
    answered_by: change.author.accountId,
    answered_at: now.toISOString(),
  });
  await follow(change, text, round, step, act.settings);
  return { next: step.next, desk: request.desk.name };
}

/** The head of mission releases a text that is with the clearers: it leaves as released, to be reported after. */
export async function releaseText(
  change: Change,
  text: TextToClear,
  act: {
    shownHash: string;
    shownHandling: string;
    headOfMissionId: string | null;
    settings: ClearanceSettings;
  },
): Promise<{ ok: true } | Refused<ReleaseRefusal>> {
  const { headOfMissionId, settings, ...shown } = act;
  const { accountId } = change.author;
  const clearers = await listEmbassyClearers(change.read, text.campaignId);
  const round = await listRound(change.read, text.subject);
  const isHeadOfMission =
    headOfMissionId === accountId && clearers.some((one) => one.accountId === accountId);
  const released = clearByRelease({
    ...text,
    ...shown,
    round,
    releaser: { accountId, isHeadOfMission },
    ownDraftMayBeCleared: settings.ownDraftMayBeCleared,
  });
  if (!released.ok) return released;
  const { isOwnDraft } = released;
  await answerOpenRequests(change, text.subject, "withdrawn", "Released by the head of mission.");
  const { campaignId, subject, hash, content, handling } = text;
  const release = { campaignId, subject, hash, content, handling, isOwnDraft, answers: [] };
  const manner = "released by the head of mission";
  await insertClearanceOfDesks(change, { ...release, authority: "embassy", manner });
  await tellDrafter(change, text, "cleared");
  return { ok: true };
}
