import type { WallTime } from "#app/time/wall-time.ts";

/** How often, from rarely to often. Seconds are not kept by the calendar, so nothing repeats by them. */
export const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday by ISO 8601 (1 Monday to 7 Sunday); `ordinal` 2 is the second, −1 the last of the month or year, 0 each. */
export type RuleDay = { ordinal: number; weekday: number };

/** Until when, the end included: on the clock of the event, or in UTC, as RFC 5545 wants beside a zone. */
export type RuleUntil = { wall: WallTime; isUtc: boolean; isDate: boolean };

/** A recurrence rule of RFC 5545, section 3.3.10. An empty list says nothing; `count` and `until` exclude each other. */
export type Rule = {
  frequency: Frequency;
  /** From 1: every one, every second, … */
  interval: number;
  count: number | null;
  until: RuleUntil | null;
  months: readonly number[];
  weekNumbers: readonly number[];
  daysOfYear: readonly number[];
  daysOfMonth: readonly number[];
  days: readonly RuleDay[];
  hours: readonly number[];
  minutes: readonly number[];
  positions: readonly number[];
  /** Where a week begins, by ISO 8601: 1 Monday to 7 Sunday. */
  weekStart: number;
};

/** The two letters of RFC 5545 for the weekdays, Monday first. */
export const WEEKDAY_LETTERS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** A rule that says no more than how often. */
export function plainRule(frequency: Frequency, more: Partial<Rule> = {}): Rule {
  return {
    frequency,
    interval: 1,
    count: null,
    until: null,
    months: [],
    weekNumbers: [],
    daysOfYear: [],
    daysOfMonth: [],
    days: [],
    hours: [],
    minutes: [],
    positions: [],
    weekStart: 1,
    ...more,
  };
}

/** The rule as RFC 5545 text, without "RRULE:": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU". parseRule reads it back. */
export function printRule(rule: Rule): string {
  const list = (name: string, numbers: readonly number[]) =>
    numbers.length === 0 ? [] : [`${name}=${numbers.join(",")}`];
  return [
    `FREQ=${rule.frequency}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${printUntil(rule.until)}`]),
    ...list("BYMONTH", rule.months),
    ...list("BYWEEKNO", rule.weekNumbers),
    ...list("BYYEARDAY", rule.daysOfYear),
    ...list("BYMONTHDAY", rule.daysOfMonth),
    ...(rule.days.length === 0 ? [] : [`BYDAY=${rule.days.map(printDay).join(",")}`]),
    ...list("BYHOUR", rule.hours),
    ...list("BYMINUTE", rule.minutes),
    ...list("BYSETPOS", rule.positions),
    ...(rule.weekStart === 1 ? [] : [`WKST=${WEEKDAY_LETTERS[rule.weekStart - 1] ?? "MO"}`]),
  ].join(";");
}

function printDay({ ordinal, weekday }: RuleDay): string {
  return `${ordinal === 0 ? "" : ordinal}${WEEKDAY_LETTERS[weekday - 1] ?? ""}`;
}

function printUntil({ wall, isUtc, isDate }: RuleUntil): string {
  const digits = wall.replace(/[-:]/g, "");
  return isDate ? digits.slice(0, 8) : `${digits}00${isUtc ? "Z" : ""}`;
}
