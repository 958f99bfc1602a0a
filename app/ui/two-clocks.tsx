import { createContext, useContext } from "react";
import { FIRST_DAY } from "#app/time/calendar-date.ts";
import { cityOf, twoClocks, twoClocksSpan } from "#app/time/format.ts";
import { type CalendarDate, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** The time now, in Washington and in the ministry's city. The browser's script moves the hands each minute. */
export function TwoClocks({ now, homeZone }: { now: Date; homeZone: Zone }) {
  return (
    <span className="clocks">
      <b data-clock={WASHINGTON}>{timeIn(now, WASHINGTON)}</b> Washington &ensp;{" "}
      <b data-clock={homeZone}>{timeIn(now, homeZone)}</b> {cityOf(homeZone)}
    </span>
  );
}

/** When something is, on both clocks: "Thu 12 Nov, 14:00 · 20:00 in Prague". With `ends`, the span. */
export function TwoTimes({ at, ends = null, homeZone }: { at: Date; ends?: Date | null; homeZone: Zone }) {
  const today = useToday();
  const times = ends === null ? twoClocks(at, homeZone, today) : twoClocksSpan(at, ends, homeZone, today);
  return (
    <>
      {times.washington} <span className="secondary">· {times.home}</span>
    </>
  );
}

/** The day in Washington on which a page is drawn; where nobody says it, every day is shown with its year. */
export const Today = createContext<CalendarDate>(FIRST_DAY);

/** The day in Washington on which the page is drawn: days of another year are shown with it. */
export function useToday(): CalendarDate {
  return useContext(Today);
}
