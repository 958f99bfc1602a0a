import { queueMail } from "#app/campaign/mail/store.server.ts";
import type { Change } from "#db/change.server.ts";
import { type Agreed, type ClearanceRefusal, clearByAnswer } from "./clear-text.ts";
import { type ClearanceSettings, mannerOf, openOf } from "./clearance-round.ts";
import type { DeskAnswer } from "./clearance-status.ts";
import { answersInPlaceOf, mayAnswerFor, whoIsAsked } from "./desk.ts";
import { silenceAt } from "./due.ts";
import { barredFrom } from "./own-draft.ts";
import { listRound, type StoredRequest } from "./requests.server.ts";
import { answerOpenRequests, insertClearanceOfDesks, insertRequest, updateRequest } from "./store.server.ts";
import { letterAbout, type TextToClear, tellDrafter } from "./text-to-clear.server.ts";
import {
  type AskedDesk,
  type AskingRefusal,
  askedOf,
  type OfferedDesk,
  refuseAsking,
} from "./who-must-clear.ts";

type Refused<Reason> = { ok: false; reason: Reason };
type Asked = { ok: true } | { ok: false; reason: "cannot-be-asked"; refusal: AskingRefusal };

/**
 * Asks those of the offered desks that are to be asked about an exact text, in the place of whatever was asked about
 * an earlier one. The embassy is asked at once and the other desks wait for its word, unless all are asked in parallel.
 * `sinceClearanceId` names the clearance from which only the difference is put to them. Refuses a text that is no longer
 * the one with `shownHash`, which the page showed; null: as it stands.
 */
export async function askDesks(
  change: Change,
  text: TextToClear,
  offered: readonly OfferedDesk[],
  how: {
    inParallel: boolean;
    sinceClearanceId: string | null;
    settings: ClearanceSettings;
    shownHash: string | null;
  },
): Promise<Asked> {
  if (how.shownHash !== null && how.shownHash !== text.hash)
    return { ok: false, reason: "cannot-be-asked", refusal: { reason: "text-is-another" } };
  const { isAllClearedByMinistry, writers } = text;
  const { embassyClearsAlone, ownDraftMayBeCleared } = how.settings;
  const refusal = refuseAsking({
    offered,
    isAllClearedByMinistry,
    embassyClearsAlone,
    draft: { writers, ownDraftMayBeCleared },
    now: change.author.now,
  });
  if (refusal !== null) return { ok: false, reason: "cannot-be-asked", refusal };
  const [earlier] = await listRound(change.read, text.subject);
  await answerOpenRequests(change, text.subject, "withdrawn", "The text was sent to the desks again.");
  for (const one of askedOf(offered)) {
    await askDesk(change, text, one, { ...how, sending: (earlier?.sending ?? 0) + 1 });
  }
  return { ok: true };
}

async function askDesk(
  change: Change,
  text: TextToClear,
  { desk, asks, dueAt }: AskedDesk,
  how: {
    inParallel: boolean;
    sinceClearanceId: string | null;
    settings: ClearanceSettings;
    sending: number;
  },
): Promise<void> {
  const isAskedNow = how.inParallel || desk.side === "embassy" || asks === "inform";
  await insertRequest(change, {
    campaign_id: text.campaignId,
    subject_kind: text.subject.kind,
    subject_id: text.subject.id,
    text_hash: text.hash,
    handling: text.handling,
    authority: desk.side,
    clearance_desk_id: desk.id,
    asks,
    since_clearance_id: how.sinceClearanceId,
    sending: how.sending,
    due_at: dueAt?.toISOString() ?? null,
    ...(isAskedNow && asks === "clear"
      ? askedNow(change, { subject: text.subject, side: desk.side, desk, dueAt }, how.settings)
      : { asked_at: isAskedNow ? change.author.now.toISOString() : null, silence_at: null }),
    answer: null,
    answer_manner: null,
    answered_by: null,
    answered_for: null,
    answered_at: null,
  });
  if (isAskedNow) await writeTo(change, text, { desk, asks, dueAt }, how.settings);
}

function askedNow(
  change: Change,
  { subject, ...asked }: Pick<StoredRequest, "subject" | "side" | "desk" | "dueAt">,
  { silenceIsAgreement }: ClearanceSettings,
) {
  const { now } = change.author;
  const silence = silenceAt({ ...asked, kind: subject.kind, askedAt: now, silenceIsAgreement });
  return { asked_at: now.toISOString(), silence_at: silence?.toISOString() ?? null };
}

