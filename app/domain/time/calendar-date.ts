import { utc } from "@date-fns/utc";
import {
  addDays as addDaysTo,
  differenceInCalendarDays,
  formatISO,
  getISODay,
  getISOWeek,
  isValid,
  parseISO,
  startOfISOWeek,
} from "date-fns";
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

/** Midnight UTC of a calendar day: only for counting days, never an instant of anything. */
function midnightOf(date: CalendarDate): Date {
  return parseISO(date, { in: utc });
}

function dayOf(midnight: Date): CalendarDate {
  return formatISO(midnight, { representation: "date", in: utc });
}

/** Whether the text is a day that the calendar has, as "2026-11-12" (30 February is not). */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(midnightOf(text));
}

/** The day `days` after `date`; negative goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOf(addDaysTo(midnightOf(date), days));
}

/** Days from `from` to `to`; negative when `to` is earlier, 0 on the same day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(midnightOf(to), midnightOf(from));
}

/** The weekday by ISO 8601: 1 Monday to 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return getISODay(midnightOf(date));
}

/** The weekday in full: "Thursday". */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? "";
}

/** The Monday of the ISO week that `date` lies in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return dayOf(startOfISOWeek(midnightOf(date)));
}

/** The seven days of the ISO week that `date` lies in, Monday first. */
export function weekOf(date: CalendarDate): CalendarDate[] {
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** The number of the ISO week, 1 to 53: the first week is the one with the year's first Thursday. */
export function weekNumber(date: CalendarDate): number {
  return getISOWeek(midnightOf(date));
}
