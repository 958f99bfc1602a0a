import { sql } from "kysely";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { type ChosenDesk, chooseDesks } from "#app/campaign/clearances/chosen-desks.ts";
import type { ClearanceSettings } from "#app/campaign/clearances/clearance-round.ts";
import { clearancesNow, standingOf } from "#app/campaign/clearances/clearance-status.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { returnFromDesk } from "#app/campaign/clearances/endings.server.ts";
import { listRound, type StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { answerForDesk, askDesks } from "#app/campaign/clearances/rounds.server.ts";
import { clearedLine, explainAnswerRefusal } from "#app/campaign/clearances/stage.ts";
import { listClearances, type StoredClearance } from "#app/campaign/clearances/store.server.ts";
import type { TextToClear } from "#app/campaign/clearances/text-to-clear.server.ts";
import {
  type AskingRefusal,
  explainAskingRefusal,
  type OfferedDesk,
  offerDesks,
} from "#app/campaign/clearances/who-must-clear.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import type { Change, Done } from "#db/change.server.ts";
import { type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type Correspondence, findCorrespondence, type ListedCorrespondence } from "./lists.server.ts";
import { describeLetter } from "./store.server.ts";
import { leftToWrite } from "./words.ts";

/** How a cable stands: what its desks were asked about its present words, and by whom these are cleared. */
export type CableStanding = {
  status: "draft" | "cleared" | "changed since clearance";
  clearance: StoredClearance | null;
  round: readonly StoredRequest[];
};

/**
 * A cable is cleared if and only if its present words are those of a clearance on record and it travels no further. Only a
 * cable is ever put to desks. Source: DOMAIN.md, clearance.
 */
export async function standingOfCable(read: Queries, letter: Correspondence): Promise<CableStanding> {
  if (letter.kind !== "cable") return { status: "draft", clearance: null, round: [] };
  const subject = subjectOf(letter.id);
  const [newest] = letter.versions;
  const [clearances, asked] = await Promise.all([
    listClearances(read, subject.kind, [letter.id]),
    listRound(read, subject),
  ]);
  const present = { hash: newest.wordsId, handling: newest.handling };
  const { covering, nearest } = clearancesNow(present, clearances);
  return {
    status: standingOf(present, clearances).status,
    clearance: covering ?? nearest,
    round: asked.filter(({ hash, asks }) => hash === newest.wordsId && asks === "clear"),
  };
}

/** What the desks of a campaign were asked last about the words that each cable has now: a row a desk. */
export const answersOfCables = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("correspondence_version as version", (on) =>
      on
        .onRef("version.correspondence_id", "=", "request.subject_id")
        .onRef("version.words_id", "=", "request.text_hash"),
    )
    .select(["request.subject_id as id", "made_by as drafter", "answer"])
    .select(sql<string>`frozen_json ->> '$.subject'`.as("subject"))
    .where("request.campaign_id", "=", place("campaign"))
    .where("subject_kind", "=", "cable")
    .where(sql<boolean>`number = (select max(number) from correspondence_version
      where correspondence_id = request.subject_id)`)
    .where(sql<boolean>`sending = (select max(sending) from clearance_request
      where subject_kind = 'cable' and subject_id = request.subject_id)`)
    .orderBy("request.id"),
);

/** The cables among them that came back to who drafted them. */
export function returnedTo(drafter: string, answers: readonly KeptRow<typeof answersOfCables>[]) {
  return answers.filter((one) => one.drafter === drafter && one.answer === "returned");
}

/** How each of a campaign's cables among these stands, in the words and the shape of a list. */
export async function listCableStates(
  read: Queries,
  campaignId: string,
  letters: readonly ListedCorrespondence[],
) {
  const cables = letters.filter(({ kind }) => kind === "cable");
  const ids = cables.map(({ id }) => id);
  const clearances = await listClearances(read, "cable", ids);
  const asked = await answersOfCables(read, { campaign: campaignId });
  return new Map(
    cables.map(({ id, newest: { wordsId: hash, handling } }) => {
      const given = clearances.filter(({ subjectId }) => subjectId === id);
      const answers = asked.filter((one) => one.id === id).map(({ answer }) => answer);
      return [id, stateInList(standingOf({ hash, handling }, given).status, answers)] as const;
    }),
  );
}

