import {
  addDays,
  daysBetween,
  FIRST_YEAR,
  isCalendarDate,
  LAST_YEAR,
  WEEKDAYS,
  weekdayName,
  weekdayOf,
  writtenDay,
} from "./calendar-date.ts";
import { czechDaysFromToday, czechMonth, czechWeekday } from "./czech-words.ts";
import { MONTHS } from "./format.ts";
import { type CalendarDate, clockTime, type TimeOfDay } from "./wall-time.ts";

export type DateRefusal =
  | "date-missing"
  | "date-not-understood"
  | "day-does-not-exist"
  | "day-and-month-ambiguous"
  | "weekday-does-not-match"
  | "year-out-of-range";

export type ParsedDate = { ok: true; date: CalendarDate } | { ok: false; reason: DateRefusal };

const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/**
 * A day typed as text: "12 Nov 2026", "Thu 12 November", "Nov 12, 2026", "12.11.2026", "12. 11.", "2026-11-12",
 * "today", "tomorrow", "yesterday", "fri" for the next Friday, today included, and the Czech words for all of them
 * ("úterý 12. listopadu", "zítra"). Without a year, the year that brings it closest to `today`.
 *
 * Refuses a day that the calendar lacks (30 February), numbers with slashes ("11/12/2026" is another day on
 * each side of the ocean), a weekday that is not that day's, and years outside
 * 1900 to 2199 (DOMAIN.md, rule 14).
 */
export function parseDate(text: string, today: CalendarDate): ParsedDate {
  const typed = foldMarks(text.normalize("NFKC").trim().toLowerCase()).replace(/\s+/g, " ");
  if (typed === "") return { ok: false, reason: "date-missing" };
  const days = DAYS_FROM_TODAY.get(typed) ?? czechDaysFromToday(typed) ?? undefined;
  if (days !== undefined) return { ok: true, date: addDays(today, days) };
  if (/^\d{1,4}\s?[/]\s?\d{1,2}(\s?[/]\s?\d{1,4})?$/.test(typed)) {
    return { ok: false, reason: "day-and-month-ambiguous" };
  }
  const alone = weekdayCalled(typed);
  if (alone !== null) return { ok: true, date: addDays(today, (alone - weekdayOf(today) + 7) % 7) };
  const [weekday, rest] = splitWeekday(typed);
  const numbers = numbersIn(rest);
  if (!numbers) return { ok: false, reason: "date-not-understood" };
  const found = dayOf(numbers, today);
  if (!found.ok || weekday === null) return found;
  return weekdayName(found.date).toLowerCase().startsWith(weekday) ||
    czechWeekday(weekday) === weekdayOf(found.date)
    ? found
    : { ok: false, reason: "weekday-does-not-match" };
}

const WEEKDAY_WORDS = /^(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\.?$/;

/** 1 Monday to 7 Sunday, in English or Czech, in lower case without marks; null for a word that is no weekday. */
export function weekdayCalled(word: string): number | null {
  const isWhole = WEEKDAYS.some((name) => name.toLowerCase() === word);
  if (!isWhole && !WEEKDAY_WORDS.test(word)) return czechWeekday(word);
  const index = WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(word.slice(0, 3)));
  return index < 0 ? null : index + 1;
}

function foldMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

type Numbers = { day: number; month: number; year: number | null };

function splitWeekday(typed: string): [string | null, string] {
  const match = /^([a-z]{3,9})[.,]? (?=.)/.exec(typed);
  const word = match?.[1];
  if (!word) return [null, typed];
  const isEnglish = WEEKDAYS.some((name) => name.toLowerCase().startsWith(word));
  if (!isEnglish && czechWeekday(word) === null) return [null, typed];
  return [word, typed.slice(match[0].length)];
}

function numbersIn(typed: string): Numbers | null {
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(typed);
  const points = /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.?(?: ?(?<year>\d{4}))?$/.exec(typed);
  const dayFirst = /^(?<day>\d{1,2})\.?(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,?(?: (?<year>\d{4}))?$/.exec(
    typed,
  );
  const monthFirst = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/.exec(
    typed,
  );
  const groups = (iso ?? points ?? dayFirst ?? monthFirst)?.groups;
  if (!groups) return null;
  const month = monthNumber(groups.month ?? "");
  if (month === null) return null;
  return { day: Number(groups.day), month, year: groups.year ? Number(groups.year) : null };
}

function monthNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text === "sept" ? "sep" : text));
  return index < 0 ? czechMonth(text) : index + 1;
}

function dayOf({ day, month, year }: Numbers, today: CalendarDate): ParsedDate {
  const thisYear = Number(today.slice(0, 4));
  const years = year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year];
  const inRange = years.filter((candidate) => candidate >= FIRST_YEAR && candidate <= LAST_YEAR);
  if (inRange.length === 0) return { ok: false, reason: "year-out-of-range" };
  const dates = inRange
    .map((candidate) => writtenDay(candidate, month, day))
    .filter(isCalendarDate)
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  const [date] = dates;
  return date ? { ok: true, date } : { ok: false, reason: "day-does-not-exist" };
}

/** What to tell the person who typed the date; one wording for each refusal. */
export function explainDateRefusal(reason: DateRefusal): string {
  switch (reason) {
    case "date-missing":
      return "Enter a date, like 12 Nov 2026";
    case "date-not-understood":
      return "Enter the date in this form: 12 Nov 2026";
    case "day-does-not-exist":
      return "That day is not in the calendar. Enter a date like 12 Nov 2026";
    case "day-and-month-ambiguous":
      return "Dates with slashes are read differently in Washington and at home. Write the month as a word, like 12 Nov 2026";
    case "weekday-does-not-match":
      return "The weekday and the date do not agree. Enter the date in this form: 12 Nov 2026";
    case "year-out-of-range":
      return `Enter a year from ${FIRST_YEAR} to ${LAST_YEAR}`;
  }
}

export type TimeRefusal = keyof typeof REFUSALS;

export type ParsedTime = { ok: true; time: TimeOfDay } | { ok: false; reason: TimeRefusal };

/**
 * A time of day typed as text, answered in 24 hours: "14:00", "14.00", "9:30", "1430", "2 pm", "2:30 p.m.",
 * "noon". A bare hour counts in 24 hours ("14" is 14:00). Refuses 24:00 and anything else that no clock shows.
 */
export function parseTime(text: string): ParsedTime {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  if (typed === "") return { ok: false, reason: "time-missing" };
  if (typed === "noon") return { ok: true, time: "12:00" };
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s?(a\.?m\.?|p\.?m\.?)?$/.exec(typed);
  if (!match) return { ok: false, reason: "time-not-understood" };
  const minute = Number(match[2] ?? 0);
  const hour = hourOf(Number(match[1]), match[3] ?? null);
  if (hour === null || minute > 59) return { ok: false, reason: "time-not-understood" };
  return { ok: true, time: clockTime(hour, minute) };
}

function hourOf(typed: number, half: string | null): number | null {
  if (half === null) return typed <= 23 ? typed : null;
  if (typed < 1 || typed > 12) return null;
  return (typed % 12) + (half.startsWith("p") ? 12 : 0);
}

const REFUSALS = {
  "time-missing": "Enter a time, like 14:00",
  "time-not-understood": "Enter the time on the 24-hour clock, like 14:00",
};

/** What to tell the person who typed the time; one wording for each refusal. */
export function explainTimeRefusal(reason: TimeRefusal): string {
  return REFUSALS[reason];
}
