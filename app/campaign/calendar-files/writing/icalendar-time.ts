import type { WallTime } from "#app/time/wall-time.ts";
import { isShownOnce } from "#app/time/zone-changes.ts";
import { recurrenceIdOf } from "../identity.ts";
import { contentLine } from "./icalendar-line.ts";

/** "20261110T190000Z". Source: RFC 5545, section 3.3.5. */
export function utcValue(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/**
 * A time as the clock on the wall shows it, with its zone; a whole day as a date; what stands on UTC's own clock, in UTC.
 * Source: RFC 5545, section 3.3.5, forms 1 to 3.
 */
export function wallLine(name: string, wall: WallTime, zone: string, isAllDay: boolean): string {
  const value = recurrenceIdOf(wall, isAllDay);
  if (isAllDay) return contentLine(`${name};VALUE=DATE`, value);
  return zone === "UTC" ? contentLine(name, `${value}Z`) : contentLine(`${name};TZID=${zone}`, value);
}

/**
 * A time of an event: on its own clock, but in UTC where that clock shows the time twice, since readers do not agree on
 * which of them is meant. Source: RFC 5545, section 3.3.5.
 */
export function timeLine(
  name: string,
  { wall, zone, instant, isAllDay }: { wall: WallTime; zone: string; instant: Date; isAllDay: boolean },
): string {
  const isClear = isAllDay || isShownOnce(wall, zone);
  return isClear ? wallLine(name, wall, zone, isAllDay) : contentLine(name, utcValue(instant));
}
