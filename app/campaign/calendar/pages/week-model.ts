import { CHAMBERS, type Chamber } from "#app/campaign/session-days/session-day.ts";
import { type SessionRun, type Standings, sessionRuns } from "#app/campaign/session-days/session-runs.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import { type GapNote, gapNote } from "#app/time/hours-apart.ts";
import {
  type CalendarDate,
  dayOf,
  startOfDay,
  timeIn,
  WASHINGTON,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import { type Band, packBands, spansDays } from "../bands.ts";
import type { EventView } from "../calendar-event-view.ts";
import { holidaysOfBoth, nextHoliday } from "../holiday-lines.ts";
import { congressThisWeek, sessionWeek } from "../session-week.ts";
import {
  daysShown,
  type Hours,
  homeDeskCloses,
  hoursShown,
  type Lines,
  linesThatFit,
  type Placed,
  placeInDay,
} from "../week.ts";
import { type DayHead, dayHead } from "./day-head.ts";

const HOUR = 3_600_000;

/** An event with where it stands, in quarter hours from the top of the grid, and how much of its text has room. */
export type PlacedView = Placed<EventView> & { lines: Lines };

export type DayView = DayHead & {
  deskCloses: number | null;
  now: number | null;
  placed: PlacedView[];
  /** Events of the day that the grid has no room for. */
  more: number;
};

/** How one chamber stands over the days, left to right. */
export type ChamberRuns = { chamber: Chamber; runs: SessionRun[] };

export type WeekModel = {
  days: DayView[];
  firstHour: number;
  hours: { washington: string; home: string }[];
  sessions: ChamberRuns[];
  bands: Band<EventView>[];
  bandsLeft: number;
  nextHoliday: string | null;
  gap: GapNote;
  /** What Congress does in a week in which we do nothing; empty in any other. */
  congress: string;
};

export type Around = {
  now: Date;
  today: CalendarDate;
  homeZone: Zone;
  homeCountry: string;
  standings: Standings;
  /** How many events begin on each day, also those that were not read. */
  total: ReadonlyMap<CalendarDate, number>;
};

/** The week that begins on `monday`, drawn: what stands where, in quarter hours from the first hour shown. */
export function weekModel(events: readonly EventView[], monday: CalendarDate, around: Around): WeekModel {
  const over = events.filter(spansDays);
  const inADay = events.filter((event) => !spansDays(event));
  const sunday = addDays(monday, 6);
  const dates = daysShown(monday, [...inADay.map(dayOfEvent), ...weekendsOf(over, monday)]);
  const drawn = dates.map((date) => ({ date, ...placeInDay(inADay, date) }));
  const hours = hoursShown(drawn.flatMap(({ placed }) => placed));
  const holidays = holidaysOfBoth(monday, sunday, around);
  const { bands, left } = packBands(over, dates);
  return {
    days: drawn.map(({ date, placed, left: notDrawn }) => ({
      ...dayHead(date, holidays, around),
      ...linesOfDay(date, hours, around),
      placed: placed.map((one) => onTheGrid(one, hours)),
      more: notDrawn.length + notRead(date, events, around),
    })),
    firstHour: hours.first,
    hours: hourLabels(monday, hours, around.homeZone),
    sessions: sessionsOf(dates, around),
    bands,
    bandsLeft: left.length,
    nextHoliday: nextHoliday(dates.at(-1) ?? monday, around),
    gap: gapNote(monday, sunday, around.homeZone, "this week"),
    congress: events.length > 0 ? "" : congressOf(monday, around),
  };
}

/** Both chambers over the days. */
export function sessionsOf(dates: readonly CalendarDate[], { standings }: Pick<Around, "standings">) {
  return CHAMBERS.map((chamber) => ({ chamber, runs: sessionRuns(standings, chamber, dates) }));
}

function dayOfEvent({ wallStart }: EventView): CalendarDate {
  return dayOf(wallStart);
}

/** The Saturdays and Sundays on which a band begins that no working day of the week shows. */
function weekendsOf(over: readonly EventView[], monday: CalendarDate): CalendarDate[] {
  const friday = addDays(monday, 4);
  return over.map(dayOfEvent).filter((date) => date > friday);
}

/** Events that begin on the day and were not read, because so many do. */
function notRead(date: CalendarDate, events: readonly EventView[], { total }: Around): number {
  return (total.get(date) ?? 0) - events.filter((event) => dayOf(event.wallStart) === date).length;
}

function onTheGrid(one: Placed<EventView>, hours: Hours): PlacedView {
  const { title, state, ownTime } = one.event;
  const length = title.length * (one.isBeside ? one.lanes : 1);
  const lines = linesThatFit(one.uncovered, length, {
    status: one.isBeside ? 0 : (state?.marks.length ?? 0),
    ownTime: ownTime !== null,
  });
  return { ...one, top: one.top - hours.first * 4, lines };
}

function linesOfDay(date: CalendarDate, hours: Hours, { now, today, homeZone }: Around) {
  return {
    deskCloses: inside(homeDeskCloses(date, homeZone), hours),
    now: date === today ? inside(quarterOf(now), hours) : null,
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

function hourLabels(date: CalendarDate, hours: Hours, homeZone: Zone) {
  // No clock changes on a Monday: its hours follow one another on both.
  const first = startOfDay(date, WASHINGTON).getTime() + hours.first * HOUR;
  return Array.from({ length: hours.last - hours.first + 1 }, (_, index) => {
    const hour = String((hours.first + index) % 24).padStart(2, "0");
    const home = timeIn(new Date(first + index * HOUR), homeZone);
    return { washington: hour, home: home.endsWith(":00") ? home.slice(0, 2) : home };
  });
}

function congressOf(monday: CalendarDate, around: Around): string {
  const federal = holidaysOfBoth(monday, addDays(monday, 6), { homeCountry: UNITED_STATES });
  const holidays = new Set(federal.map(({ date }) => date));
  const [house, senate] = CHAMBERS.map((chamber) => sessionWeek(around.standings, chamber, monday, holidays));
  return house === undefined || senate === undefined ? "" : congressThisWeek(house, senate);
}
