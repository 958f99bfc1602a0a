import { addDays, daysBetween, daysFrom, weeksOfMonth } from "#app/time/calendar-date.ts";
import { type GapNote, gapNote } from "#app/time/hours-apart.ts";
import { type CalendarDate, dayOf } from "#app/time/wall-time.ts";
import { lastDayOf, spansDays } from "../bands.ts";
import type { EventView } from "../calendar-event-view.ts";
import { holidaysOfBoth } from "../holiday-lines.ts";
import type { OnTheWall } from "../week.ts";
import { type DayHead, dayHead } from "./day-head.ts";
import { type Around, type ChamberRuns, sessionsOf } from "./week-model.ts";

export type MonthDayView = DayHead & Omit<MonthDay<EventView>, "date"> & { isOfMonth: boolean };

export type MonthWeek = { monday: CalendarDate; sessions: ChamberRuns[]; days: MonthDayView[] };

export type MonthModel = { weeks: MonthWeek[]; gap: GapNote };

/** The month that `date` lies in, week by week, with the days of other months that its weeks touch. */
export function monthModel(events: readonly EventView[], date: CalendarDate, around: Around): MonthModel {
  const weeks = monthWeeks(date);
  const dates = weeks.flat();
  const [first = date] = dates;
  const last = dates.at(-1) ?? date;
  const holidays = holidaysOfBoth(first, last, around);
  const days = monthDays(events, dates, around.total);
  return {
    weeks: weeks.map((week) => ({
      monday: week[0] ?? date,
      sessions: sessionsOf(week, around),
      days: week.map((day) => ({
        ...dayHead(day, holidays, around),
        events: days.get(day)?.events ?? [],
        more: days.get(day)?.more ?? 0,
        isOfMonth: day.slice(0, 7) === date.slice(0, 7),
      })),
    })),
    gap: gapNote(first, last, around.homeZone, "in these weeks"),
  };
}

/** What a day of the month has room for, in order of time, whole days first, and how many it has more. */
type MonthDay<Event> = { date: CalendarDate; events: Event[]; more: number };

/** As many events as a cell of the month shows before it only counts. */
export const MOST_IN_A_CELL = 4;

/** The weeks that a month touches, each as its seven days. */
export function monthWeeks(date: CalendarDate): CalendarDate[][] {
  const { first, last } = weeksOfMonth(date);
  const weeks = (daysBetween(first, last) + 1) / 7;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => addDays(first, week * 7 + day)),
  );
}

/**
 * Each day with the events that stand on it: those that begin on it, and those that go over it. `total` says how many
 * begin on a day, whether or not all of them were read. Four are shown.
 */
export function monthDays<Event extends OnTheWall>(
  events: readonly Event[],
  dates: readonly CalendarDate[],
  total: ReadonlyMap<CalendarDate, number>,
): ReadonlyMap<CalendarDate, MonthDay<Event>> {
  const onDay = new Map<CalendarDate, Event[]>(dates.map((date) => [date, []]));
  for (const event of events) for (const date of daysOf(event)) onDay.get(date)?.push(event);
  return new Map(
    [...onDay].map(([date, all]) => {
      const ordered = all.toSorted((a, b) => order(a, date).localeCompare(order(b, date)));
      const begun = all.filter((event) => event.wallStart.startsWith(date)).length;
      const notRead = Math.max(0, (total.get(date) ?? 0) - begun);
      const shown = ordered.slice(0, MOST_IN_A_CELL);
      return [date, { date, events: shown, more: ordered.length - shown.length + notRead }];
    }),
  );
}

function daysOf(event: OnTheWall): CalendarDate[] {
  const first = dayOf(event.wallStart);
  if (!spansDays(event)) return [first];
  return daysFrom(first, lastDayOf(event));
}

/** What goes over the day comes first, then the hours. */
function order(event: OnTheWall, date: CalendarDate): string {
  return spansDays(event) ? `0${event.wallStart}` : `1${date}${event.wallStart}`;
}
