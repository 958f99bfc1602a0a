import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, type WallTime } from "#app/time/wall-time.ts";
import type { OnTheWall } from "./week.ts";

/** An event over the days: from one column to another, both included, 0 the first day; rows from 0. */
export type Band<Event> = { event: Event; from: number; to: number; row: number };

const MOST_ROWS = 6;
const HALF_A_DAY = 12 * 60;

/** The last day that an event touches. One that ends at midnight ends on the day before. */
export function lastDayOf({ wallStart, wallEnd }: OnTheWall): CalendarDate {
  const day = dayOf(wallEnd);
  return wallEnd.endsWith("T00:00") && wallEnd > wallStart ? addDays(day, -1) : day;
}

/**
 * Whether an event is drawn over the days as a band, not inside one: it takes whole days, or goes on to another day
 * and lasts 12 h or more.
 */
export function spansDays(event: OnTheWall): boolean {
  if (event.isAllDay) return true;
  const first = dayOf(event.wallStart);
  if (first === lastDayOf(event)) return false;
  const days = daysBetween(first, dayOf(event.wallEnd));
  return days * 1440 + minutesOf(event.wallEnd) - minutesOf(event.wallStart) >= HALF_A_DAY;
}

function minutesOf(wall: WallTime): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/**
 * The events that go over the days shown, packed into rows: each in the first row where its days are free, those
 * that begin first and last longest on top. What six rows have no room for is left.
 */
export function packBands<Event extends OnTheWall>(
  events: readonly Event[],
  dates: readonly CalendarDate[],
): { bands: Band<Event>[]; left: Event[] } {
  const bands: Band<Event>[] = [];
  const left: Event[] = [];
  const spans = events.flatMap((event) => columnsOf(event, dates));
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const row = freeRow(bands, span);
    if (row < MOST_ROWS) bands.push({ ...span, row });
    else left.push(span.event);
  }
  return { bands, left };
}

function columnsOf<Event extends OnTheWall>(event: Event, dates: readonly CalendarDate[]) {
  const [first, last] = [dayOf(event.wallStart), lastDayOf(event)];
  const from = dates.findIndex((date) => date >= first && date <= last);
  const to = dates.findLastIndex((date) => date >= first && date <= last);
  return from < 0 ? [] : [{ event, from, to }];
}

function freeRow<Event>(bands: readonly Band<Event>[], { from, to }: { from: number; to: number }): number {
  const taken = new Set(bands.filter((one) => one.from <= to && from <= one.to).map(({ row }) => row));
  let row = 0;
  while (taken.has(row)) row += 1;
  return row;
}
