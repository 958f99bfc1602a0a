import { weekdayOf } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, instantOf, wallAt, wallTimeIn } from "#app/time/wall-time.ts";
import type { PlannedTime } from "../planned-time.ts";
import { plainRule, type Rule, type RuleUntil } from "./rule.ts";

/** What the form offers, in its order. */
export const REPEATS = [
  ["never", "Does not repeat"],
  ["weekly", "Weekly, on the days chosen below"],
  ["working days", "Every working day"],
  ["monthly by weekday", "Monthly, on the same weekday (the second Tuesday)"],
  ["monthly by last weekday", "Monthly, on the last such weekday (the last Friday)"],
  ["monthly by day", "Monthly, on the same day (the 12th)"],
  ["last working day", "Monthly, on the last working day"],
  ["yearly", "Yearly"],
] as const;

export type Repeat = (typeof REPEATS)[number][0];

/** What was chosen. `every` is 1 for each week, month or year, 2 for every second; weekdays by ISO 8601. */
export type RepeatChoice = {
  repeat: Exclude<Repeat, "never">;
  every: number;
  weekdays: readonly number[];
  ends: { until: CalendarDate } | { count: number } | null;
};

export type RepeatRefusal = keyof typeof REFUSALS;

/**
 * The rule for a choice, counted from the first time. Weekly without days is on the weekday of the first time.
 *
 * Refuses the weekday of a 29th, 30th or 31st (not every month has a fifth one), a day of the month that not every
 * month has, and an end before the first time.
 */
export function ruleOfChoice(
  choice: RepeatChoice,
  first: PlannedTime,
): { ok: true; rule: Rule } | { ok: false; reason: RepeatRefusal } {
  const date = dayOf(first.wallStart);
  const { ends } = choice;
  if (ends !== null && "until" in ends && ends.until < date)
    return { ok: false, reason: "ends-before-it-begins" };
  const day = Number(date.slice(8));
  if (choice.repeat === "monthly by weekday" && day > 28) return { ok: false, reason: "no-fifth-weekday" };
  if (choice.repeat === "monthly by day" && day > 28) return { ok: false, reason: "no-such-day-each-month" };
  const end = {
    count: ends !== null && "count" in ends ? ends.count : null,
    until: ends !== null && "until" in ends ? untilOf(ends.until, first) : null,
  };
  return { ok: true, rule: { ...onDays(choice, date), ...end } };
}

function onDays({ repeat, every: interval, weekdays }: RepeatChoice, date: CalendarDate): Rule {
  const [weekday, day] = [weekdayOf(date), Number(date.slice(8))];
  const each = (list: readonly number[]) => list.map((one) => ({ ordinal: 0, weekday: one }));
  switch (repeat) {
    case "weekly":
      return plainRule("WEEKLY", { interval, days: each(weekdays.length > 0 ? weekdays : [weekday]) });
    case "working days":
      return plainRule("WEEKLY", { days: each([1, 2, 3, 4, 5]) });
    case "monthly by weekday":
      return plainRule("MONTHLY", { interval, days: [{ ordinal: Math.ceil(day / 7), weekday }] });
    case "monthly by last weekday":
      return plainRule("MONTHLY", { interval, days: [{ ordinal: -1, weekday }] });
    case "monthly by day":
      return plainRule("MONTHLY", { interval, daysOfMonth: [day] });
    case "last working day":
      return plainRule("MONTHLY", { interval, days: each([1, 2, 3, 4, 5]), positions: [-1] });
    case "yearly":
      return plainRule("YEARLY", { interval, months: [Number(date.slice(5, 7))], daysOfMonth: [day] });
  }
}

/** Until the end of that day on the clock of the event, written as RFC 5545 wants it: in UTC, or as a day for whole days. */
export function untilOf(
  day: CalendarDate,
  { zone, isAllDay }: Pick<PlannedTime, "zone" | "isAllDay">,
): RuleUntil {
  const wall = wallAt(day, "23:59");
  const last = instantOf(wall, zone, "second");
  if (isAllDay || !last.ok) return { wall, isUtc: false, isDate: true };
  return { wall: wallTimeIn(last.instant, "UTC"), isUtc: true, isDate: false };
}

const REFUSALS = {
  "no-fifth-weekday": "Not every month has that weekday five times. Choose the last such weekday instead",
  "no-such-day-each-month":
    "Not every month has that day. Choose a day up to the 28th, or the last working day",
  "ends-before-it-begins": "Enter a last day on or after the first",
};

/** What to tell the person whose choice is refused; one wording for each refusal. */
export function explainRepeatRefusal(reason: RepeatRefusal): string {
  return REFUSALS[reason];
}
