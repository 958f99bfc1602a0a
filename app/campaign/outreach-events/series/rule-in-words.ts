import { capital, inWords, ordinal, timesInWords } from "#app/text/in-words.ts";
import { WEEKDAYS } from "#app/time/calendar-date.ts";
import { formatDay, formatDayWithYear, MONTHS } from "#app/time/format.ts";
import { type CalendarDate, dateIn, dayOf, type WallTime, type Zone } from "#app/time/wall-time.ts";
import type { Rule, RuleDay } from "./rule.ts";
import {
  isEveryWorkingDay,
  isLastWorkingDay,
  type LeftOut,
  MOST_TIMES,
  type SeriesTime,
  type SeriesTimes,
} from "./times-of-series.ts";

const UNITS = {
  YEARLY: "year",
  MONTHLY: "month",
  WEEKLY: "week",
  DAILY: "day",
  HOURLY: "hour",
  MINUTELY: "minute",
} as const;

/**
 * "Every second Tuesday, until Wed 30 Jun 2027", "On the last working day of every month, 12 times". A rule with more parts
 * than our form offers says how often, and that it has a rule of its own. `zone` is that of the series.
 */
export function ruleInWords(rule: Rule, zone: Zone, today: CalendarDate): string {
  const until = untilDay(rule, zone);
  if (until !== null) return `${howOften(rule)}, until ${formatDay(until, today)}`;
  if (rule.count !== null) return `${howOften(rule)}, ${timesInWords(rule.count)}`;
  return howOften(rule);
}

/** The last day on which the rule gives a time, on the clock of `zone`; null where it names none. */
export function untilDay({ until }: Rule, zone: Zone): CalendarDate | null {
  if (until === null) return null;
  return until.isUtc ? dateIn(new Date(`${until.wall}:00Z`), zone) : dayOf(until.wall);
}

function howOften(rule: Rule): string {
  const { frequency, interval, days, months, daysOfMonth, positions } = rule;
  if (isEveryWorkingDay(rule)) return "Every working day";
  if (isLastWorkingDay(rule)) return `On the last working day of ${every(interval, "month")}`;
  if (isOfItsOwn(rule)) return `${capital(every(interval, UNITS[frequency]))}, by a custom rule`;
  const [day, ...more] = days;
  if (frequency === "WEEKLY" && day && more.length === 0)
    return capital(every(interval, WEEKDAYS[day.weekday - 1] ?? "week"));
  if (frequency === "WEEKLY" && day)
    return `${capital(every(interval, "week"))} on ${inWords(days.map(dayName))}`;
  if (frequency === "MONTHLY" && day)
    return `On the ${inWords(days.map(dayName))} of ${every(interval, "month")}`;
  if (frequency === "MONTHLY" && daysOfMonth.length > 0)
    return `On the ${inWords(daysOfMonth.map(ordinalOf))} of ${every(interval, "month")}`;
  const when = months.map((month) => MONTHS[month - 1] ?? "");
  if (frequency === "YEARLY" && when.length > 0)
    return `${capital(every(interval, "year"))} ${daysOfMonth.length === 0 ? "in" : `on ${inWords(daysOfMonth.map(String))}`} ${inWords(when)}`;
  return positions.length > 0 ? "By a custom rule" : capital(every(interval, UNITS[frequency]));
}

/** Parts that have no short words. */
function isOfItsOwn({
  frequency,
  weekNumbers,
  daysOfYear,
  hours,
  minutes,
  positions,
  months,
  days,
  daysOfMonth,
}: Rule) {
  const rare = [weekNumbers, daysOfYear, hours, minutes, positions].some(({ length }) => length > 0);
  const isNarrowed = frequency !== "YEARLY" && months.length > 0;
  const isOfDays =
    frequency === "MONTHLY"
      ? days.some(({ ordinal }) => ordinal === 0)
      : frequency !== "WEEKLY" && days.length > 0;
  const isOfDates =
    frequency === "YEARLY"
      ? months.length === 0 || daysOfMonth.some((day) => day < 0)
      : frequency !== "MONTHLY";
  return (
    rare ||
    isNarrowed ||
    isOfDays ||
    (isOfDates && daysOfMonth.length > 0) ||
    (days.length > 0 && daysOfMonth.length > 0)
  );
}

function every(interval: number, unit: string): string {
  if (interval === 1) return `every ${unit}`;
  return interval === 2 ? `every second ${unit}` : `every ${ordinalOf(interval)} ${unit}`;
}

function dayName({ ordinal, weekday }: RuleDay): string {
  const name = WEEKDAYS[weekday - 1] ?? "";
  if (ordinal === 0) return name;
  if (ordinal === -1) return `last ${name}`;
  if (ordinal < 0) return `${ordinalOf(-ordinal)} last ${name}`;
  return `${["first", "second", "third", "fourth", "fifth"][ordinal - 1] ?? ordinalOf(ordinal)} ${name}`;
}

function ordinalOf(number: number): string {
  if (number < 0) return number === -1 ? "last day" : `${ordinalOf(-number)} last day`;
  return ordinal(number);
}

const MOST_NAMED = 3;

/**
 * What to say of the times that were worked out, besides how many there are: where they end though the rule goes on, which
 * are left out, and which stand elsewhere than the rule puts them. Empty where there is nothing to say.
 */
export function seriesInWords({ times, leftOut, end }: SeriesTimes, lastDay: CalendarDate): string {
  const sentences = [
    end === "at last day" ? `Planned until the campaign ends on ${formatDayWithYear(lastDay)}` : "",
    end === "at most" ? `These are the first ${MOST_TIMES} dates; the series goes on` : "",
    end === "given up" ? "Almost no day fits the rule, so the series ends here" : "",
    several("Left out", leftOut.map(leftOutInWords)),
    several("On a holiday, so moved to the working day before", movedBy(times, "holiday").map(slotInWords)),
    several(
      "That time is skipped when the clocks go forward, so the event begins at the next full hour",
      movedBy(times, "clocks skip").map(slotInWords),
    ),
    several("That time occurs twice; the first is used", movedBy(times, "clocks repeat").map(slotInWords)),
  ];
  return sentences.filter(Boolean).join(". ");
}

function leftOutInWords({ slot, reason }: LeftOut): string {
  return `${slotInWords({ slot })} (${reason})`;
}

function movedBy(times: readonly SeriesTime[], why: SeriesTime["shifted"]): SeriesTime[] {
  return times.filter(({ shifted }) => shifted === why);
}

function slotInWords({ slot }: { slot: WallTime }): string {
  return formatDayWithYear(dayOf(slot));
}

function several(what: string, named: readonly string[]): string {
  if (named.length === 0) return "";
  const rest = named.length - MOST_NAMED;
  return `${what}: ${named.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
