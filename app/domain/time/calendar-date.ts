import { utc } from "@date-fns/utc";
import { getISOWeek } from "date-fns/getISOWeek";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import type { CalendarDate } from "./wall-time.ts";

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

const DAY = 86_400_000;

/** Days since 1970, counted in UTC where each has 24 hours: only for counting days, never an instant of anything. */
function countOf(date: CalendarDate): number {
  return Date.parse(date) / DAY;
}

function dayOf(count: number): CalendarDate {
  return new Date(count * DAY).toISOString().slice(0, 10);
}

/** Whether the text is a day that the calendar has, as "2026-11-12" (30 February is not). */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text, { in: utc }));
}

/** A day as a whole number of days since 1970-01-01, as the method counts them; negative before. Source: EFFECTIVENESS.md §1. */
export function dayNumber(date: CalendarDate): number {
  return countOf(date);
}

/** The day that such a number stands for. */
export function dateOfDay(day: number): CalendarDate {
  return dayOf(day);
}

/** The day `days` after `date`; negative goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOf(countOf(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier, 0 on the same day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return countOf(to) - countOf(from);
}

/** The weekday by ISO 8601: 1 Monday to 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

/** The weekday in full: "Thursday". */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? "";
}

/** The Monday of the ISO week that `date` lies in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The seven days of the ISO week that `date` lies in, Monday first. */
export function weekOf(date: CalendarDate): CalendarDate[] {
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** The number of the ISO week, 1 to 53: the first week is the one with the year's first Thursday. */
export function weekNumber(date: CalendarDate): number {
  return getISOWeek(parseISO(date, { in: utc }));
}
