import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { addDays, FIRST_YEAR, LAST_YEAR } from "#app/time/calendar-date.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { LONGEST_DAYS } from "#app/time/length.ts";
import {
  type CalendarDate,
  dayOf,
  timeOf,
  WASHINGTON,
  type WallTime,
  wallAt,
  wallTimeIn,
} from "#app/time/wall-time.ts";
import type { TakenEvent } from "./calendar-reading.ts";
import type { Clock } from "./clock.ts";
import type { Span, TimeValue } from "./time-values.ts";

/** When an event takes place, as it is kept. */
export type TakenTime = Pick<
  TakenEvent,
  "wallStart" | "wallEnd" | "zone" | "startsAt" | "endsAt" | "isAllDay"
>;

/** How an event lasts: whole days, or a span from its start on. */
export type Lasting = { isAllDay: true; days: number } | { isAllDay: false; span: Span };

export type Taken<Value> = { ok: true; value: Value } | { ok: false; reason: string };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long an event lasts that starts so. Refuses an end before the start, a day beside an hour, and more than 21 days. */
export function lastingOf(
  start: TimeValue,
  end: TimeValue | Span | null,
  clocks: { start: Clock; end: Clock },
): Taken<Lasting> {
  const lasting = start.kind === "day" ? daysOf(start.day, end) : spanUntil(start, end, clocks);
  if (!lasting.ok) return lasting;
  const value = lasting.value;
  const length = value.isAllDay ? value.days * DAY : value.span.days * DAY + value.span.milliseconds;
  if (length < 0 || (value.isAllDay && value.days < 1))
    return { ok: false, reason: "it ends before it begins" };
  return length > LONGEST_DAYS * DAY
    ? { ok: false, reason: `it lasts longer than ${LONGEST_DAYS} days, the longest an event may last here` }
    : lasting;
}

function daysOf(day: CalendarDate, end: TimeValue | Span | null): Taken<Lasting> {
  if (end === null) return { ok: true, value: { isAllDay: true, days: 1 } };
  if (!("kind" in end)) {
    return end.milliseconds === 0
      ? { ok: true, value: { isAllDay: true, days: end.days } }
      : { ok: false, reason: "it begins on a day with no time but has a length in hours" };
  }
  if (end.kind === "time") return { ok: false, reason: "it begins on a day with no time but ends at a time" };
  const days = Math.round((Date.parse(end.day) - Date.parse(day)) / DAY);
  return { ok: true, value: { isAllDay: true, days: days === 0 ? 1 : days } };
}

function spanUntil(
  start: TimeValue & { kind: "time" },
  end: TimeValue | Span | null,
  clocks: { start: Clock; end: Clock },
): Taken<Lasting> {
  if (end === null) return { ok: true, value: { isAllDay: false, span: { days: 0, milliseconds: 0 } } };
  if (!("kind" in end)) return { ok: true, value: { isAllDay: false, span: end } };
  if (end.kind === "day") return { ok: false, reason: "it begins at a time but ends on a day without one" };
  const from = clocks.start.instantOf(start.wall, "first");
  const first = clocks.end.instantOf(end.wall, "first");
  const until =
    first.ok && from.ok && first.instant < from.instant ? clocks.end.instantOf(end.wall, "second") : first;
  if (!from.ok) return { ok: false, reason: skipped(start.wall) };
  if (!until.ok) return { ok: false, reason: skipped(end.wall) };
  const milliseconds = until.instant.getTime() - from.instant.getTime();
  return { ok: true, value: { isAllDay: false, span: { days: 0, milliseconds } } };
}

function skipped(wall: WallTime): string {
  return `the clocks in its time zone skip ${timeOf(wall)} on ${formatDayWithYear(dayOf(wall))}`;
}

/** The time at one wall time of the clock. Refuses what the clocks skip, and years outside 1900 to 2199. Source: DOMAIN.md, rule 14. */
export function timeTaken(wall: WallTime, clock: Clock, lasting: Lasting): Taken<TakenTime> {
  const year = Number(wall.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return {
      ok: false,
      reason: `it is in the year ${wall.slice(0, 4)}; the calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}`,
    };
  return timeOnClock(wall, clock, lasting);
}

/** The time at one wall time of the clock, in whatever year: a series may have begun long before. Refuses what the clocks skip. */
export function timeOnClock(wall: WallTime, clock: Clock, lasting: Lasting): Taken<TakenTime> {
  if (lasting.isAllDay) return { ok: true, value: daysTaken(dayOf(wall), lasting.days) };
  const starts = clock.instantOf(wall, "first");
  if (!starts.ok) return { ok: false, reason: skipped(wall) };
  const endsAt = endingAt(wall, starts.instant, clock, lasting.span);
  // What is kept on another clock than the file's (UTC, a zone of its own) shows the same instant there.
  const zone = clock.zone === "UTC" || clock.isOnlyInFile ? WASHINGTON : clock.zone;
  return {
    ok: true,
    value: {
      wallStart: wallTimeIn(starts.instant, zone),
      wallEnd: wallTimeIn(endsAt, zone),
      zone,
      startsAt: starts.instant.toISOString(),
      endsAt: endsAt.toISOString(),
      isAllDay: false,
    },
  };
}

/** Days on the clock first, then the exact rest [RFC 5545, section 3.3.6]. */
function endingAt(wall: WallTime, starts: Date, clock: Clock, { days, milliseconds }: Span): Date {
  const rest = Math.floor(milliseconds / MINUTE) * MINUTE;
  if (days === 0) return new Date(starts.getTime() + rest);
  const later = clock.instantOf(wallAt(addDays(dayOf(wall), days), timeOf(wall)), "first");
  const after = later.ok ? later.instant.getTime() : starts.getTime() + days * DAY;
  return new Date(after + rest);
}

function daysTaken(first: CalendarDate, days: number): TakenTime {
  const { startsAt, endsAt, ...time } = wholeDays(first, addDays(first, days - 1), WASHINGTON);
  return { ...time, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
