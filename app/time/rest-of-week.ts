import { addDays, mondayOf } from "./calendar-date.ts";
import { type CalendarDate, dateIn, instantOf, WASHINGTON } from "./wall-time.ts";

/** From the midnight before `now` to the midnight after the next Sunday, both in Washington. */
export function restOfWeek(now: Date): { from: Date; to: Date } {
  const today = dateIn(now, WASHINGTON);
  return { from: midnight(today), to: midnight(addDays(mondayOf(today), 7)) };
}

/** Clocks in Washington change at 02:00, so midnight always exists, once. */
function midnight(date: CalendarDate): Date {
  const at = instantOf(`${date}T00:00`, WASHINGTON, "first");
  if (!at.ok) throw new Error("Washington has no midnight that day.");
  return at.instant;
}
