import { isWrittenDay } from "#app/time/calendar-date.ts";
import { clockTime, wallAt } from "#app/time/wall-time.ts";
import { FREQUENCIES, plainRule, type Rule, type RuleDay, type RuleUntil, WEEKDAY_LETTERS } from "./rule.ts";

export type RuleRefusal = keyof typeof REFUSALS;

export type ParsedRule = { ok: true; rule: Rule } | { ok: false; reason: RuleRefusal };

const LONGEST = 2_000;
const WEEKDAY = `(${WEEKDAY_LETTERS.join("|")})`;

/**
 * Reads a recurrence rule of RFC 5545 (section 3.3.10), with or without "RRULE:" before it.
 *
 * Refuses what is no rule; one that repeats by seconds; COUNT beside UNTIL; parts of other standards (RSCALE,
 * BYEASTER); numbers out of their range; and parts that RFC 5545 forbids beside that frequency.
 */
export function parseRule(text: string): ParsedRule {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");
  if (bare.length > LONGEST) return { ok: false, reason: "rule-not-understood" };
  const parts = partsOf(bare);
  if (parts === null) return { ok: false, reason: "rule-not-understood" };
  const named = parts.get("FREQ");
  if (named === "SECONDLY") return { ok: false, reason: "repeats-by-seconds" };
  const frequency = FREQUENCIES.find((name) => name === named);
  if (frequency === undefined) return { ok: false, reason: "rule-not-understood" };
  if (parts.has("COUNT") && parts.has("UNTIL")) return { ok: false, reason: "rule-ends-twice" };
  const read: Partial<Rule> = {};
  for (const [name, value] of parts) {
    if (name === "FREQ") continue;
    const reader = READERS.get(name);
    if (reader === undefined) return { ok: false, reason: "rule-part-unknown" };
    const part = reader(value);
    if (part === null) return { ok: false, reason: "rule-not-understood" };
    Object.assign(read, part);
  }
  const rule = plainRule(frequency, read);
  return fits(rule) ? { ok: true, rule } : { ok: false, reason: "rule-part-does-not-fit" };
}

function partsOf(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.split(";").filter(Boolean)) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    if (at < 1 || parts.has(name)) return null;
    parts.set(name, part.slice(at + 1));
  }
  return parts;
}

type Reader = (value: string) => Partial<Rule> | null;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["INTERVAL", (value) => one(value, 1, 10_000, (interval) => ({ interval }))],
  ["COUNT", (value) => one(value, 1, 10_000_000, (count) => ({ count }))],
  ["UNTIL", (value) => made(readUntil(value), (until) => ({ until }))],
  ["BYMONTH", (value) => made(numbers(value, 1, 12), (months) => ({ months }))],
  ["BYWEEKNO", (value) => made(signed(value, 53), (weekNumbers) => ({ weekNumbers }))],
  ["BYYEARDAY", (value) => made(signed(value, 366), (daysOfYear) => ({ daysOfYear }))],
  ["BYMONTHDAY", (value) => made(signed(value, 31), (daysOfMonth) => ({ daysOfMonth }))],
  ["BYDAY", (value) => made(readDays(value), (days) => ({ days }))],
  ["BYHOUR", (value) => made(numbers(value, 0, 23), (hours) => ({ hours }))],
  ["BYMINUTE", (value) => made(numbers(value, 0, 59), (minutes) => ({ minutes }))],
  ["BYSECOND", (value) => (value === "0" || value === "00" ? {} : null)],
  ["BYSETPOS", (value) => made(signed(value, 366), (positions) => ({ positions }))],
  ["WKST", (value) => made(letterOf(value), (weekStart) => ({ weekStart }))],
]);

function made<T>(value: T | null, make: (value: T) => Partial<Rule>): Partial<Rule> | null {
  return value === null ? null : make(value);
}

function one(value: string, least: number, most: number, make: (value: number) => Partial<Rule>) {
  const [number, ...more] = numbers(value, least, most) ?? [];
  return number === undefined || more.length > 0 ? null : make(number);
}

function numbers(value: string, least: number, most: number): number[] | null {
  const texts = value.split(",");
  if (!texts.every((text) => /^[+-]?\d{1,8}$/.test(text))) return null;
  const found = [...new Set(texts.map(Number))].sort((a, b) => a - b);
  return found.every((number) => number >= least && number <= most) ? found : null;
}

/** From 1 or, counted from the end, from −1; 0 is neither. */
function signed(value: string, most: number): number[] | null {
  const found = numbers(value, -most, most);
  return found === null || found.includes(0) ? null : found;
}

function readDays(value: string): RuleDay[] | null {
  const found = value.split(",").map((text) => {
    const match = new RegExp(`^([+-]?\\d{1,2})?${WEEKDAY}$`).exec(text);
    const weekday = letterOf(match?.[2] ?? "");
    const ordinal = Number(match?.[1] ?? 0);
    const isWritten = match?.[1] === undefined || (ordinal !== 0 && Math.abs(ordinal) <= 53);
    return weekday === null || !isWritten ? null : { ordinal, weekday };
  });
  const days = found.filter((day) => day !== null);
  return days.length === found.length ? days : null;
}

function letterOf(letters: string): number | null {
  const found = WEEKDAY_LETTERS.find((known) => known === letters);
  return found === undefined ? null : WEEKDAY_LETTERS.indexOf(found) + 1;
}

function readUntil(value: string): RuleUntil | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, , zulu] = match;
  const date: string = `${year}-${month}-${day}`;
  if (!isWrittenDay(date) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  if (hour === undefined) return { wall: `${date}T23:59`, isUtc: false, isDate: true };
  return { wall: wallAt(date, clockTime(Number(hour), Number(minute))), isUtc: zulu === "Z", isDate: false };
}

/** What RFC 5545 forbids: BYWEEKNO but yearly, an ordinal but monthly or yearly, a position of nothing. */
function fits(rule: Rule): boolean {
  const { frequency, weekNumbers, daysOfYear, daysOfMonth, days, positions } = rule;
  const hasOrdinal = days.some(({ ordinal }) => ordinal !== 0);
  if (weekNumbers.length > 0 && (frequency !== "YEARLY" || hasOrdinal)) return false;
  if (daysOfYear.length > 0 && ["MONTHLY", "WEEKLY", "DAILY"].includes(frequency)) return false;
  if (daysOfMonth.length > 0 && frequency === "WEEKLY") return false;
  if (hasOrdinal && frequency !== "MONTHLY" && frequency !== "YEARLY") return false;
  return positions.length === 0 || hasOtherPart(rule);
}

function hasOtherPart(rule: Rule): boolean {
  const { months, weekNumbers, daysOfYear, daysOfMonth, days, hours, minutes } = rule;
  return [months, weekNumbers, daysOfYear, daysOfMonth, days, hours, minutes].some(
    ({ length }) => length > 0,
  );
}

const REFUSALS = {
  "rule-not-understood": "The repeat rule cannot be understood",
  "repeats-by-seconds": "The repeat rule counts in seconds, which a calendar of meetings cannot show",
  "rule-ends-twice": "The repeat rule has both a last day and a number of times; keep only one",
  "rule-part-unknown": "The repeat rule has a part that is not in the calendar standard (RFC 5545)",
  "rule-part-does-not-fit":
    "The repeat rule has a part that the calendar standard (RFC 5545) does not allow in that combination",
};

/** What to tell the person whose rule is refused; one wording for each refusal. */
export function explainRuleRefusal(reason: RuleRefusal): string {
  return REFUSALS[reason];
}
