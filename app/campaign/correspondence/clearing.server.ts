import type { Kysely } from "kysely";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import type { ClearanceRefusal } from "#app/campaign/clearances/clear-text.ts";
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
} from "#app/campaign/clearances/who-must-clear.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import type { Change, Done } from "#db/change.server.ts";
import type { Schema } from "#db/schema.ts";
import { type Correspondence, findCorrespondence } from "./lists.server.ts";
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
export async function standingOfCable(read: Kysely<Schema>, letter: Correspondence): Promise<CableStanding> {
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

export type CableRefusal = ClearanceRefusal | "not-a-cable" | "still-to-write";

/** Puts the present words of a cable to the embassy's desks, and to the ministry's where the embassy does not clear alone. */
export async function sendCable(
  change: Change,
  target: Target,
  settings: ClearanceSettings,
): Promise<
  | Done
  | Refused<"not-found" | CableRefusal>
  | { ok: false; reason: "cannot-be-asked"; refusal: AskingRefusal }
> {
  const present = await findCable(change, target);
  if (!present.ok) return present;
  if (present.text.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (present.left > 0) return { ok: false, reason: "still-to-write" };
  const desks = await listDesks(change.read, target.campaignId);
  const offered = desks.map((desk): OfferedDesk => {
    const isAsked = desk.asks === "clear" && (desk.side === "embassy" || !settings.embassyClearsAlone);
    return { desk, asks: isAsked ? "clear" : "not asked", dueAt: null };
  });
  const sent = await askDesks(change, present.text, offered, {
    inParallel: false,
    sinceClearanceId: null,
    settings,
  });
  if (!sent.ok) return sent;
  describe(change, target, "sent for clearance", `Sent version ${present.number} of the cable for clearance`);
  return { ok: true };
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
  describe(
    change,
    target,
    "cleared",
    answered.next === "cleared" ? `${agreed}. The cable is now cleared` : agreed,
  );
  return { ok: true };
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
  describe(
    change,
    target,
    "returned",
    `The ${returned.desk} returned version ${present.number} of the cable: ${act.reasons}`,
  );
  return { ok: true };
}

/** What cables need of who is asked about them, among all that they are asked: a word for each. */
export async function listCableNeeds(
  read: Kysely<Schema>,
  campaignId: string,
  asked: readonly StoredRequest[],
): Promise<Need[]> {
  const needs = await Promise.all(
    asked
      .filter(({ subject }) => subject.kind === "cable")
      .map(async ({ subject, desk, dueAt }): Promise<Need[]> => {
        const letter = await findCorrespondence(read, campaignId, subject.id);
        if (letter === null) return [];
        const place = addressOf.letter(campaignId, letter.id);
        const title = `Cable: ${letter.versions[0].subject}`;
        return [{ need: "clearance", title, place, dueAt, desk: desk.name, isYours: true }];
      }),
  );
  return needs.flat();
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

function describe(change: Change, { campaignId, id }: Target, action: string, summary: string): void {
  const location = addressOf.letter(campaignId, id);
  change.describe({ recordKind: "correspondence", recordId: id, action, summary, location });
}
