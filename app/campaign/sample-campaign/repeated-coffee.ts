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
import { instantOf, WASHINGTON, type WallTime } from "#app/time/wall-time.ts";
import { isYearEnd, type SampleDays } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { dayOfSampleVisit } from "./visit.ts";
import { writtenEvent } from "./written-event.ts";

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

const WEEKS_BEFORE = 9;
const HALF_AN_HOUR = 30 * 60_000;
const TUESDAY = 2;

/**
 * Coffee with the schedulers, every second Tuesday at 09:00 from nine weeks before this week to the end of the campaign;
 * never in this week. Holidays, the turn of the year and the day of the visit are left out. Of the times ahead the first
 * was moved to the afternoon, the second left out.
 */
export function repeatedCoffee(days: SampleDays): SampleSeries {
  const firstDay = addDays(mondayOf(days.firstWorkingDay), 1 - WEEKS_BEFORE * 7);
  const first = coffeeAt(`${firstDay}T09:00`);
  const rule = plainRule("WEEKLY", {
    interval: 2,
    days: [{ ordinal: 0, weekday: TUESDAY }],
    until: untilOf(days.campaignEnds, first),
  });
  const all = timesOfSeries(rule, first, days.campaignEnds).times;
  const open = all.filter(({ slot }) => whyLeftOut(slot, days.today) === null);
  const [moved, dropped] = open.filter(({ slot }) => slot > days.firstWorkingDay);
  if (moved === undefined || dropped === undefined) throw new Error("The campaign ends too soon for coffee");
  const leftOut = all.flatMap(({ slot }) => {
    const reason = slot === dropped.slot ? "The schedulers are away" : whyLeftOut(slot, days.today);
    return reason === null ? [] : [{ slot, reason }];
  });
  return {
    ...{ title: "Coffee with the schedulers", owner: "eva", place: "Longworth cafeteria" },
    ...{ rule: printRule(rule), first, leftOut },
    times: open.filter(({ slot }) => slot !== dropped.slot),
    moved: { slot: moved.slot, time: timeAt(`${moved.slot.slice(0, 10)}T16:30`, first).time },
  };
}

/** The same times as events that stand where they are, for whatever must not overlap them. */
export function timesOfCoffee({ title, owner, times, moved }: SampleSeries): SampleEvent[] {
  return times.map(({ slot, time }) =>
    writtenEvent({
      ...{ key: `coffee/${slot}`, title, kind: "internal", audiences: [], messages: [], officers: [owner] },
      wallStart: slot === moved.slot ? moved.time.wallStart : time.wallStart,
      minutes: 30,
    }),
  );
}

function coffeeAt(wallStart: WallTime): PlannedTime {
  const start = instantOf(wallStart, WASHINGTON);
  if (!start.ok) throw new Error(`${wallStart} is no time in Washington`);
  const startsAt = start.instant;
  const wallEnd = `${wallStart.slice(0, 10)}T09:30`;
  const endsAt = new Date(startsAt.getTime() + HALF_AN_HOUR);
  return { wallStart, wallEnd, zone: WASHINGTON, startsAt, endsAt, isAllDay: false };
}

function whyLeftOut(slot: WallTime, today: string): string | null {
  const day = slot.slice(0, 10);
  if (isYearEnd(day)) return "The turn of the year";
  if (day === dayOfSampleVisit(today)) return "The minister is here";
  return holidayOn(day, UNITED_STATES)?.name ?? null;
}
