import { addDays } from "#app/time/calendar-date.ts";
import { cityOf, formatDay, twoClocksSpan, weekdayInProse } from "#app/time/format.ts";
import {
  type CalendarDate,
  dateIn,
  dayOf,
  hoursAheadOfWashington,
  timeIn,
  WASHINGTON,
  type Zone,
} from "#app/time/wall-time.ts";
import type { PlannedTime } from "./planned-time.ts";
import { daysTaken } from "./warnings/days-taken.ts";

/**
 * When an event is, in full, on both clocks, and on its own where that is a third: "Tuesday 1 December, 14:00 to
 * 14:45 in Washington, 20:00 to 20:45 in Prague". Whole days have no time. Source: DOMAIN.md, rule 1.
 */
export function whenInWords(time: PlannedTime, homeZone: Zone, today: CalendarDate): string {
  const { startsAt, endsAt, zone } = time;
  if (time.isAllDay) return wholeDaysInWords(time, today);
  const day = dateIn(startsAt, WASHINGTON);
  const clocks = twoClocksSpan(startsAt, endsAt, homeZone, day);
  const washington = clocks.washington.replace(/^[^,]*/, "");
  const own =
    zone === WASHINGTON || zone === homeZone ? "" : `, ${timeIn(startsAt, zone)} in ${cityOf(zone)}`;
  return `${weekdayInProse(day, today)}${washington} in Washington, ${clocks.home}${own}`;
}

function wholeDaysInWords({ wallStart, wallEnd, zone }: PlannedTime, today: CalendarDate): string {
  const first = dayOf(wallStart);
  const last = addDays(dayOf(wallEnd), -1);
  const where = zone === WASHINGTON ? "" : ` in ${cityOf(zone)}`;
  if (first === last) return `${weekdayInProse(first, today)}, all day${where}`;
  return `${weekdayInProse(first, today)} to ${weekdayInProse(last, today)}, all day${where}`;
}

/** "5 hours apart that day, not the usual 6", in the weeks when only one side has changed its clocks; else null. Source: DOMAIN.md, rule 1. */
export function unusualGap(at: Date, homeZone: Zone): string | null {
  const gap = Math.abs(hoursAheadOfWashington(at, homeZone));
  const usual = Math.abs(hoursAheadOfWashington(new Date(Date.UTC(at.getUTCFullYear(), 0, 15)), homeZone));
  return gap === usual
    ? null
    : `Washington and ${cityOf(homeZone)} are ${gap} ${gap === 1 ? "hour" : "hours"} apart that day, not the usual ${usual}`;
}

type Timed = { startsAt: Date; endsAt: Date; zone: Zone; isAllDay: boolean };

/**
 * When an event is, for its page: `first` on Washington's clock, or for whole days the days on the clock of their zone;
 * `beside` on the other clocks that count: the ministry's, and the event's own where that is a third.
 * Days of another year than that of `today` carry it. Source: DOMAIN.md, rule 1.
 */
export function clockOfEvent(
  event: Timed,
  homeZone: Zone,
  today: CalendarDate,
): { first: string; beside: string } {
  const { startsAt, endsAt, zone, isAllDay } = event;
  const { washington, home } = twoClocksSpan(startsAt, endsAt, homeZone, today);
  if (isAllDay) {
    const { first, last } = daysTaken(event);
    const days =
      first === last
        ? `${formatDay(first, today)}, all day`
        : `${formatDay(first, today)} to ${formatDay(last, today)}, all day`;
    const beside = zone === homeZone ? `${washington} in Washington` : home;
    return { first: `${days} in ${cityOf(zone)}`, beside };
  }
  const own =
    zone === WASHINGTON || zone === homeZone ? [] : [twoClocksSpan(startsAt, endsAt, zone, today).home];
  return { first: `${washington} in Washington`, beside: [home, ...own].join(" · ") };
}
