import {
  daysShown,
  type Hours,
  homeDeskCloses,
  hoursShown,
  type Lines,
  linesThatFit,
  placeInDay,
  spansDays,
} from "#app/domain/outreach-events/week.ts";
import { addDays, weekdayName } from "#app/domain/time/calendar-date.ts";
import { formatDay, formatLongDay } from "#app/domain/time/format.ts";
import { type Holiday, holidaysBetween, UNITED_STATES } from "#app/domain/time/holidays.ts";
import { cityOf } from "#app/domain/time/two-clocks.ts";
import {
  type CalendarDate,
  hoursAheadOfWashington,
  instantOf,
  timeIn,
  WASHINGTON,
  wallTimeIn,
} from "#app/domain/time/wall-time.ts";
import type { EventView } from "./calendar-event-view.ts";

export type PlacedView = {
  event: EventView;
  /** Quarter hours from the top of the grid. */
  top: number;
  height: number;
  lane: number;
  lanes: number;
  lines: Lines;
};

export type DayView = {
  date: CalendarDate;
  weekday: string;
  dayOfMonth: number;
  heading: string;
  isToday: boolean;
  /** A federal holiday: offices in Washington are closed. */
  isClosed: boolean;
  holidays: string[];
  deskCloses: number | null;
  now: number | null;
  placed: PlacedView[];
};

export type WeekModel = {
  days: DayView[];
  firstHour: number;
  hours: { washington: string; home: string }[];
  /** Events of several days, from one column to another, both included; 0 is the first day. */
  spans: { event: EventView; from: number; to: number }[];
  nextHoliday: string | null;
  gap: string;
};

type Around = { now: Date; today: CalendarDate; homeZone: string; homeCountry: string };

/** The week that begins on `monday`, drawn: what stands where, in quarter hours from the first hour shown. */
export function weekModel(events: readonly EventView[], monday: CalendarDate, around: Around): WeekModel {
  const inADay = events.filter((event) => !spansDays(event));
  const dates = daysShown(
    monday,
    inADay.map((event) => event.wallStart.slice(0, 10)),
  );
  const placed = new Map(dates.map((date) => [date, placeInDay(inADay, date)]));
  const hours = hoursShown([...placed.values()].flat());
  const holidays = holidaysOfBoth(monday, addDays(monday, 6), around);
  const nowAt = quarterOf(around.now);
  return {
    days: dates.map((date) => ({
      ...dayHead(date, holidays, around),
      ...linesOfDay(date, hours, nowAt, around),
      placed: (placed.get(date) ?? []).map((one) => ({
        ...one,
        top: one.top - hours.first * 4,
        lines: linesThatFit(one.uncovered, one.event.title.length, one.event.state !== null),
      })),
    })),
    firstHour: hours.first,
    hours: hourLabels(dates[0] ?? monday, hours, around.homeZone),
    spans: events.filter(spansDays).flatMap((event) => columnsOf(event, dates)),
    nextHoliday: nextHoliday(addDays(monday, dates.length - 1), around),
    gap: gapThisWeek(monday, around.homeZone),
  };
}

function dayHead(date: CalendarDate, holidays: readonly Holiday[], { today }: Around) {
  const ofDay = holidays.filter((holiday) => holiday.date === date);
  const isToday = date === today;
  return {
    date,
    weekday: weekdayName(date).slice(0, 3),
    dayOfMonth: Number(date.slice(8)),
    heading: formatLongDay(date).slice(0, -5) + (isToday ? ", today" : ""),
    isToday,
    isClosed: ofDay.some((holiday) => holiday.country === UNITED_STATES),
    holidays: ofDay.map(({ name, country }) => `${name} (${country})`),
  };
}

function linesOfDay(date: CalendarDate, hours: Hours, nowAt: number, { today, homeZone }: Around) {
  return {
    deskCloses: inside(homeDeskCloses(date, homeZone), hours),
    now: date === today ? inside(nowAt, hours) : null,
  };
}

/** Quarter hours since midnight on the clocks of Washington. */
function quarterOf(now: Date): number {
  const clock = wallTimeIn(now, WASHINGTON);
  return (Number(clock.slice(11, 13)) * 60 + Number(clock.slice(14))) / 15;
}

function inside(quarter: number, hours: Hours): number | null {
  const top = quarter - hours.first * 4;
  return top >= 0 && top <= (hours.last - hours.first) * 4 ? top : null;
}

function hourLabels(date: CalendarDate, hours: Hours, homeZone: string) {
  return Array.from({ length: hours.last - hours.first + 1 }, (_, index) => {
    const hour = String((hours.first + index) % 24).padStart(2, "0");
    const at = instantOf(`${date}T${hour}:00`, WASHINGTON, "first");
    const home = at.ok ? timeIn(at.instant, homeZone) : "";
    return { washington: hour, home: home.endsWith(":00") ? home.slice(0, 2) : home };
  });
}

function columnsOf(event: EventView, dates: readonly CalendarDate[]) {
  const covered = dates.flatMap((date, column) =>
    event.wallStart.slice(0, 10) <= date && date <= event.wallEnd.slice(0, 10) ? [column] : [],
  );
  const [from] = covered;
  const to = covered.at(-1);
  return from === undefined || to === undefined ? [] : [{ event, from, to }];
}

export function holidaysOfBoth(
  first: CalendarDate,
  last: CalendarDate,
  { homeCountry }: Pick<Around, "homeCountry">,
) {
  const countries = [...new Set([UNITED_STATES, homeCountry])];
  return countries.flatMap((country) => holidaysBetween(country, first, last));
}

/** The first holiday of either side in the three weeks after the days shown. */
function nextHoliday(lastShown: CalendarDate, around: Around): string | null {
  const [next] = holidaysOfBoth(addDays(lastShown, 1), addDays(lastShown, 21), around).sort((a, b) =>
    a.date.localeCompare(b.date),
  );
  if (next === undefined) return null;
  return `Next: ${formatDay(next.date)}, ${next.name} (${next.country})`;
}

function gapThisWeek(monday: CalendarDate, homeZone: string): string {
  const gapOn = (date: CalendarDate) => {
    const noon = instantOf(`${date}T12:00`, WASHINGTON, "first");
    return noon.ok ? hoursAheadOfWashington(noon.instant, homeZone) : 0;
  };
  const [begins, ends] = [gapOn(monday), gapOn(addDays(monday, 6))];
  const gap = `${cityOf(homeZone)} is ${inWords(begins)} this week`;
  return begins === ends ? `${gap}.` : `${gap}, ${inWords(ends)} from Sunday.`;
}

function inWords(hours: number): string {
  if (hours === 0) return "on the same clock";
  return `${Math.abs(hours)} hours ${hours > 0 ? "ahead" : "behind"}`;
}
