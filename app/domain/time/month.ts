import { addDays, mondayOf } from "./calendar-date.ts";
import type { CalendarDate } from "./wall-time.ts";

/** The first day of the month that `date` lies in. */
export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of the month `months` later; negative goes back. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const first = new Date(`${firstOfMonth(date)}T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

/** The weeks that the month of `date` touches, from a Monday to a Sunday: 28 to 42 days. */
export function weeksOfMonth(date: CalendarDate): { first: CalendarDate; last: CalendarDate } {
  const lastOfMonth = addDays(addMonths(date, 1), -1);
  return { first: mondayOf(firstOfMonth(date)), last: addDays(mondayOf(lastOfMonth), 6) };
}
