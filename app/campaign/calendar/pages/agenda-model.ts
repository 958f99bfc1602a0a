import { daysBetween } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf } from "#app/time/wall-time.ts";
import type { EventView } from "../calendar-event-view.ts";
import { holidaysOfBoth } from "../holiday-lines.ts";
import type { OnTheWall } from "../week.ts";
import { type DayHead, dayHead } from "./day-head.ts";
import type { Around } from "./week-model.ts";

export type AgendaDayView = DayHead & { events: EventView[] };

/** The days with events, those with a holiday, and today. */
export function agendaModel(
  events: readonly EventView[],
  { first, last }: { first: CalendarDate; last: CalendarDate },
  around: Omit<Around, "total">,
): AgendaDayView[] {
  const holidays = holidaysOfBoth(first, last, around);
  const { today } = around;
  const always = [...holidays.map(({ date }) => date), ...(today >= first && today <= last ? [today] : [])];
  return groupByDay(events, first, always).map((day) => ({
    ...dayHead(day.date, holidays, around),
    events: day.events,
  }));
}

export type AgendaDay<Event> = { date: CalendarDate; events: Event[] };

/**
 * Events by the day on which they begin, each day and each event in order of time. An event that began before
 * `first` and still goes on stands on `first`. Days without events are left out but for those in `always`.
 */
export function groupByDay<Event extends OnTheWall>(
  events: readonly Event[],
  first: CalendarDate,
  always: readonly CalendarDate[],
): AgendaDay<Event>[] {
  const days = new Map<CalendarDate, Event[]>(always.map((date) => [date, []]));
  for (const event of [...events].sort((a, b) => a.wallStart.localeCompare(b.wallStart))) {
    const begins = dayOf(event.wallStart);
    const date = daysBetween(first, begins) < 0 ? first : begins;
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days]
    .map(([date, grouped]) => ({ date, events: grouped }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
