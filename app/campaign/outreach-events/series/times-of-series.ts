import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { addWorkingDays, holidayOn, UNITED_STATES } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dayOf,
  instantOf,
  laterBy,
  timeOf,
  type WallTime,
  wallAt,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import { type PlannedTime, wholeDays } from "../planned-time.ts";
import { type Expansion, expandRule } from "./expand-rule.ts";
import type { Rule } from "./rule.ts";

/** Why a time does not stand where its rule puts it: the clocks skip that hour, show it twice, or a holiday. */
export type Shifted = "clocks skip" | "clocks repeat" | "holiday";

/** One time of a series: the wall time that the rule gave, and when it takes place. */
export type SeriesTime = { slot: WallTime; time: PlannedTime; shifted: Shifted | null };

/** A time that the rule gives and that does not take place. */
export type LeftOut = { slot: WallTime; reason: string };

export type SeriesTimes = { times: SeriesTime[]; leftOut: LeftOut[]; end: Expansion["end"] };

/** As many times of one series as are kept at most. */
export const MOST_TIMES = 500;

const MINUTE = 60_000;
const MOST_SHIFT = 180;

/**
 * The times of a series that starts with `first`, up to the last day, MOST_TIMES at most.
 *
 * "Every working day" leaves US federal holidays out, "the last working day of the month" goes to the working day before;
 * any other rule is kept as it says. Whole days begin at midnight.
 */
export function timesOfSeries(rule: Rule, first: PlannedTime, lastDay: CalendarDate): SeriesTimes {
  const { slots, end } = expandRule(rule, first.wallStart, { zone: first.zone, lastDay, most: MOST_TIMES });
  const leftOut = isEveryWorkingDay(rule) ? slots.flatMap(closedOn) : [];
  const closed = new Set(leftOut.map(({ slot }) => slot));
  const times = slots.filter((slot) => !closed.has(slot)).map((slot) => timeOfSlot(rule, slot, first));
  return { times, leftOut, end };
}

/** Where a rule puts the time at one of its slots: a last working day that is a holiday goes to the one before. */
export function timeOfSlot(rule: Rule, slot: WallTime, first: PlannedTime): SeriesTime {
  return isLastWorkingDay(rule) ? beforeHoliday(slot, first) : timeAt(slot, first);
}

function closedOn(slot: WallTime): LeftOut[] {
  const holiday = holidayOn(dayOf(slot), UNITED_STATES);
  return holiday === null ? [] : [{ slot, reason: holiday.name }];
}

function beforeHoliday(slot: WallTime, first: PlannedTime): SeriesTime {
  const day = dayOf(slot);
  if (holidayOn(day, UNITED_STATES) === null) return timeAt(slot, first);
  const before = addWorkingDays(day, -1, UNITED_STATES);
  return { slot, time: timeAt(wallAt(before, timeOf(slot)), first).time, shifted: "holiday" };
}

/**
 * When the time at `slot` takes place, as long as `model` and on its clock. A time that the clocks skip stands at the next
 * minute that there is, of one that they show twice the first is meant; both are said. Source: DOMAIN.md, rule 1.
 */
export function timeAt(slot: WallTime, model: PlannedTime): SeriesTime {
  if (model.isAllDay) {
    const day = dayOf(slot);
    const days = daysBetween(dayOf(model.wallStart), dayOf(model.wallEnd));
    return { slot, time: wholeDays(day, addDays(day, days - 1), model.zone), shifted: null };
  }
  const { startsAt, shifted } = startingAt(slot, model.zone);
  const endsAt = new Date(startsAt.getTime() + model.endsAt.getTime() - model.startsAt.getTime());
  const [wallStart, wallEnd] = [wallTimeIn(startsAt, model.zone), wallTimeIn(endsAt, model.zone)];
  return { slot, time: { wallStart, wallEnd, zone: model.zone, startsAt, endsAt, isAllDay: false }, shifted };
}

function startingAt(slot: WallTime, zone: Zone): { startsAt: Date; shifted: Shifted | null } {
  const once = instantOf(slot, zone);
  if (once.ok) return { startsAt: once.instant, shifted: null };
  for (let minutes = 0; minutes <= MOST_SHIFT; minutes += 1) {
    const found = instantOf(laterBy(slot, minutes * MINUTE), zone, "first");
    if (found.ok)
      return { startsAt: found.instant, shifted: minutes === 0 ? "clocks repeat" : "clocks skip" };
  }
  return { startsAt: new Date(`${slot}:00Z`), shifted: "clocks skip" };
}

/** "Every working day": Monday to Friday of every week. */
export function isEveryWorkingDay({
  frequency,
  interval,
  days,
  months,
  daysOfMonth,
  positions,
}: Rule): boolean {
  const isPlain = interval === 1 && months.length + daysOfMonth.length + positions.length === 0;
  return (frequency === "WEEKLY" || frequency === "DAILY") && isPlain && areWorkingDays(days);
}

/** "The last working day of the month": the last of all days from Monday to Friday. */
export function isLastWorkingDay({ frequency, days, months, daysOfMonth, positions }: Rule): boolean {
  const isPlain = months.length + daysOfMonth.length === 0 && positions.join() === "-1";
  return frequency === "MONTHLY" && isPlain && areWorkingDays(days);
}

function areWorkingDays(days: Rule["days"]): boolean {
  const each = days.filter(({ ordinal }) => ordinal === 0).map(({ weekday }) => weekday);
  return days.length === 5 && [1, 2, 3, 4, 5].every((weekday) => each.includes(weekday));
}