async function writeTo(
  change: Change,
  text: TextToClear,
  { desk, asks, dueAt }: AskedDesk,
  { ownDraftMayBeCleared }: ClearanceSettings,
): Promise<void> {
  const barred = asks === "inform" ? [] : barredFrom({ writers: text.writers, ownDraftMayBeCleared });
  const to = whoIsAsked(desk, change.author.now, barred).people.map(({ accountId }) => accountId);
  const kind = asks === "clear" ? "clearance asked" : "for information";
  await queueMail(change, { kind, to, ...letterAbout(text) }, { dueAt, answer: null });
}

type DeskAnswered = { ok: true; next: Agreed["next"]; desk: string };

/**
 * A clearer agrees for a desk: to the text with the hash and the handling that the page showed. `requestId` null means the first
 * request that this clearer may answer. Where it was the last word that was needed, the text is cleared.
 */
export async function answerForDesk(
  change: Change,
  text: TextToClear,
  act: { requestId: string | null; shownHash: string; shownHandling: string; settings: ClearanceSettings },
): Promise<DeskAnswered | Refused<ClearanceRefusal>> {
  const { accountId, now } = change.author;
  const round = await listRound(change.read, text.subject);
  const request = requestFor(round, accountId, act.requestId);
  const answer = clearByAnswer({
    ...text,
    ...act,
    round,
    requestId: request?.id ?? "",
    clearer: { accountId, mayAnswer: request !== null && mayAnswerFor(request.desk, accountId) },
  });
  if (!answer.ok) return answer;
  if (request === null) return { ok: false, reason: "not-sent-for-clearance" };
  await updateRequest(change, request.id, {
    answer: "cleared",
    answer_manner: "by a person",
    handling: text.handling,
    answered_by: accountId,
    answered_for: answersInPlaceOf(request.desk, accountId)?.accountId ?? null,
    answered_at: now.toISOString(),
  });
  await follow(change, text, round, answer, act.settings);
  return { ok: true, next: answer.next, desk: request.desk.name };
}

/** The request that is meant: the one named, or the first that waits for this account. */
export function requestFor(
  round: readonly StoredRequest[],
  accountId: string,
  requestId: string | null,
): StoredRequest | null {
  if (requestId !== null) return round.find(({ id }) => id === requestId) ?? null;
  const open = openOf(round);
  const mine = open.filter(({ desk }) => mayAnswerFor(desk, accountId));
  return mine.find(({ askedAt }) => askedAt !== null) ?? mine[0] ?? open[0] ?? null;
}

/** What a desk's agreement leads to: the text is cleared, the other desks are asked, or they are waited for. */
export async function follow(
  change: Change,
  text: TextToClear,
  round: readonly StoredRequest[],
  agreed: Agreed,
  settings: ClearanceSettings,
): Promise<void> {
  if (agreed.next === "ask the others") {
    for (const request of round.filter(({ id }) => agreed.ask.includes(id))) {
      await updateRequest(change, request.id, askedNow(change, request, settings));
      await writeTo(change, text, request, settings);
    }
  }
  if (agreed.next === "cleared") await recordCleared(change, text, agreed);
  await tellDrafter(change, text, agreed.next === "cleared" ? "cleared" : "agreed");
}

/** Records that every desk that had to agree has: who, when, by silence or not, and whose own draft it was. */
async function recordCleared(
  change: Change,
  text: TextToClear,
  { authority, withdraw }: Extract<Agreed, { next: "cleared" }>,
): Promise<void> {
  for (const id of withdraw) {
    await updateRequest(change, id, {
      answer: "withdrawn",
      answer_reason: "The ministry has cleared the wording of every block, so the embassy clears alone.",
      answered_by: change.author.accountId,
      answered_at: change.author.now.toISOString(),
    });
  }
  const round = await listRound(change.read, text.subject);
  const answers = round
    .filter(({ answer, hash }) => answer === "cleared" && hash === text.hash)
    .map((request) => deskAnswer(request, text.writers))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  await insertClearanceOfDesks(change, {
    campaignId: text.campaignId,
    subject: text.subject,
    hash: text.hash,
    content: text.content,
    authority,
    handling: text.handling,
    manner: mannerOf(answers),
    answers,
    isOwnDraft: answers.some(({ isOwnDraft }) => isOwnDraft),
  });
}

function deskAnswer(request: StoredRequest, writers: readonly string[]): DeskAnswer {
  const { desk, manner, answeredBy, answeredById, answeredFor, answeredAt, sentAt } = request;
  const isSilent = manner === "by silence";
  return {
    desk: desk.name,
    by: isSilent ? null : answeredBy,
    inPlaceOf: answeredFor,
    isOwnDraft: !isSilent && answeredById !== null && writers.includes(answeredById),
    at: answeredAt ?? sentAt,
    manner: isSilent ? "by silence" : "by a person",
  };
}
