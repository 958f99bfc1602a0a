import {
  dateOfDay,
  dayNumber,
  firstOfMonth,
  firstOfMonthAway,
  monthsApart,
} from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";

/** Where a chart is drawn, in pixels, and the days from its left edge to its right one, counted since 1970. */
export type ChartFrame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  first: number;
  last: number;
};

/** Where a level of −2 to +2 on a day stands in the frame, to a tenth of a pixel. */
export function placeIn(frame: ChartFrame, day: number, level: number): { x: number; y: number } {
  const span = Math.max(1, frame.last - frame.first);
  const x = frame.left + ((day - frame.first) / span) * (frame.right - frame.left);
  const y = frame.top + ((2 - level) / 4) * (frame.bottom - frame.top);
  return { x: tenth(x), y: tenth(y) };
}

const MOST_MONTHS = 5;

/** The firsts of months to name under a chart: as many as have room, evenly spaced, "Feb". */
export function monthsDrawn(frame: ChartFrame): { x: number; label: string }[] {
  const first = firstOfMonthAway(dateOfDay(frame.first - 1), 1);
  const count = Math.max(0, monthsApart(first, firstOfMonth(dateOfDay(frame.last))) + 1);
  const step = Math.max(1, Math.ceil(count / MOST_MONTHS));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => firstOfMonthAway(first, at * step)).map(
    (month) => ({
      x: placeIn(frame, dayNumber(month), 0).x,
      label: (MONTHS[Number(month.slice(5, 7)) - 1] ?? "").slice(0, 3),
    }),
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
