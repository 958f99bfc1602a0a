import { daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { OnTheWall } from "./week.ts";

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
    const begins = event.wallStart.slice(0, 10);
    const date = daysBetween(first, begins) < 0 ? first : begins;
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days]
    .map(([date, grouped]) => ({ date, events: grouped }))
    .sort((a, b) => a.date.localeCompare(b.date));
}
