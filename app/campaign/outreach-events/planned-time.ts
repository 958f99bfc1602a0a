import { addDays } from "#app/time/calendar-date.ts";
import { formatDayAndTimeWithYear, formatDayWithYear } from "#app/time/format.ts";
import { LONGEST_DAYS } from "#app/time/length.ts";
import {
  type DateRefusal,
  explainDateRefusal,
  explainTimeRefusal,
  parseDate,
  parseTime,
  type TimeRefusal,
} from "#app/time/parse-date.ts";
import {
  type CalendarDate,
  dayOf,
  instantOf,
  NO_SUCH_TIME,
  type Occurrence,
  startOfDay,
  type Timed,
  type WallTime,
  wallAt,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";

/** What the form asks about time, as typed. `end` and `lastDate` may stay empty; whole days have no times. */
export type TypedTime = {
  date: string;
  start: string;
  end: string;
  lastDate: string;
  occurrence: Occurrence | null;
  isAllDay: boolean;
};

export type PlannedTime = Timed & {
  wallStart: WallTime;
  wallEnd: WallTime;
};

type Refusal =
  | DateRefusal
  | TimeRefusal
  | "time-does-not-exist"
  | "time-occurs-twice"
  | "end-before-start"
  | "event-too-long";

export type TimeField = "date" | "start" | "end" | "lastDate" | "occurrence";

/** What is wrong with one field. */
export type TimeFault = { field: TimeField; reason: Refusal };

export type ReadTime = { ok: true; time: PlannedTime } | { ok: false; faults: readonly TimeFault[] };

const MINUTE = 60_000;

/**
 * Reads when an event takes place, in the clock of `zone`.
 *
 * Whole days begin at the first midnight and end at the one after the last. Without an end it lasts `usualMinutes`; without a last day it ends on the day on which it begins. Refuses,
 * naming each field at once, what parseDate and parseTime refuse, a time that the clocks skip, one that they show twice
 * unless `occurrence` says which, an end that is not after the start, and more than 21 days.
 * Source: DOMAIN.md, rule 1.
 */
export function readPlannedTime(
  typed: TypedTime,
  zone: Zone,
  usualMinutes: number,
  today: CalendarDate,
): ReadTime {
  const faults: TimeFault[] = [];
  const refuse = (field: TimeField, reason: Refusal) => {
    if (!faults.some((fault) => fault.field === field)) faults.push({ field, reason });
    return null;
  };
  const dayIn = (field: "date" | "lastDate") => {
    const read = parseDate(typed[field], today);
    return read.ok ? read.date : refuse(field, read.reason);
  };
  const first = dayIn("date");
  const last = typed.lastDate.trim() === "" ? first : dayIn("lastDate");
  const most = typed.isAllDay ? LONGEST_DAYS - 1 : LONGEST_DAYS;
  if (first !== null && last !== null && last < first) refuse("lastDate", "end-before-start");
  if (first !== null && last !== null && last > addDays(first, most)) refuse("lastDate", "event-too-long");
  const time = typed.isAllDay
    ? first && last && wholeDays(first, last, zone)
    : readHours(typed, { first, last }, { zone, usualMinutes }, refuse);
  return time === null || faults.length > 0 ? { ok: false, faults } : { ok: true, time };
}

type Days = { first: CalendarDate | null; last: CalendarDate | null };
type Refuse = (field: TimeField, reason: Refusal) => null;

/** Null where something of it is refused. */
function readHours(
  typed: TypedTime,
  { first, last }: Days,
  { zone, usualMinutes }: { zone: Zone; usualMinutes: number },
  refuse: Refuse,
): PlannedTime | null {
  const timeIn = (field: "start" | "end") => {
    const read = parseTime(typed[field]);
    return read.ok ? read.time : refuse(field, read.reason);
  };
  const isOneDay = typed.lastDate.trim() === "" || first === last;
  const hasEnd = typed.end.trim() !== "" || !isOneDay;
  const start = timeIn("start");
  const end = hasEnd ? timeIn("end") : null;
  const found = start && first && instantOf(wallAt(first, start), zone, typed.occurrence);
  if (start === null || !found?.ok) {
    const reason = found === null || found.ok ? null : found.reason;
    const isTwice = reason === "time-occurs-twice";
    if (reason !== null) refuse(isTwice ? "occurrence" : "start", reason);
    const isBefore = isOneDay && start !== null && end !== null && end <= start;
    return isBefore && !isTwice ? refuse("end", "end-before-start") : null;
  }
  const startsAt = found.instant;
  const wallStart = wallTimeIn(startsAt, zone);
  if (!hasEnd) {
    const endsAt = new Date(startsAt.getTime() + usualMinutes * MINUTE);
    return { wallStart, zone, startsAt, endsAt, wallEnd: wallTimeIn(endsAt, zone), isAllDay: false };
  }
  if (end === null || last === null) return null;
  const wallEnd = wallAt(last, end);
  const endsAt = endAfter(startsAt, wallEnd, zone, (reason) =>
    refuse(typed.lastDate.trim() === "" || reason !== "end-before-start" ? "end" : "lastDate", reason),
  );
  return endsAt && { wallStart, zone, startsAt, endsAt, wallEnd, isAllDay: false };
}

/** An hour that occurs twice ends an event that is under way: the first one after its start is meant. */
function endAfter(
  startsAt: Date,
  wallEnd: WallTime,
  zone: Zone,
  refuse: (reason: Refusal) => null,
): Date | null {
  const candidates = (["first", "second"] as const).map((occurrence) => instantOf(wallEnd, zone, occurrence));
  const [first] = candidates;
  if (first && !first.ok) return refuse(first.reason);
  const ends = candidates.flatMap((found) => (found.ok ? [found.instant] : []));
  return ends.find((at) => at > startsAt) ?? refuse("end-before-start");
}

/** The whole days from `first` to `last`, both included, on the clock of `zone`. A day whose midnight the clocks skip begins when they go on. */
export function wholeDays(first: CalendarDate, last: CalendarDate, zone: Zone): PlannedTime {
  const after = addDays(last, 1);
  return {
    wallStart: `${first}T00:00`,
    wallEnd: `${after}T00:00`,
    zone,
    startsAt: startOfDay(first, zone),
    endsAt: startOfDay(after, zone),
    isAllDay: true,
  };
}

/** When an event begins, in short: "Thu 12 Nov 2026, 14:00", of whole days "Thu 12 Nov 2026". */
export function startInWords({
  isAllDay,
  wallStart,
  startsAt,
}: Pick<PlannedTime, "isAllDay" | "wallStart" | "startsAt">): string {
  return isAllDay ? formatDayWithYear(dayOf(wallStart)) : formatDayAndTimeWithYear(startsAt);
}

/** What to tell the person who typed the time, at each field. */
export function explainTimes(faults: readonly TimeFault[]): Readonly<Record<string, string>> {
  return Object.fromEntries(faults.map((fault) => [fault.field, explainTimeOfEvent(fault)]));
}

/** What to tell the person who typed the time; one wording for each refusal. */
export function explainTimeOfEvent(refusal: TimeFault): string {
  switch (refusal.reason) {
    case "time-does-not-exist":
      return NO_SUCH_TIME;
    case "time-occurs-twice":
      return "That time occurs twice: the clocks go back in that hour. Say which one you mean";
    case "end-before-start":
      return "Enter an end after the start";
    case "event-too-long":
      return `An event may last ${LONGEST_DAYS} days at most. Plan a longer one as several events`;
    case "time-missing":
    case "time-not-understood":
      return explainTimeRefusal(refusal.reason);
    default:
      return explainDateRefusal(refusal.reason);
  }
}
