import { daysBetween, daysFrom } from "#app/time/calendar-date.ts";
import { isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** Which days a range means: those on which offices in Washington work, or every one. */
export const RANGE_DAYS = ["working days", "every day"] as const;

export type RangeDays = (typeof RANGE_DAYS)[number];

/** The longest range that is taken at once, in days: two years. */
export const LONGEST_RANGE = 732;

export type RangeRefusal = "last-before-first" | "range-too-long" | "no-working-day";

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

/** What to tell who gave the range; one wording for each refusal. */
export function explainRangeRefusal(reason: RangeRefusal): string {
  switch (reason) {
    case "last-before-first":
      return "The last day is before the first";
    case "range-too-long":
      return "Give two years at most at once";
    case "no-working-day":
      return "There is no working day of Washington in it: choose every day, or give a single one";
  }
}
