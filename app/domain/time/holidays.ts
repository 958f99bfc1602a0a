import Holidays from "date-holidays";
import { addDays, weekdayOf } from "./calendar-date.ts";
import type { CalendarDate } from "./wall-time.ts";

export type Holiday = { date: CalendarDate; name: string; country: string };

/** The country of the posts: its federal holidays close offices in Washington. */
export const UNITED_STATES = "US";

const byCountryAndYear = new Map<string, Holiday[]>();

/**
 * The public holidays of a country (ISO 3166 code: "US", "CZ") in one year, in order of date.
 *
 * For the United States these are the federal holidays and the days on which they are observed: a holiday
 * on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103). Days that
 * are only custom (the day after Thanksgiving) are left out. An unknown country has none.
 * Source of the rules: date-holidays.
 */
export function holidaysOf(country: string, year: number): Holiday[] {
  const key = `${country} ${year}`;
  const known = byCountryAndYear.get(key);
  if (known) return known;
  const found = new Holidays(country)
    .getHolidays(year, "en")
    .filter((holiday) => holiday.type === "public")
    .map(({ date, name }) => ({ date: date.slice(0, 10), name, country }))
    .sort((a, b) => a.date.localeCompare(b.date));
  byCountryAndYear.set(key, found);
  return found;
}

/** The holidays of a country from `first` to `last`, both included. */
export function holidaysBetween(country: string, first: CalendarDate, last: CalendarDate): Holiday[] {
  const from = Number(first.slice(0, 4));
  const years = Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, index) => from + index);
  return years
    .flatMap((year) => holidaysOf(country, year))
    .filter(({ date }) => date >= first && date <= last);
}

/** The holiday on that day in that country, or null. */
export function holidayOn(date: CalendarDate, country: string): Holiday | null {
  return holidaysOf(country, Number(date.slice(0, 4))).find((holiday) => holiday.date === date) ?? null;
}

/** Whether offices of that country work: Monday to Friday, and no public holiday. */
export function isWorkingDay(date: CalendarDate, country: string): boolean {
  return weekdayOf(date) <= 5 && holidayOn(date, country) === null;
}

/**
 * The day `days` working days of that country after `date`, or before it when negative; `date` itself need
 * not be one. With 0: `date` if it is a working day, else the next one.
 */
export function addWorkingDays(date: CalendarDate, days: number, country: string): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, country)) left -= 1;
  }
  while (!isWorkingDay(day, country)) day = addDays(day, step);
  return day;
}
