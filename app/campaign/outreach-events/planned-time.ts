import { addDays } from "#app/time/calendar-date.ts";
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

export type RefusedTime = { ok: false; field: TimeField; reason: Refusal };

const MINUTE = 60_000;

/**
 * Reads when an event takes place, in the clock of `zone`.
 *
 * Whole days begin at the first midnight and end at the one after the last. Without an end it lasts `usualMinutes`; without a last day it ends on the day on which it begins. Refuses,
 * naming the field, what parseDate and parseTime refuse, a time that the clocks skip, one that they show twice
 * unless `occurrence` says which, an end that is not after the start, and more than 21 days.
 * Source: DOMAIN.md, rule 1.
 */
export function readPlannedTime(
  typed: TypedTime,
  zone: Zone,
  usualMinutes: number,
  today: CalendarDate,
): { ok: true; time: PlannedTime } | RefusedTime {
  const date = parseDate(typed.date, today);
  if (!date.ok) return { ok: false, field: "date", reason: date.reason };
  if (typed.isAllDay) return readWholeDays(typed, date.date, zone, today);
  const start = parseTime(typed.start);
  if (!start.ok) return { ok: false, field: "start", reason: start.reason };
  const wallStart = wallAt(date.date, start.time);
  const startsAt = instantOf(wallStart, zone, typed.occurrence);
  if (!startsAt.ok) return { ok: false, field: fieldFor(startsAt.reason, "start"), reason: startsAt.reason };
  const end = readEnd(typed, startsAt.instant, date.date, zone, usualMinutes, today);
  if (!end.ok) return end;
  return { ok: true, time: { wallStart, zone, startsAt: startsAt.instant, ...end.end, isAllDay: false } };
}

function readWholeDays(
  typed: TypedTime,
  first: CalendarDate,
  zone: Zone,
  today: CalendarDate,
): { ok: true; time: PlannedTime } | RefusedTime {
  const last = readLastDay(typed, first, today);
  if (!last.ok) return { ok: false, field: "lastDate", reason: last.reason };
  if (last.date < first) return { ok: false, field: "lastDate", reason: "end-before-start" };
  if (last.date > addDays(first, LONGEST_DAYS - 1))
    return { ok: false, field: "lastDate", reason: "event-too-long" };
  return { ok: true, time: wholeDays(first, last.date, zone) };
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

function readLastDay(typed: TypedTime, first: CalendarDate, today: CalendarDate) {
  return typed.lastDate.trim() === "" ? { ok: true as const, date: first } : parseDate(typed.lastDate, today);
}

type End = { wallEnd: WallTime; endsAt: Date };

function readEnd(
  typed: TypedTime,
  startsAt: Date,
  startDate: CalendarDate,
  zone: Zone,
  usualMinutes: number,
  today: CalendarDate,
): { ok: true; end: End } | RefusedTime {
  const last = readLastDay(typed, startDate, today);
  if (!last.ok) return { ok: false, field: "lastDate", reason: last.reason };
  if (typed.end.trim() === "" && last.date === startDate) {
    const endsAt = new Date(startsAt.getTime() + usualMinutes * MINUTE);
    return { ok: true, end: { endsAt, wallEnd: wallTimeIn(endsAt, zone) } };
  }
  const time = parseTime(typed.end);
  if (!time.ok) return { ok: false, field: "end", reason: time.reason };
  const wallEnd = wallAt(last.date, time.time);
  // An hour that occurs twice ends an event that is under way: the first one after its start is meant.
  const candidates = (["first", "second"] as const).map((occurrence) => instantOf(wallEnd, zone, occurrence));
  const [first] = candidates;
  if (first && !first.ok) return { ok: false, field: "end", reason: first.reason };
  const endsAt = candidates.flatMap((found) => (found.ok ? [found.instant] : [])).find((at) => at > startsAt);
  const field = typed.lastDate.trim() === "" ? "end" : "lastDate";
  if (!endsAt) return { ok: false, field, reason: "end-before-start" };
  if (last.date > addDays(startDate, LONGEST_DAYS)) return { ok: false, field, reason: "event-too-long" };
  return { ok: true, end: { wallEnd, endsAt } };
}

function fieldFor(reason: "time-does-not-exist" | "time-occurs-twice", field: TimeField): TimeField {
  return reason === "time-occurs-twice" ? "occurrence" : field;
}

/** What to tell the person who typed the time; one wording for each refusal. */
export function explainTimeOfEvent(refusal: RefusedTime): string {
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
