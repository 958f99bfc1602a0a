// biome-ignore lint/style/noRestrictedImports: it loads a library, and asks the machine nothing.
import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { addDays, FIRST_YEAR, heldDay, LAST_YEAR, weekdayOf } from "./calendar-date.ts";
import type { CalendarDate } from "./wall-time.ts";

export type Holiday = { date: CalendarDate; name: string; country: string };

/** The country of the posts: its federal holidays close offices in Washington. */
export const UNITED_STATES = "US";

// Every country's rules take 15 to 30 MB of a server that may rest for hours: loaded when a day is first asked for.
const require = createRequire(import.meta.url);

const rules = new Map<string, Holidays>();
const byCountryAndYear = new Map<string, Holiday[]>();

/**
 * The public holidays of a country (ISO 3166 code: "US", "CZ") in one year, in order of date.
 *
 * For the United States these are the federal holidays and the days on which they are observed: a holiday
 * on a Saturday is kept on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103). Days that
 * are only custom (the day after Thanksgiving) are left out. An unknown country has none, nor has a year outside the product's calendar.
 * Source of the rules: date-holidays.
 */
export function holidaysOf(country: string, year: number): Holiday[] {
  if (year < FIRST_YEAR || year > LAST_YEAR) return [];
  const key = `${country} ${year}`;
  const known = byCountryAndYear.get(key);
  if (known) return known;
  const found = rulesOf(country)
    .getHolidays(year, "en")
    .filter((holiday) => holiday.type === "public")
    .map(({ date, name }) => ({ date: heldDay(new Date(date.slice(0, 10))), name, country }))
    .sort((a, b) => a.date.localeCompare(b.date));
  byCountryAndYear.set(key, found);
  return found;
}

function rulesOf(country: string): Holidays {
  const Rules: typeof Holidays = require("date-holidays");
  const known = rules.get(country) ?? new Rules(country);
  rules.set(country, known);
  return known;
}

/** The holidays of a country from `first` to `last`, both included. */
export function holidaysBetween(country: string, first: CalendarDate, last: CalendarDate): Holiday[] {
  const from = Math.max(Number(first.slice(0, 4)), FIRST_YEAR);
  const to = Math.min(Number(last.slice(0, 4)), LAST_YEAR);
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
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

/** The longest that is looked for a day: no country's offices are closed for a year on end. */
const DAYS_LOOKED = 366;

/** `date` where it is such a day, else the next one, going on by `step` days (−1 goes back); `date` itself where a year has none. */
export function nextDayThat(
  date: CalendarDate,
  step: 1 | -1,
  isWanted: (day: CalendarDate) => boolean,
): CalendarDate {
  for (let days = 0; days <= DAYS_LOOKED; days += 1) {
    const day = addDays(date, step * days);
    if (isWanted(day)) return day;
  }
  return date;
}

/**
 * The day `days` working days of that country after `date`, or before it when negative; `date` itself need
 * not be one. With 0: `date` if it is a working day, else the next one.
 */
export function addWorkingDays(date: CalendarDate, days: number, country: string): CalendarDate {
  const step = days < 0 ? -1 : 1;
  const isOpen = (day: CalendarDate) => isWorkingDay(day, country);
  let day = date;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nextDayThat(addDays(day, step), step, isOpen);
  return nextDayThat(day, step, isOpen);
}
