import { LAST_YEAR, writtenDay } from "#app/time/calendar-date.ts";
import {
  type CalendarDate,
  clockTime,
  dayOf,
  type TimeOfDay,
  type WallTime,
  wallAt,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import { allowsDay, completedRule, countOf, type Place, placeOf } from "./days-of-rule.ts";
import type { Rule } from "./rule.ts";

/**
 * How far the times of a rule are worked out: at most `most` of them, none after `lastDay`, and none before `firstDay` where
 * it is given and the rule has no COUNT, whose times are counted from its first one. UNTIL in UTC is read in `zone`. `mostSteps`
 * is for whoever works out many rules of unknown origin, and has less for each.
 */
export type ExpansionLimits = {
  zone: Zone;
  lastDay: CalendarDate;
  most: number;
  firstDay?: CalendarDate;
  mostSteps?: number;
};

/**
 * The times of a rule as its clock shows them, in order; each is an event's RECURRENCE-ID.
 * `end`: the rule came to its own end, reaches beyond the last day, has more times than asked for, or was given up
 * because it takes more steps than it may. `steps`: how many days, hours or minutes were gone through, and times found.
 */
export type Expansion = {
  slots: WallTime[];
  end: "by rule" | "at last day" | "at most" | "given up";
  steps: number;
};

const MOST_STEPS = 1_100_000;
const LONGEST_YEARS = 200;

/**
 * Works out the times of a rule from its first one on [RFC 5545, section 3.3.10].
 *
 * The first time is one of them only where the rule allows it. Days are gone through at most 200 years far, hours
 * and minutes at most a million of them: a rule that never matches comes to its end within a fraction of a second. What it
 * costs is counted in steps, so that the answer is the same on a slow machine.
 */
export function expandRule(rule: Rule, wallStart: WallTime, limits: ExpansionLimits): Expansion {
  const mostSteps = Math.min(MOST_STEPS, limits.mostSteps ?? MOST_STEPS);
  const count = { steps: 0, most: mostSteps };
  return { ...expand(rule, wallStart, limits, count), steps: count.steps };
}

/** How many steps were taken, and how many may be. */
type Count = { steps: number; readonly most: number };

function expand(
  rule: Rule,
  wallStart: WallTime,
  limits: ExpansionLimits,
  count: Count,
): Omit<Expansion, "steps"> {
  const start = startOf(wallStart);
  const completed = completedRule(rule, start.place);
  const until = untilOf(rule, limits.zone);
  const lastWall = `${limits.lastDay}T23:59`;
  const most = Math.min(limits.most, rule.count ?? limits.most);
  const from = wallAt((rule.count === null ? limits.firstDay : undefined) ?? dayOf(wallStart), "00:00");
  const firstWall = from > wallStart ? from : wallStart;
  const slots: WallTime[] = [];
  const days = { firstDay: dayOf(firstWall), lastDay: limits.lastDay };
  for (const found of setsOf(completed, start, days, count)) {
    if (found === "given up") return { slots, end: found };
    for (const slot of found) {
      if (slot < firstWall) continue;
      if (until !== null && slot > until) return { slots, end: "by rule" };
      if (slot > lastWall) return { slots, end: "at last day" };
      if (slots.length === most) return { slots, end: rule.count === most ? "by rule" : "at most" };
      slots.push(slot);
    }
    if (rule.count === slots.length) return { slots, end: "by rule" };
  }
  return { slots, end: until !== null && until <= lastWall ? "by rule" : "at last day" };
}

type Start = { place: Place; hour: number; minute: number };

function startOf(wall: WallTime): Start {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0] = wall.split(/[-T:]/).map(Number);
  return { place: placeOf(countOf(year, month, day)), hour, minute };
}

function untilOf({ until }: Rule, zone: Zone): WallTime | null {
  if (until === null) return null;
  return until.isUtc ? wallTimeIn(new Date(`${until.wall}:00Z`), zone) : until.wall;
}

