import {
  addDays,
  daysBetween,
  firstOfMonth,
  firstOfMonthAway,
  LAST_DAY,
  weekdayOf,
} from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, timeOf, type WallTime, wallAt } from "#app/time/wall-time.ts";
import { expandRule } from "./expand-rule.ts";
import type { Rule } from "./rule.ts";
import { isEveryWorkingDay, isLastWorkingDay } from "./times-of-series.ts";

export type MovedRuleRefusal = keyof typeof REFUSALS;

type MovedRule = { ok: true; rule: Rule } | { ok: false; reason: MovedRuleRefusal };

/** A rule that follows, and where each of its times goes, in the same order. */
export type MovedSeries =
  | { ok: true; rule: Rule; slots: WallTime[] }
  | { ok: false; reason: MovedRuleRefusal };

/**
 * What becomes of a rule, and of its times `slots` (in order, none left out), when the one at `from` is moved to `to`:
 * "every Tuesday" moved by two days is every Thursday, "the second Tuesday" moved to the 12th the second Thursday.
 *
 * Refuses another day for "every working day" and "the last working day", another month for what is monthly or yearly,
 * and what the rule cannot follow: its times would not be those that it gives. One time can always be moved by itself.
 */
export function movedSeries(
  rule: Rule,
  slots: readonly WallTime[],
  from: WallTime,
  to: WallTime,
): MovedSeries {
  const moved = movedRule(rule, from, to);
  if (!moved.ok) return moved;
  const days = daysBetween(dayOf(from), dayOf(to));
  const shifted = slots.map((slot) => wallAt(addDays(dayOf(slot), days), timeOf(to)));
  const isByDate = days !== 0 && (rule.frequency === "MONTHLY" || rule.frequency === "YEARLY");
  const begins = isByDate ? wallAt(beginOfPeriod(rule, slots[0] ?? from), timeOf(to)) : (shifted[0] ?? to);
  const endless = { ...moved.rule, count: null, until: null };
  const given = expandRule(endless, begins, { zone: "UTC", lastDay: LAST_DAY, most: slots.length }).slots;
  const isFollowed = isByDate
    ? given.length === slots.length && given[slots.indexOf(from)] === to
    : given.join() === shifted.join();
  return isFollowed
    ? { ok: true, rule: moved.rule, slots: given }
    : { ok: false, reason: "rule-cannot-follow" };
}

function beginOfPeriod({ frequency }: Rule, slot: WallTime): CalendarDate {
  const first = firstOfMonth(dayOf(slot));
  return frequency === "MONTHLY" ? first : firstOfMonthAway(first, 1 - Number(first.slice(5, 7)));
}

function movedRule(rule: Rule, from: WallTime, to: WallTime): MovedRule {
  if (rule.hours.length + rule.minutes.length > 0) return { ok: false, reason: "rule-cannot-follow" };
  const days = daysBetween(dayOf(from), dayOf(to));
  if (days === 0) return { ok: true, rule };
  if (isEveryWorkingDay(rule) || isLastWorkingDay(rule))
    return { ok: false, reason: "day-comes-from-the-rule" };
  switch (rule.frequency) {
    case "WEEKLY":
      return { ok: true, rule: { ...rule, days: rule.days.map((day) => laterBy(day, days)) } };
    case "DAILY":
      return rule.days.length === 0 ? { ok: true, rule } : { ok: false, reason: "rule-cannot-follow" };
    case "MONTHLY":
      return from.slice(0, 7) === to.slice(0, 7)
        ? inItsMonth(rule, to)
        : { ok: false, reason: "moved-to-another-month" };
    case "YEARLY":
      return from.slice(0, 4) === to.slice(0, 4)
        ? inItsYear(rule, to)
        : { ok: false, reason: "moved-to-another-month" };
    default:
      return { ok: false, reason: "rule-cannot-follow" };
  }
}

function laterBy({ ordinal, weekday }: Rule["days"][number], days: number) {
  return { ordinal, weekday: ((((weekday - 1 + days) % 7) + 7) % 7) + 1 };
}

function inItsMonth(rule: Rule, to: WallTime): MovedRule {
  const [day, weekday] = [Number(to.slice(8, 10)), weekdayOf(dayOf(to))];
  const { days, daysOfMonth, positions, months } = rule;
  if (day > 28 || positions.length + months.length > 0) return { ok: false, reason: "rule-cannot-follow" };
  if (days.length === 0 && daysOfMonth.length <= 1)
    return { ok: true, rule: { ...rule, daysOfMonth: [day] } };
  const isOne = days.length === 1 && daysOfMonth.length === 0 && (days[0]?.ordinal ?? 0) > 0;
  const moved = [{ ordinal: Math.ceil(day / 7), weekday }];
  return isOne ? { ok: true, rule: { ...rule, days: moved } } : { ok: false, reason: "rule-cannot-follow" };
}

function inItsYear(rule: Rule, to: WallTime): MovedRule {
  const { days, daysOfMonth, months, positions, daysOfYear, weekNumbers } = rule;
  const isOneDay = daysOfMonth.length <= 1 && months.length <= 1;
  if (!isOneDay || days.length + positions.length + daysOfYear.length + weekNumbers.length > 0)
    return { ok: false, reason: "rule-cannot-follow" };
  const moved = { months: [Number(to.slice(5, 7))], daysOfMonth: [Number(to.slice(8, 10))] };
  return { ok: true, rule: { ...rule, ...moved } };
}

const REFUSALS = {
  "day-comes-from-the-rule":
    "The days of the series are set by the repeat rule. Move only this one, or keep the day and change the time",
  "moved-to-another-month":
    "That day is in a different month or, for a yearly event, a different year, so the repeat rule cannot follow. Move only this one",
  "rule-cannot-follow": "The repeat rule cannot be moved to that day. Move only this one",
};

/** What to tell the person whose move of several times is refused; one wording for each refusal. */
export function explainMovedRuleRefusal(reason: MovedRuleRefusal): string {
  return REFUSALS[reason];
}
