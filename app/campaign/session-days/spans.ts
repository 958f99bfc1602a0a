import { addDays, daysBetween, daysFrom } from "#app/time/calendar-date.ts";
import { isWorkingDay, nextDayThat, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Chamber, SessionDay, SessionStanding } from "./session-day.ts";

/** Days on end that say the same: `first` and `last` included, `days` of them named. */
export type Spanned<Said> = { first: CalendarDate; last: CalendarDate; days: number; said: Said };

/**
 * Puts days that say the same together, in order of days. Days are on end where no working day of Washington lies
 * between them. `wordsOf` says what counts as the same.
 */
export function inSpans<Said>(
  days: readonly { day: CalendarDate; said: Said }[],
  wordsOf: (said: Said) => string,
): Spanned<Said>[] {
  const spans: Spanned<Said>[] = [];
  for (const { day, said } of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const current = spans.at(-1);
    const isOnEnd = current !== undefined && isNextTo(current.last, day);
    if (current !== undefined && isOnEnd && wordsOf(current.said) === wordsOf(said)) {
      current.last = day;
      current.days += 1;
    } else spans.push({ first: day, last: day, days: 1, said });
  }
  return spans;
}

function isNextTo(day: CalendarDate, later: CalendarDate): boolean {
  return (
    nextDayThat(addDays(day, 1), 1, (next) => next >= later || isWorkingDay(next, UNITED_STATES)) >= later
  );
}

/** What is known of a day; `source` is empty and `asOf` null where nothing is. */
export type Known = { standing: SessionStanding | "not known"; source: string; asOf: CalendarDate | null };

/**
 * What is known of a chamber from `first` to `last`, as spans in order of days. A weekend or federal holiday
 * of which nothing is known parts no span and makes none; a working day of which nothing is known stands as
 * "not known". Source: DESIGN.md, section 6.
 */
export function spansOf(
  days: readonly SessionDay[],
  chamber: Chamber,
  first: CalendarDate,
  last: CalendarDate,
): Spanned<Known>[] {
  const known = new Map(days.filter((one) => one.chamber === chamber).map((one) => [one.day, one]));
  const named: { day: CalendarDate; said: Known }[] = [];
  for (const day of daysFrom(first, last)) {
    const one = known.get(day);
    if (one !== undefined) named.push({ day, said: one });
    else if (isWorkingDay(day, UNITED_STATES))
      named.push({ day, said: { standing: "not known", source: "", asOf: null } });
  }
  return inSpans(named, ({ standing, source, asOf }) => `${standing} ${asOf ?? ""} ${source}`);
}

/** A source as the page lists it: who says so, as of when, and of how many days. */
export type NamedSource = { source: string; asOf: CalendarDate; days: number };

/** The sources of days, those of most days first. */
export function sourcesOf(days: readonly SessionDay[]): NamedSource[] {
  return [...Map.groupBy(days, ({ source, asOf }) => `${asOf} ${source}`).values()]
    .flatMap((all) => {
      const [one] = all;
      return one === undefined ? [] : [{ source: one.source, asOf: one.asOf, days: all.length }];
    })
    .sort((a, b) => b.days - a.days || a.source.localeCompare(b.source));
}

/** Which days a range means: those on which offices in Washington work, or every one. */
export const RANGE_DAYS = ["working days", "every day"] as const;

export type RangeDays = (typeof RANGE_DAYS)[number];

/** The longest range that is taken at once, in days: two years. */
export const LONGEST_RANGE = 732;

export type RangeRefusal = keyof typeof REFUSALS;

/**
 * The days that somebody means who says "12 Jan to 22 Jan". By "working days" these are Monday to Friday
 * without federal holidays (5 U.S.C. 6103): the others are not named, and stay as they are known. A range of
 * one day names that day, whatever day it is: the House met on Veterans Day 2026. Both ends are included.
 * Refuses a last day before the first, more than 732 days, and a range without a working day.
 */
export function daysOfRange(
  first: CalendarDate,
  last: CalendarDate,
  which: RangeDays,
): { ok: true; days: CalendarDate[] } | { ok: false; reason: RangeRefusal } {
  const length = daysBetween(first, last) + 1;
  if (length < 1) return { ok: false, reason: "last-before-first" };
  if (length > LONGEST_RANGE) return { ok: false, reason: "range-too-long" };
  if (length === 1) return { ok: true, days: [first] };
  const all = daysFrom(first, last);
  const days = which === "every day" ? all : all.filter((day) => isWorkingDay(day, UNITED_STATES));
  return days.length === 0 ? { ok: false, reason: "no-working-day" } : { ok: true, days };
}

const REFUSALS = {
  "last-before-first": "The last day is before the first",
  "range-too-long": "Enter at most two years at a time",
  "no-working-day":
    "These days include no working day in Washington: choose “Every day”, or enter a single day",
};

/** What to tell who gave the range; one wording for each refusal. */
export function explainRangeRefusal(reason: RangeRefusal): string {
  return REFUSALS[reason];
}