function stateInList(status: CableStanding["status"], answers: readonly (string | null)[]) {
  if (status === "cleared") return { kind: "ok", words: "Cleared" } as const;
  if (answers.includes(null)) return { kind: "warn", words: "With the clearers" } as const;
  if (answers.includes("returned")) return { kind: "bad", words: "Returned to its drafter" } as const;
  if (status === "draft") return { kind: "off", words: "Draft" } as const;
  return { kind: "bad", words: "Changed since clearance" } as const;
}

/** "NOT CLEARED", or by whom it is cleared and when: what stands on every page of it. */
export function clearanceLine(
  { status, clearance }: CableStanding,
  homeZone: Zone,
  today: CalendarDate,
): string {
  if (status === "draft" || clearance === null) return "NOT CLEARED";
  if (status === "changed since clearance") return "CHANGED SINCE CLEARANCE";
  return clearedLine(clearance, homeZone, today).replace(/\.$/, "");
}

type Target = { campaignId: string; id: string };
type Refused<Reason> = { ok: false; reason: Reason };

export type CableRefusal = Parameters<typeof explainAnswerRefusal>[0] | "not-a-cable" | "still-to-write";

/**
 * Who is asked about a cable unless somebody chooses otherwise: as at its last sending, else the embassy's desks, and the
 * ministry's where the embassy does not clear alone. No event sets a time.
 */
export async function listDesksForCable(
  read: Queries,
  { campaignId, id }: Target,
  { embassyClearsAlone }: ClearanceSettings,
  now: Date,
): Promise<readonly OfferedDesk[]> {
  const desks = (await listDesks(read, campaignId)).map((desk) => {
    const isAsked = desk.asks === "clear" && (desk.side === "embassy" || !embassyClearsAlone);
    return { ...desk, asks: isAsked ? ("clear" as const) : ("not asked" as const) };
  });
  return offerDesks({ desks, earlier: await listRound(read, subjectOf(id)), eventStarts: null, now });
}

/** Puts the present words of a cable to the desks that were chosen, or that are offered where none were. */
export async function sendCable(
  change: Change,
  target: Target,
  sending: { shownWords: string | null; settings: ClearanceSettings; chosen: readonly ChosenDesk[] | null },
): Promise<
  | Done
  | Refused<"not-found" | CableRefusal>
  | { ok: false; reason: "cannot-be-asked"; refusal: AskingRefusal }
