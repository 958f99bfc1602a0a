import { addDays } from "#app/time/calendar-date.ts";
import { formatDay, formatDays } from "#app/time/format.ts";
import { holidaysBetween } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dateIn,
  hoursAheadOfWashington,
  timeIn,
  WASHINGTON,
} from "#app/time/wall-time.ts";
import type { HomeCapital } from "./home-capital.ts";

/**
 * How a capital's clock stands to Washington's, now and in the year to come: "Now 10:40 in Washington, 16:40
 * in Prague. 6 hours ahead; 5 from 14 to 28 March 2027." Only the next days that differ are named, from the
 * day on which one side changes its clocks to the day on which the other does.
 */
export function describeHomeClock(capital: HomeCapital, now: Date): string {
  const today = dateIn(now, WASHINGTON);
  const gaps = Array.from({ length: 365 }, (_, index) => gapOn(addDays(today, index), capital.zone));
  const usual = mostFrequent(gaps.map(({ hours }) => hours));
  const times = `Now ${timeIn(now, WASHINGTON)} in Washington, ${timeIn(now, capital.zone)} in ${capital.city}.`;
  const first = gaps.findIndex(({ hours }) => hours !== usual);
  const exception = gaps[first];
  if (exception === undefined) return `${times} ${hoursAhead(usual)}.`;
  const length = gaps.slice(first).findIndex(({ hours }) => hours !== exception.hours);
  const last = gaps[length < 0 ? gaps.length - 1 : first + length] ?? exception;
  return `${times} ${hoursAhead(usual)}; ${exception.hours} from ${formatDays(exception.day, last.day)}.`;
}

/** The next public holiday of a country, today included: "Tue 17 Nov, Freedom and Democracy Day"; "" for none. */
export function describeNextHoliday(country: string, today: CalendarDate): string {
  const [next] = holidaysBetween(country, today, addDays(today, 365));
  return next === undefined ? "" : `${formatDay(next.date, today)}, ${next.name}`;
}

function gapOn(day: CalendarDate, zone: string): { day: CalendarDate; hours: number } {
  return { day, hours: hoursAheadOfWashington(new Date(`${day}T17:00:00.000Z`), zone) };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function hoursAhead(hours: number): string {
  return `${hours} hours ahead`;
}
