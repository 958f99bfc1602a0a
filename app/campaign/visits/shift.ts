import { type PlannedTime, wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { instantOf, type WallTime } from "#app/time/wall-time.ts";
import { daysOfVisit } from "./visit-days.ts";

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
  return `${addDays(wall.slice(0, 10), days)}${wall.slice(10)}`;
}

/** What followed a visit that was moved, and what did not, in one or two sentences. */
export function followedInWords(moved: number, stayed: readonly string[]): string {
  if (moved === 0 && stayed.length === 0) return "";
  const items = moved === 1 ? "1 item moved with it" : `${moved} items moved with it`;
  if (stayed.length === 0) return items;
  return `${moved === 0 ? "No item moved with it" : items}. Where they were: ${stayed.join(", ")}`;
}
