import type { CalendarDate } from "#app/time/wall-time.ts";
import { groupByDay } from "../agenda.ts";
import type { EventView } from "../calendar-event-view.ts";
import { holidaysOfBoth } from "../holiday-lines.ts";
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
