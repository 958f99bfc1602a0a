import { addDays, isCalendarDate, isWrittenDay } from "./calendar-date.ts";
import { formatDate, formatDay, MONTHS } from "./format.ts";
import { parseDate } from "./parse-date.ts";
import type { CalendarDate } from "./wall-time.ts";

/** The date of a fact as it is shown: "28 Aug 2025", "Mar 2008" or "2022", as exact as it is known. */
export function formatAsOf(asOf: string): string {
  const [year = "", month] = asOf.split("-");
  if (isWrittenDay(asOf)) return formatDate(asOf);
  return month === undefined ? year : `${(MONTHS[Number(month) - 1] ?? "").slice(0, 3)} ${year}`;
}

/**
 * A day, a month or a year as people type it: "28 Aug 2025", "2025-08-28", "Aug 2025", "2025-08", "2025". Gives it as
 * it is kept, or null where it is none of these or a day that the calendar lacks.
 */
export function parseAsOf(typed: string, today: CalendarDate): string | null {
  const text = typed.trim().replaceAll(/\s+/g, " ");
  if (/^(19|20)\d{2}$/.test(text)) return text;
  if (/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text)) return text;
  const month = /^(?<name>[a-z]{3,9})\.? (?<year>(?:19|20)\d{2})$/i.exec(text)?.groups;
  if (month?.name && month.year) return monthOf(month.name, month.year);
  const day = parseDate(text, today);
  return day.ok ? day.date : null;
}

function monthOf(name: string, year: string): string | null {
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return index === -1 ? null : `${year}-${String(index + 1).padStart(2, "0")}`;
}

/** Whether the text is a day, month or year as it is kept, of the calendar: 2025-08-28, 2025-08, 2025. */
export function isAsOf(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isCalendarDate(`${text}-01-01`.slice(0, 10));
}

/** The first day on which a fact is stale: the one after its review date. Source: DOMAIN.md, rule 7. */
export function staleFrom(reviewBy: CalendarDate): CalendarDate {
  return addDays(reviewBy, 1);
}

/** "stale since 1 Apr"; "" of a fact that is not stale on `today`. */
export function staleSince(reviewBy: CalendarDate | null, today: CalendarDate): string {
  if (reviewBy === null || today <= reviewBy) return "";
  return `stale since ${formatDay(staleFrom(reviewBy), today)}`;
}
