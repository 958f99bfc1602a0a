import { isWrittenDay } from "#app/time/calendar-date.ts";
import { type CalendarDate, clockTime, type WallTime, wallAt } from "#app/time/wall-time.ts";
import { type FileProperty, parameterOf } from "./file-property.ts";

/** A time as the file has it: a day, or a wall time on a clock that is UTC's, one with a TZID, or not said. */
export type TimeValue =
  | { kind: "day"; day: CalendarDate }
  | { kind: "time"; wall: WallTime; seconds: number; isUtc: boolean; tzid: string };

/** The wall time at which a time value begins: midnight of a day. */
export function wallOf(time: TimeValue): WallTime {
  return time.kind === "day" ? `${time.day}T00:00` : time.wall;
}

/** How long: whole days on the clock of the event, and milliseconds beside them. */
export type Span = { days: number; milliseconds: number };

/** The values of DTSTART, DTEND, EXDATE, RDATE or RECURRENCE-ID; null for each that no calendar shows. */
export function timesOf(property: FileProperty): (TimeValue | null)[] {
  const tzid = parameterOf(property, "tzid");
  return property.values.map((value) => (typeof value === "string" ? timeOf(value, tzid) : null));
}

/** The times of an RDATE with VALUE=PERIOD: where each begins, and where it ends or how long it is. */
export function periodsOf(property: FileProperty): { start: TimeValue; end: TimeValue | Span }[] {
  const tzid = parameterOf(property, "tzid");
  return property.values.flatMap((value) => {
    const [from, to]: unknown[] = Array.isArray(value) ? value : [];
    if (typeof from !== "string" || typeof to !== "string") return [];
    const start = timeOf(from, tzid);
    const end = timeOf(to, tzid) ?? spanOf(to);
    return start === null || end === null ? [] : [{ start, end }];
  });
}

/** Many files leave VALUE=DATE away beside a day; ical.js then gives "2026-11-12T::", or the digits as they are. */
const BARE_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z?))?$/;

function timeOf(value: string, tzid: string): TimeValue | null {
  const match = SHAPE.exec(value.trim().replace(/T:*$/, "").replace(BARE_DAY, "$1-$2-$3"));
  if (match === null) return null;
  const [, day = "", hour, minute, second, zulu] = match;
  if (!isWrittenDay(day)) return null;
  if (hour === undefined || minute === undefined) return { kind: "day", day };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  return {
    kind: "time",
    wall: wallAt(day, clockTime(Number(hour), Number(minute))),
    seconds: Number(second),
    isUtc: zulu === "Z",
    tzid,
  };
}

const SECOND = 1_000;
const MOST_DAYS = 100_000;

/** A duration [RFC 5545, section 3.3.6]; null where it is none, negative or beyond all reason. */
export function spanOf(text: string): Span | null {
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text.trim());
  if (match === null || !/\d/.test(text)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const span = {
    days: weeks * 7 + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * SECOND,
  };
  return span.days > MOST_DAYS || span.milliseconds > MOST_DAYS * 86_400 * SECOND ? null : span;
}
