import { type PlannedTime, wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { counted } from "#app/text/in-words.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, instantOf, timeOf, type WallTime, wallAt } from "#app/time/wall-time.ts";

/** The first and the last day of a visit, on the clocks of the place where it is. */
export type VisitDays = { first: CalendarDate; last: CalendarDate };

type Spell = { wallStart: WallTime; wallEnd: WallTime; isAllDay: boolean };

/**
 * The days of a visit by its wall times. Whole days end at the midnight after the last one, so that midnight is not a
 * day of its own; neither is it for a visit that ends at midnight. Source: DESIGN.md, section 6.
 */
export function daysOfVisit({ wallStart, wallEnd }: Omit<Spell, "isAllDay">): VisitDays {
  const first = dayOf(wallStart);
  const end = dayOf(wallEnd);
  const last = timeOf(wallEnd) === "00:00" && end > first ? addDays(end, -1) : end;
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

/**
 * The same hours `days` days later (earlier when negative) on the clock of its own zone, whatever the clocks do in
 * between. Of an hour that occurs twice the first is taken. Null where the clocks skip its beginning or its end on that
 * day: nothing is guessed. Source: DOMAIN.md, rule 1.
 */
export function shiftByDays(time: PlannedTime, days: number): PlannedTime | null {
  if (time.isAllDay) {
    const { first, last } = daysOfVisit(time);
    return wholeDays(addDays(first, days), addDays(last, days), time.zone);
  }
  const wallStart = shiftWall(time.wallStart, days);
  const wallEnd = shiftWall(time.wallEnd, days);
  const start = instantOf(wallStart, time.zone, "first");
  if (!start.ok) return null;
  const ends = (["first", "second"] as const).map((which) => instantOf(wallEnd, time.zone, which));
  const end = ends.flatMap((one) => (one.ok && one.instant > start.instant ? [one.instant] : []))[0];
  return end === undefined ? null : { ...time, wallStart, wallEnd, startsAt: start.instant, endsAt: end };
}

/** A wall time `days` days later, at the same hour. */
export function shiftWall(wall: WallTime, days: number): WallTime {
  return wallAt(addDays(dayOf(wall), days), timeOf(wall));
}

/** What followed a visit that was moved, and what did not, in one or two sentences. */
export function followedInWords(moved: number, stayed: readonly string[]): string {
  if (moved === 0 && stayed.length === 0) return "";
  const items = `${moved === 0 ? "No items" : counted(moved, "item")} moved with it`;
  return stayed.length === 0 ? items : `${items}. Not moved: ${stayed.join(", ")}`;
}
