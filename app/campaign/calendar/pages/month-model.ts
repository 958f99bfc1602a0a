import { type GapNote, gapNote } from "#app/time/hours-apart.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { EventView } from "../calendar-event-view.ts";
import { holidaysOfBoth } from "../holiday-lines.ts";
import { type MonthDay, monthDays, monthWeeks } from "../month.ts";
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
