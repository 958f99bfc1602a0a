import { daysBetween } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";

export type Days = { first: CalendarDate; last: CalendarDate };

type Timed = { startsAt: Date; endsAt: Date; zone: string; isAllDay: boolean };

/**
 * The first and the last day of an event: of whole days those that it was planned for, on the clock of its own zone;
 * otherwise the days on Washington's clock. An event that ends at midnight takes nothing of the day that begins then.
 */
export function daysTaken({ startsAt, endsAt, zone, isAllDay }: Timed): Days {
  return daysOnClock({ startsAt, endsAt }, isAllDay ? zone : WASHINGTON);
}

/** The first and the last day of a span on the clock of `zone`; an end at midnight belongs to the day before. */
export function daysOnClock({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string): Days {
  const first = dateIn(startsAt, zone);
  const last = dateIn(new Date(endsAt.getTime() - 1), zone);
  return { first, last: last < first ? first : last };
}

/** Days between two spans of days: 0 where they share one, 1 where one begins on the day after the other. */
export function daysApart(a: Days, b: Days): number {
  return Math.max(0, daysBetween(a.last, b.first), daysBetween(b.last, a.first));
}