> {
  const present = await findCable(change, target);
  if (!present.ok) return present;
  if (present.text.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (present.left > 0) return { ok: false, reason: "still-to-write" };
  const { shownWords: shownHash, settings, chosen } = sending;
  const offered = await listDesksForCable(change.read, target, settings, change.author.now);
  const sent = await askDesks(change, present.text, chooseDesks(offered, chosen), {
    inParallel: false,
    sinceClearanceId: null,
    settings,
    shownHash,
  });
  if (!sent.ok) return sent;
  const summary = `Sent version ${present.number} of the cable for clearance`;
  return describeLetter(change, target, "sent for clearance", summary);
}

/** A desk agrees to the words that it was shown; with the last word that is needed the cable is cleared. */
export async function clearCable(
  change: Change,
  target: Target,
  act: { requestId: string; shownWords: string; settings: ClearanceSettings },
): Promise<Done | Refused<"not-found" | CableRefusal>> {
  const present = await findCable(change, target);
  if (!present.ok) return present;
  const { requestId, shownWords: shownHash, settings } = act;
  const shownHandling = present.text.handling;
  const answered = await answerForDesk(change, present.text, {
    requestId,
    shownHash,
    shownHandling,
    settings,
  });
  if (!answered.ok) return answered;
  const agreed = `The ${answered.desk} cleared version ${present.number} of the cable`;
  const summary = answered.next === "cleared" ? `${agreed}. The cable is now cleared` : agreed;
  return describeLetter(change, target, "cleared", summary);
}

/** A desk sends the cable back, and says what should change. */
export async function returnCable(
  change: Change,
  target: Target,
  act: { requestId: string; reasons: string },
): Promise<Done | Refused<"not-found" | CableRefusal>> {
  const present = await findCable(change, target);
  if (!present.ok) return present;
  const returned = await returnFromDesk(change, present.text, act);
  if (!returned.ok) return returned;
  const summary = `The ${returned.desk} returned version ${present.number} of the cable: ${act.reasons}`;
  return describeLetter(change, target, "returned", summary);
}

/** What cables need of one person: a word on those that desks of theirs are asked about, and work on their own that came back. */
export function cableNeeds(
  { campaignId, accountId }: { campaignId: string; accountId: string },
  asked: readonly StoredRequest[],
  answers: readonly KeptRow<typeof answersOfCables>[],
): Need[] {
  const placeOf = (id: string) => addressOf.letter(campaignId, id);
  const toClear = asked.flatMap(({ subject: { id }, desk, dueAt }): Need[] => {
    const cable = answers.find((one) => one.id === id);
    if (cable === undefined) return [];
    const title = `Cable: ${cable.subject}`;
    return [{ need: "clearance", title, place: placeOf(id), dueAt, desk: desk.name, isYours: true }];
  });
  const returned = returnedTo(accountId, answers).map(
    ({ id, subject: title }): Need => ({ need: "returned", what: "Cable", title, place: placeOf(id) }),
  );
  return [...toClear, ...returned];
}

/** What to tell somebody whose act on a cable was refused; one wording for each refusal. */
export function explainCableRefusal(
  refusal: { reason: CableRefusal } | { reason: "cannot-be-asked"; refusal: AskingRefusal },
): string {
  switch (refusal.reason) {
    case "cannot-be-asked":
      return explainAskingRefusal(refusal.refusal);
    case "not-a-cable":
      return "A memorandum or a thank-you note cannot be sent for clearance.";
    case "still-to-write":
      return "Complete the parts in square brackets first: a cleared text is sent exactly as it stands.";
    default:
      return `${explainAnswerRefusal(refusal.reason, "cable")}.`;
  }
}

/** `left` is how much the drafter has still to write. */
type Present = { ok: true; text: TextToClear; number: number; left: number };

async function findCable(
  change: Change,
  target: Target,
): Promise<Present | Refused<"not-found" | "not-a-cable">> {
  const letter = await findCorrespondence(change.read, target.campaignId, target.id);
  if (letter === null) return { ok: false, reason: "not-found" };
  if (letter.kind !== "cable") return { ok: false, reason: "not-a-cable" };
  const { status } = await standingOfCable(change.read, letter);
  const [newest] = letter.versions;
  const text: TextToClear = {
    campaignId: target.campaignId,
    subject: subjectOf(letter.id),
    hash: newest.wordsId,
    // The words stand in the version, so that a name can be erased from them.
    content: { version: newest.number },
    status,
    title: `Cable: ${newest.subject}`,
    handling: newest.handling,
    path: addressOf.letter(target.campaignId, letter.id),
    drafterId: newest.madeBy.id,
    writers: await listWriters(change.read, subjectOf(letter.id)),
    // A cable holds no wording that is said to anybody: the ministry, to whom it goes, need not agree.
    isAllClearedByMinistry: true,
    openObjections: 0,
  };
  return { ok: true, text, number: newest.number, left: leftToWrite(newest).length };
}

function subjectOf(id: string) {
  return { kind: "cable", id } as const;
}
