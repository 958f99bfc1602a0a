import type { CalendarDate, Month } from "./wall-time.ts";

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** The first and the last day that a date of the product can be. Source: DOMAIN.md, rule 14. */
export const FIRST_DAY = "1900-01-01";
export const LAST_DAY = "2199-12-31";

/** The years of those days. */
export const FIRST_YEAR = Number(FIRST_DAY.slice(0, 4));
export const LAST_YEAR = Number(LAST_DAY.slice(0, 4));

const DAY = 86_400_000;

/** Days since 1970, counted in UTC where each has 24 hours: only for counting days, never an instant of anything. */
function countOf(date: CalendarDate): number {
  return Date.parse(date) / DAY;
}

const FIRST_WRITTEN = Date.parse("0001-01-01");
const LAST_WRITTEN = Date.parse("9999-12-31");

/** The day of an instant in UTC, as it is always written: what is reckoned past the years 1 to 9999 stays at their end. */
export function heldDay(at: Date): CalendarDate {
  const held = Math.min(Math.max(at.getTime(), FIRST_WRITTEN), LAST_WRITTEN);
  // ISO 8601 in UTC begins with the day.
  return new Date(held).toISOString().slice(0, 10) as CalendarDate;
}

function dayOfCount(count: number): CalendarDate {
  return heldDay(new Date(count * DAY));
}

/** The day of those figures, as it is always written: 3 January 2027 is "2027-01-03". */
export function writtenDay(year: number, month: number, day: number): CalendarDate {
  const [ofYear, ofMonth, ofDay] = [String(year).padStart(4, "0"), twoFigures(month), twoFigures(day)];
  // Figures with hyphens between them: TypeScript does not follow what is padded.
  return `${ofYear}-${ofMonth}-${ofDay}` as CalendarDate;
}

function twoFigures(figure: number): string {
  return String(figure).padStart(2, "0");
}

/** The month that a day lies in. */
export function monthOf(day: CalendarDate): Month {
  // As above.
  return day.slice(0, 7) as Month;
}

/**
 * Whether the text is a day of the product: one that the calendar has, as "2026-11-12" (30 February is not), from
 * 1 January 1900 to 31 December 2199. Whatever comes in as a date is asked this. Source: DOMAIN.md, rule 14.
 */
export function isCalendarDate(text: string): text is CalendarDate {
  return isWrittenDay(text) && text >= FIRST_DAY && text <= LAST_DAY;
}

/** Whether the text is a day of any year: in files from elsewhere a rule may end in 9999. 30 February is none. */
export function isWrittenDay(text: string): text is CalendarDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).getUTCDate() === Number(text.slice(8));
}

/**
 * Every day from the first to the last, both included; none where the last is earlier, or where either lies more than a
 * year outside the product's calendar (weeks and events reach over its ends): no longer than 302 years.
 */
export function daysFrom(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const isNear = [first, last].every(
    (day) =>
      isWrittenDay(day) &&
      Number(day.slice(0, 4)) >= FIRST_YEAR - 1 &&
      Number(day.slice(0, 4)) <= LAST_YEAR + 1,
  );
  const length = isNear ? Math.max(0, daysBetween(first, last) + 1) : 0;
  return Array.from({ length }, (_, days) => addDays(first, days));
}

/** A day as a whole number of days since 1970-01-01, as the method counts them; negative before. Source: EFFECTIVENESS.md §1. */
export function dayNumber(date: CalendarDate): number {
  return countOf(date);
}

/** The day that such a number stands for. */
export function dateOfDay(day: number): CalendarDate {
  return dayOfCount(day);
}

/** The day `days` after `date`; negative goes back. Never past the years 1 and 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOfCount(countOf(date) + days);
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

/** The Monday of the week that matters on a day: of its own, and on Saturday and Sunday of the one to come. */
export function mondayToOpen(today: CalendarDate): CalendarDate {
  return weekdayOf(today) > 5 ? addDays(mondayOf(today), 7) : mondayOf(today);
}

/** The first day of the month that `date` lies in. */
export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${monthOf(date)}-01`;
}

/** The first day of the month `months` later; negative goes back. */
export function firstOfMonthAway(date: CalendarDate, months: number): CalendarDate {
  const first = new Date(`${firstOfMonth(date)}T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return heldDay(first);
}

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return heldDay(new Date(Date.UTC(Math.floor(month / 12), month % 12, day)));
}

/** Months from the one of `from` to the one of `to`; negative when `to` is earlier, 0 in the same month. */
export function monthsApart(from: CalendarDate, to: CalendarDate): number {
  const month = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(to) - month(from);
}

/** The weeks that the month of `date` touches, from a Monday to a Sunday: 28 to 42 days. */
export function weeksOfMonth(date: CalendarDate): { first: CalendarDate; last: CalendarDate } {
  const lastOfMonth = addDays(firstOfMonthAway(date, 1), -1);
  return { first: mondayOf(firstOfMonth(date)), last: addDays(mondayOf(lastOfMonth), 6) };
}
