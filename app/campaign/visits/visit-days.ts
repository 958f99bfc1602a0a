import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate, WallTime } from "#app/time/wall-time.ts";

/** The first and the last day of a visit, on the clocks of the place where it is. */
export type VisitDays = { first: CalendarDate; last: CalendarDate };

type Spell = { wallStart: WallTime; wallEnd: WallTime; isAllDay: boolean };

/**
 * The days of a visit by its wall times. Whole days end at the midnight after the last one, so that midnight is not a
 * day of its own; neither is it for a visit that ends at midnight. Source: DESIGN.md, section 6.
 */
export function daysOfVisit({ wallStart, wallEnd }: Spell): VisitDays {
  const first = wallStart.slice(0, 10);
  const end = wallEnd.slice(0, 10);
  const last = wallEnd.slice(11) === "00:00" && end > first ? addDays(end, -1) : end;
  return { first, last };
}

/** "D−9" before the first day, "D" on each day of the visit, "D+2" after the last. */
export function dayOfVisit({ first, last }: VisitDays, day: CalendarDate): string {
  if (day < first) return signedDay(daysBetween(first, day));
  return day > last ? signedDay(daysBetween(last, day)) : "D";
}

/** "D−10", "D", "D+3": a day counted from the visit, with a true minus. */
export function signedDay(days: number): string {
  if (days === 0) return "D";
  return days < 0 ? `D\u2212${-days}` : `D+${days}`;
}
