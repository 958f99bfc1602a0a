import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** The Mondays of a year, each of which names its week: 52, or 53. */
export function mondaysOf(year: number): CalendarDate[] {
  const first = mondayOf(`${year}-01-07`);
  const mondays = Array.from({ length: 53 }, (_, week) => addDays(first, 7 * week));
  return mondays.filter((monday) => monday.startsWith(String(year)));
}

/** The months of a year with the weeks that begin in each: "January", its Mondays. */
export type MonthOfWeeks<Week> = { name: string; first: CalendarDate; weeks: Week[] };

/** Weeks by the month that their Monday lies in. */
export function byMonth<Week extends { monday: CalendarDate }>(weeks: readonly Week[]): MonthOfWeeks<Week>[] {
  const months = Map.groupBy(weeks, ({ monday }) => monday.slice(0, 7));
  return [...months].map(([month, ofMonth]) => ({
    name: MONTHS[Number(month.slice(5)) - 1] ?? "",
    first: `${month}-01`,
    weeks: ofMonth,
  }));
}

/**
 * The day on which the Congress after the one of `year` begins, at noon on 3 January of the next odd year; null for
 * an odd year, in whose January no Congress ends. Source: Twentieth Amendment to the Constitution, section 2.
 */
export function newCongressAfter(year: number): CalendarDate | null {
  return year % 2 === 0 ? `${year + 1}-01-03` : null;
}
