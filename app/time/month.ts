import { addDays, heldDay, mondayOf } from "./calendar-date.ts";
import type { CalendarDate } from "./wall-time.ts";

/** The first day of the month that `date` lies in. */
export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of the month `months` later; negative goes back. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const first = new Date(`${firstOfMonth(date)}T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return heldDay(first);
}

/** Months from the one of `from` to the one of `to`; negative when `to` is earlier, 0 in the same month. */
export function monthsApart(from: CalendarDate, to: CalendarDate): number {
  const month = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(to) - month(from);
}

/** The weeks that the month of `date` touches, from a Monday to a Sunday: 28 to 42 days. */
export function weeksOfMonth(date: CalendarDate): { first: CalendarDate; last: CalendarDate } {
  const lastOfMonth = addDays(addMonths(date, 1), -1);
  return { first: mondayOf(firstOfMonth(date)), last: addDays(mondayOf(lastOfMonth), 6) };
}