/** The times of each period in turn, in order, with BYSETPOS applied; the first period may begin before the start. */
function* setsOf(
  rule: Rule,
  start: Start,
  { firstDay, lastDay }: { firstDay: CalendarDate; lastDay: CalendarDate },
  count: Count,
): Generator<WallTime[] | "given up"> {
  const from = startOf(`${firstDay}T00:00`).place;
  const lastYear = Math.min(LAST_YEAR, from.year + LONGEST_YEARS);
  const last = Math.min(startOf(`${lastDay}T00:00`).place.count, countOf(lastYear, 12, 31));
  if (rule.frequency === "HOURLY" || rule.frequency === "MINUTELY") {
    yield* setsWithinDays(rule, start, { from: from.count, last }, count);
    return;
  }
  const times = timesOfDay(rule, start);
  for (let index = periodsBefore(rule, start.place, from); ; index += 1) {
    const [begins, ends] = periodOf(rule, start.place, index);
    if (begins > last) return;
    const days = daysBetween(begins, ends, rule);
    count.steps += ends - begins + 1 + days.length * times.length;
    if (count.steps > count.most) {
      yield "given up";
      return;
    }
    yield atPositions(
      rule.positions,
      days.flatMap((day) => times.map((time) => wallAt(day, time))),
    );
  }
}

/** How many intervals lie between the start and a later day, so that no period that reaches that day is passed over. */
function periodsBefore({ frequency, interval }: Rule, start: Place, later: Place): number {
  const days = later.count - start.count;
  const months = (later.year - start.year) * 12 + later.month - start.month;
  const further = {
    YEARLY: later.year - start.year,
    MONTHLY: months,
    WEEKLY: Math.floor(days / 7),
    DAILY: days,
  };
  const units = frequency === "HOURLY" || frequency === "MINUTELY" ? 0 : further[frequency];
  return Math.max(0, Math.floor(units / interval));
}

/** The first and the last day of the period that the rule comes to after `index` intervals. */
function periodOf({ frequency, interval, weekStart }: Rule, start: Place, index: number): [number, number] {
  const { count, year, month, weekday } = start;
  const further = index * interval;
  switch (frequency) {
    case "YEARLY":
      return [countOf(year + further, 1, 1), countOf(year + further, 12, 31)];
    case "MONTHLY":
      return [countOf(year, month + further, 1), countOf(year, month + further + 1, 0)];
    case "WEEKLY": {
      const first = count - ((weekday - weekStart + 7) % 7) + 7 * further;
      return [first, first + 6];
    }
    default:
      return [count + further, count + further];
  }
}

function daysBetween(from: number, to: number, rule: Rule): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let count = from; count <= to; count += 1) {
    const place = placeOf(count);
    if (allowsDay(rule, place)) days.push(dateOf(place));
  }
  return days;
}

function* setsWithinDays(
  rule: Rule,
  start: Start,
  { from, last }: { from: number; last: number },
  count: Count,
): Generator<WallTime[] | "given up"> {
  const perDay = rule.frequency === "HOURLY" ? 24 : 1440;
  const first = start.place.count * perDay + Math.floor((start.hour * 60 + start.minute) / (1440 / perDay));
  for (let day = from; day <= last; day += 1) {
    const place = placeOf(day);
    count.steps += 1;
    if (!allowsDay(rule, place)) continue;
    const begins = Math.max(first, first + Math.ceil((day * perDay - first) / rule.interval) * rule.interval);
    for (let unit = begins; unit < (day + 1) * perDay; unit += rule.interval) {
      count.steps += 1;
      if (count.steps > count.most) {
        yield "given up";
        return;
      }
      const times = timesWithin(rule, start, unit - day * perDay);
      if (times.length > 0)
        yield atPositions(
          rule.positions,
          times.map((time) => wallAt(dateOf(place), time)),
        );
    }
  }
}

/** The times within one hour or one minute of the day. */
function timesWithin({ frequency, hours, minutes }: Rule, start: Start, unit: number): TimeOfDay[] {
  const hour = frequency === "HOURLY" ? unit : Math.floor(unit / 60);
  if (hours.length > 0 && !hours.includes(hour)) return [];
  if (frequency === "HOURLY")
    return (minutes.length > 0 ? minutes : [start.minute]).map((minute) => clockTime(hour, minute));
  return minutes.length > 0 && !minutes.includes(unit % 60) ? [] : [clockTime(hour, unit % 60)];
}

function timesOfDay({ hours, minutes }: Rule, start: Start): TimeOfDay[] {
  const ofHour = minutes.length > 0 ? minutes : [start.minute];
  return (hours.length > 0 ? hours : [start.hour]).flatMap((hour) =>
    ofHour.map((minute) => clockTime(hour, minute)),
  );
}

function atPositions(positions: readonly number[], slots: WallTime[]): WallTime[] {
  if (positions.length === 0) return slots;
  return slots.filter(
    (_, index) => positions.includes(index + 1) || positions.includes(index - slots.length),
  );
}

function dateOf({ year, month, day }: Place): CalendarDate {
  return writtenDay(year, month, day);
}
