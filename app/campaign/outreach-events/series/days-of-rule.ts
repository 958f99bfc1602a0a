import type { Rule, RuleDay } from "./rule.ts";

const DAY = 86_400_000;

/** A day by its place in the calendar. `count` is days since 1970. */
export type Place = {
  count: number;
  year: number;
  month: number;
  day: number;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
};

/** The place of the day `count` days after 1 January 1970. */
export function placeOf(count: number): Place {
  const at = new Date(count * DAY);
  const weekday = ((((count + 3) % 7) + 7) % 7) + 1;
  return { count, year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday };
}

/** Days since 1970 of a day of the month; a month or day past the end runs on. */
export function countOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** The rule with what it leaves open taken from the day of its first time [RFC 5545, 3.3.10: "derived from DTSTART"]. */
export function completedRule(rule: Rule, { month, day, weekday }: Place): Rule {
  const { frequency, months, weekNumbers, daysOfYear, daysOfMonth, days } = rule;
  const hasDay = daysOfYear.length > 0 || daysOfMonth.length > 0 || days.length > 0;
  if (hasDay) return rule;
  const onWeekday = { ...rule, days: [{ ordinal: 0, weekday }] };
  switch (frequency) {
    case "YEARLY":
      if (weekNumbers.length > 0) return onWeekday;
      return { ...rule, months: months.length > 0 ? months : [month], daysOfMonth: [day] };
    case "MONTHLY":
      return { ...rule, daysOfMonth: [day] };
    case "WEEKLY":
      return onWeekday;
    default:
      return rule;
  }
}

/** Whether a completed rule allows a day. The parts limit each other; negative numbers count from the end. */
export function allowsDay(rule: Rule, place: Place): boolean {
  const { months, weekNumbers, daysOfYear, daysOfMonth, days } = rule;
  if (months.length > 0 && !months.includes(place.month)) return false;
  if (daysOfMonth.length > 0 && !isAmong(daysOfMonth, place.day, daysInMonth(place))) return false;
  if (days.length > 0 && !days.some((day) => isThatDay(day, place, rule))) return false;
  if (daysOfYear.length > 0 && !isAmong(daysOfYear, dayOfYear(place), daysInYear(place.year))) return false;
  return weekNumbers.length === 0 || isInWeek(weekNumbers, place, rule.weekStart);
}

function isAmong(numbers: readonly number[], number: number, last: number): boolean {
  return numbers.includes(number) || numbers.includes(number - last - 1);
}

/** "The second Tuesday" is of the month, but of the year in a yearly rule that names no month. */
function isThatDay({ ordinal, weekday }: RuleDay, place: Place, rule: Rule): boolean {
  if (weekday !== place.weekday) return false;
  if (ordinal === 0) return true;
  const isOfYear = rule.frequency === "YEARLY" && rule.months.length === 0;
  const number = isOfYear ? dayOfYear(place) : place.day;
  const last = isOfYear ? daysInYear(place.year) : daysInMonth(place);
  return ordinal > 0 ? Math.ceil(number / 7) === ordinal : Math.ceil((last - number + 1) / 7) === -ordinal;
}

/** Weeks are numbered as in ISO 8601, but may begin on another day: the first has four days in the year at least. */
function isInWeek(weekNumbers: readonly number[], { count, weekday }: Place, weekStart: number): boolean {
  const first = count - ((weekday - weekStart + 7) % 7);
  const middle = placeOf(first + 3);
  return isAmong(weekNumbers, Math.ceil(dayOfYear(middle) / 7), weeksIn(middle.year, weekStart));
}

function weeksIn(year: number, weekStart: number): number {
  const last = placeOf(countOf(year, 12, 28));
  const first = last.count - ((last.weekday - weekStart + 7) % 7);
  return Math.ceil(dayOfYear(placeOf(first + 3)) / 7);
}

function daysInMonth({ year, month }: Place): number {
  return placeOf(countOf(year, month + 1, 0)).day;
}

function daysInYear(year: number): number {
  return countOf(year + 1, 1, 1) - countOf(year, 1, 1);
}

function dayOfYear({ count, year }: Place): number {
  return count - countOf(year, 1, 1) + 1;
}
