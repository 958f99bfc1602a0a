import { briefDueOnDay, clearanceDueOnDay } from "#app/time/back-planning.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { cityOf } from "#app/time/format.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import {
  type DateRefusal,
  explainDateRefusal,
  explainTimeRefusal,
  parseDate,
  parseTime,
  type TimeRefusal,
} from "#app/time/parse-date.ts";
import { type CalendarDate, dateIn, instantOf, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/**
 * When the clearance of a paper is due: noon in Washington on the day counted back from the event, skipping the
 * holidays of the clearer's country (ISO 3166). Source: DOMAIN.md, rule 10.
 */
export function clearanceDueAt(eventStarts: Date, country: string): Date {
  return clearanceDueOnDay(dateIn(eventStarts, WASHINGTON), country);
}

/**
 * The time to offer a desk of that country: the rule's, or when that has passed already, the hour at which the brief
 * is due, or the event's own start. Null where all three have passed, or no event sets a time.
 */
export function offeredDueAt(eventStarts: Date | null, country: string, now: Date): Date | null {
  if (eventStarts === null) return null;
  const brief = briefDueOnDay(dateIn(eventStarts, WASHINGTON));
  const offers = [clearanceDueAt(eventStarts, country), brief, eventStarts];
  return offers.find((offer) => offer > now) ?? null;
}

const HOUR_MS = 60 * 60_000;

/** What of its working time a desk needs before its silence counts: in milliseconds, and in words. */
const NOTICE: Readonly<Record<string, { time: number; words: string }>> = {
  "talking points": { time: 8 * HOUR_MS, words: "a working day" },
  "holding line": { time: 2 * HOUR_MS, words: "two working hours" },
};

/** A desk as it is asked about a text of some kind; `askedAt` is now where it is not asked yet. */
export type AskedInTime = {
  side: "embassy" | "ministry";
  kind: string;
  desk: OfficeClock;
  dueAt: Date | null;
  askedAt: Date;
  silenceIsAgreement: boolean;
};

/**
 * When the silence of a desk counts as agreement: at its due time, where the campaign's setting allows it and enough
 * working time by the desk's own clock lay between asking and then, eight hours for a paper (a working day), two for a
 * holding line. Null where silence is no answer. The embassy always answers by a person, so that no text is cleared
 * which no clearer has seen. Source: DOMAIN.md, clearance.
 */
export function silenceAt({
  side,
  kind,
  desk,
  dueAt,
  askedAt,
  silenceIsAgreement,
}: AskedInTime): Date | null {
  const notice = NOTICE[kind];
  if (!silenceIsAgreement || side === "embassy" || dueAt === null || notice === undefined) return null;
  return workingTimeBetween(askedAt, dueAt, desk, notice.time) >= notice.time ? dueAt : null;
}

/** What a desk's saying nothing until its time means; "" where silence is no answer anyway. */
export function explainSilence(asked: AskedInTime): string {
  const notice = NOTICE[asked.kind];
  if (!asked.silenceIsAgreement || asked.side === "embassy" || asked.dueAt === null) return "";
  if (silenceAt(asked) !== null) return "If it has not objected by then, its silence counts as agreement.";
  const hours = `09:00 to 17:00 in ${cityOf(asked.desk.zone)}, excluding holidays`;
  return `It has less than ${notice?.words ?? "enough time"} (${hours}) until then, so silence does not count and a person must answer.`;
}

/** Where an office keeps its hours: `zone` (IANA) is its clock, `country` (ISO 3166) has its holidays. */
type OfficeClock = { zone: Zone; country: string };

const OPENS = "09:00";
const CLOSES = "17:00";

/** A walk over days ends here: in any country more than enough working time lies in a year. */
const MOST_DAYS = 400;

/**
 * The working time between two instants by an office's clock, in milliseconds: 09:00 to 17:00 on its working days, its
 * excluding holidays. It is counted up to `most` and no further; 0 where `to` is not after `from`.
 * Source: DOMAIN.md, clearance.
 */
export function workingTimeBetween(from: Date, to: Date, clock: OfficeClock, most: number): number {
  const last = dateIn(to, clock.zone);
  let counted = 0;
  let day = dateIn(from, clock.zone);
  for (let looked = 0; looked < MOST_DAYS && day <= last && counted < most; looked += 1) {
    counted += workingTimeOn(day, from, to, clock);
    day = addDays(day, 1);
  }
  return Math.min(counted, most);
}

function workingTimeOn(day: CalendarDate, from: Date, to: Date, { zone, country }: OfficeClock): number {
  if (!isWorkingDay(day, country)) return 0;
  const opens = instantOf(`${day}T${OPENS}`, zone, "first");
  const closes = instantOf(`${day}T${CLOSES}`, zone, "second");
  if (!opens.ok || !closes.ok) return 0;
  const begins = Math.max(opens.instant.getTime(), from.getTime());
  const ends = Math.min(closes.instant.getTime(), to.getTime());
  return Math.max(0, ends - begins);
}

export type DueRefusal =
  | DateRefusal
  | TimeRefusal
  | "time-does-not-exist"
  | "time-occurs-twice"
  | "due-in-the-past";

type ParsedDue = { ok: true; dueAt: Date | null } | { ok: false; reason: DueRefusal };

/**
 * A due time typed as text, by Washington's clock: "Mon 9 Nov 2026, 12:00", "9 Nov 12:00", "tomorrow noon". Empty
 * means that no time is set. Refuses what no clock in Washington shows, or shows twice, and what has passed at `now`.
 */
export function parseDue(text: string, now: Date): ParsedDue {
  const typed = text.trim().replace(/\s+/g, " ");
  if (typed === "") return { ok: true, dueAt: null };
  const today = dateIn(now, WASHINGTON);
  // "12 Nov 2026" is a day without a time, and not the 12th at 20:26.
  if (parseDate(typed, today).ok) return { ok: false, reason: "time-missing" };
  const [, day = typed, hour = ""] = /^(.*?)[, ]+(\S+(?: ?[ap]\.?m\.?)?)$/i.exec(typed) ?? [];
  const time = parseTime(hour);
  const date = parseDate(time.ok ? day : typed, today);
  if (!date.ok) return date;
  if (!time.ok) return { ok: false, reason: "time-missing" };
  const found = instantOf(`${date.date}T${time.time}`, WASHINGTON);
  if (!found.ok) return found;
  return found.instant > now ? { ok: true, dueAt: found.instant } : { ok: false, reason: "due-in-the-past" };
}

/** What to tell the person who typed the due time; one wording for each refusal. */
export function explainDueRefusal(reason: DueRefusal): string {
  switch (reason) {
    case "time-missing":
    case "time-not-understood":
      return `${explainTimeRefusal(reason)}, after the day`;
    case "time-does-not-exist":
      return "The clocks in Washington go forward and skip this time. Choose another";
    case "time-occurs-twice":
      return "The clocks in Washington go back and this time occurs twice. Choose another";
    case "due-in-the-past":
      return "This time has passed. Choose a later one";
    default:
      return explainDateRefusal(reason);
  }
}
