import { z } from "zod";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { untilOf } from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { plainRule, printRule } from "#app/campaign/outreach-events/series/rule.ts";
import {
  type LeftOut,
  type SeriesTime,
  timeAt,
  timesOfSeries,
} from "#app/campaign/outreach-events/series/times-of-series.ts";
import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { holidayOn, UNITED_STATES } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dayOf,
  instantOf,
  WASHINGTON,
  type WallTime,
  wallAt,
} from "#app/time/wall-time.ts";
import type { Placed } from "./overlaps.ts";
import { hour, readNote } from "./read-sample-data.ts";
import { isYearEnd, type SampleDays } from "./sample-days.ts";

/** What repeats in the first campaign, with every time of it. */
export type SampleSeries = {
  title: string;
  owner: string;
  place: string;
  /** RFC 5545, without "RRULE:". */
  rule: string;
  first: PlannedTime;
  /** In order, without those left out. */
  times: readonly SeriesTime[];
  leftOut: readonly LeftOut[];
  /** The one time that was moved by itself, and to when. */
  moved: { slot: WallTime; time: PlannedTime };
};

const { front: COFFEE } = readNote(
  "coffee.md",
  z.strictObject({
    title: z.string(),
    owner: z.string(),
    place: z.string(),
    time: hour,
    until: hour,
    movedTo: hour,
    everyWeeks: z.int(),
    fromWeeksAgo: z.int(),
    reasonLeftOut: z.string(),
  }),
);
const TUESDAY = 2;

/**
 * Coffee with the schedulers, every second Tuesday at 09:00 from nine weeks before this week to the end of the campaign;
 * never in this week. Holidays, the turn of the year and the day of the visit are left out. Of the times ahead the first
 * was moved to the afternoon, the second left out.
 */
export function repeatedCoffee(days: SampleDays, visitDay: CalendarDate): SampleSeries {
  const { title, owner, place, everyWeeks, fromWeeksAgo, movedTo, reasonLeftOut } = COFFEE;
  const first = coffeeOn(addDays(mondayOf(days.firstWorkingDay), 1 - fromWeeksAgo * 7));
  const rule = plainRule("WEEKLY", {
    interval: everyWeeks,
    days: [{ ordinal: 0, weekday: TUESDAY }],
    until: untilOf(days.campaignEnds, first),
  });
  const all = timesOfSeries(rule, first, days.campaignEnds).times;
  const open = all.filter(({ slot }) => whyLeftOut(slot, visitDay) === null);
  const [moved, dropped] = open.filter(({ slot }) => slot > days.firstWorkingDay);
  if (moved === undefined || dropped === undefined) throw new Error("The campaign ends too soon for coffee");
  const leftOut = all.flatMap(({ slot }) => {
    const reason = slot === dropped.slot ? reasonLeftOut : whyLeftOut(slot, visitDay);
    return reason === null ? [] : [{ slot, reason }];
  });
  return {
    title,
    owner,
    place,
    rule: printRule(rule),
    first,
    leftOut,
    times: open.filter(({ slot }) => slot !== dropped.slot),
    moved: { slot: moved.slot, time: timeAt(wallAt(dayOf(moved.slot), movedTo), first).time },
  };
}

/** When its owner is taken by it, for whatever must not overlap. */
export function timesOfCoffee({ owner, times, moved }: SampleSeries): Placed[] {
  return times.map(({ slot, time: { wallStart } }) => ({
    key: `coffee/${slot}`,
    officers: [owner],
    minutes: 30,
    isAllDay: false,
    wallStart: slot === moved.slot ? moved.time.wallStart : wallStart,
  }));
}

function coffeeOn(day: CalendarDate): PlannedTime {
  const [wallStart, wallEnd] = [wallAt(day, COFFEE.time), wallAt(day, COFFEE.until)];
  const [start, end] = [instantOf(wallStart, WASHINGTON), instantOf(wallEnd, WASHINGTON)];
  if (!start.ok || !end.ok) throw new Error(`${wallStart} is no time in Washington`);
  return {
    wallStart,
    wallEnd,
    zone: WASHINGTON,
    startsAt: start.instant,
    endsAt: end.instant,
    isAllDay: false,
  };
}

function whyLeftOut(slot: WallTime, visitDay: CalendarDate): string | null {
  const day = dayOf(slot);
  if (isYearEnd(day)) return "The turn of the year";
  if (day === visitDay) return "The minister is here";
  return holidayOn(day, UNITED_STATES)?.name ?? null;
}
