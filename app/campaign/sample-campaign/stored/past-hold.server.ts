import { z } from "zod";
import { listRound } from "#app/campaign/clearances/requests.server.ts";
import {
  answerHoldingLine,
  answerHoldingLineBySilence,
  sendHoldingLine,
} from "#app/campaign/holds/holding-lines/holding-line-clearance.server.ts";
import { subjectOfLine } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { findHoldingLine, saveHoldingLine } from "#app/campaign/holds/holding-lines/store.server.ts";
import { liftMessageHold, placeMessageHold } from "#app/campaign/holds/store.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import { type CalendarDate, instantOf, type TimeOfDay, WASHINGTON, wallAt } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { hour, readNote } from "../read-sample-data.ts";
import { workingDayAgo } from "../sample-days.ts";
import { AUTONOMY, SAMPLE_HANDLING } from "../who-is-who.ts";
import { type Answer, act, type Scribe, SYSTEM } from "./scribe.server.ts";

const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: true };
const deed = z.strictObject({ by: z.string(), at: hour });
/** A morning on which the news stopped a message of the first campaign; times are Washington's clock. */
const { front, under } = readNote(
  "past-hold.md",
  z.strictObject({
    daysAgo: z.int(),
    message: z.int(),
    placed: deed,
    lifted: deed,
    // Where the desk is that says nothing: its silence counts only in its working time.
    silentIn: z.string(),
    line: deed.extend({ sentAt: hour, dueAt: hour, expires: hour }),
    // Who answers at once; the others are counted by their silence at the due time.
    answers: z.array(deed),
  }),
);
const { placed, line, answers, lifted } = front;
const MOST_DAYS_BACK = 14;

/** A day on which Washington works, and the desk that says nothing. */
function dayOfPastHold(today: CalendarDate): CalendarDate {
  const latest = workingDayAgo(today, front.daysAgo);
  const days = Array.from({ length: MOST_DAYS_BACK }, (_, back) => addDays(latest, -back));
  const countries = [UNITED_STATES, front.silentIn];
  return days.find((day) => countries.every((country) => isWorkingDay(day, country))) ?? latest;
}

type Morning = { scribe: Scribe; day: CalendarDate };

/** A hold of the past: placed before nine, a holding line cleared by silence at eleven, lifted in the afternoon. */
export async function writePastHold(scribe: Scribe): Promise<void> {
  const morning = { scribe, day: dayOfPastHold(scribe.sample.days.today) };
  const holdId = await acted(morning, placed, place);
  const target = { campaignId: AUTONOMY, holdId };
  await acted(morning, line, (change) => saveHoldingLine(change, target, lineOf(morning), null));
  const dueAt = instant(morning, line.dueAt);
  await acted(morning, { ...line, at: line.sentAt }, (change) =>
    sendHoldingLine(change, target, { dueAt, settings, shownHash: null }),
  );
  for (const one of answers) {
    await acted(morning, one, async (change) =>
      answerHoldingLine(change, target, {
        ...(await asked(change, target.holdId, scribe.idOf("account", one.by))),
        settings,
      }),
    );
  }
  await acted(morning, { by: SYSTEM, at: line.dueAt }, async (change) =>
    answerHoldingLineBySilence(change, target, { ...(await asked(change, target.holdId, null)), settings }),
  );
  const holder = { role: "embassy clearer", isHeadOfMission: true } as const;
  const reason = under("Why it was lifted");
  await acted(morning, lifted, (change) =>
    liftMessageHold(change, target, { by: holder, reason, handling: SAMPLE_HANDLING }),
  );
}

async function place(change: Change): Promise<Answer> {
  const message = await findKeyMessage(change.read, AUTONOMY, String(front.message));
  if (message === null) return { ok: false, reason: "not-found" };
  const { id, number, newest } = message;
  const held = { id, number, title: newest.title, isRetired: false };
  const holder = { role: "embassy clearer", isHeadOfMission: false } as const;
  const request = { by: holder, reason: under("Why it was placed"), handling: SAMPLE_HANDLING };
  return placeMessageHold(change, { campaignId: AUTONOMY, message: held }, request);
}

function lineOf(morning: Morning) {
  return {
    text: under("Holding line"),
    handling: SAMPLE_HANDLING,
    expiresAt: instant(morning, line.expires),
    wallExpires: wallAt(morning.day, line.expires),
    zone: WASHINGTON,
    reason: "",
  };
}

/** What a colleague is asked about the line, or whatever is still open. */
async function asked(change: Change, holdId: string, who: string | null) {
  const written = await findHoldingLine(change.read, holdId);
  const round = written === null ? [] : await listRound(change.read, subjectOfLine(written.id));
  const open = round.filter(({ answer }) => answer === null);
  const mine = who === null ? open : open.filter(({ desk }) => desk.holder?.accountId === who);
  return { requestId: mine[0]?.id ?? "", shownHash: mine[0]?.hash ?? "" };
}

function instant({ day }: Morning, time: TimeOfDay): Date {
  const found = instantOf(wallAt(day, time), WASHINGTON);
  if (!found.ok) throw new Error(`There is no ${time} on ${day}`);
  return found.instant;
}

function acted(
  morning: Morning,
  { by, at }: { by: string; at: TimeOfDay },
  work: (change: Change) => Promise<Answer>,
): Promise<string> {
  return act(morning.scribe, { by, at: instant(morning, at), campaign: AUTONOMY }, work);
}
