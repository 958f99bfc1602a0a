import { createContext, useContext } from "react";
import { FIRST_DAY } from "#app/time/calendar-date.ts";
import {
  cityOf,
  formatDayAndClocks,
  spanOnClocks,
  startOnClocks,
  type TwoClocks as Times,
  twoClocks,
} from "#app/time/format.ts";
import { type CalendarDate, type Timed, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** The time now, in Washington and in the ministry's city. The browser's script moves the hands each minute. */
export function TwoClocks({ now, homeZone }: { now: Date; homeZone: Zone }) {
  return (
    <span className="clocks">
      <b data-clock={WASHINGTON}>{timeIn(now, WASHINGTON)}</b> Washington &ensp;{" "}
      <b data-clock={homeZone}>{timeIn(now, homeZone)}</b> {cityOf(homeZone)}
    </span>
  );
}

/** A moment on both clocks: "Thu 12 Nov, 14:00 · 20:00 in Prague". Never of an event, which may take whole days. */
export function TwoTimes({ at }: { at: Date }) {
  return <OnBoth times={twoClocks(at, useHomeZone(), useToday())} />;
}

/** When an event begins or, as a span, when it is: as `TwoTimes`, and of whole days the days. */
export function TimesOfEvent({ of, span = false }: { of: Timed; span?: boolean }) {
  return <OnBoth times={(span ? spanOnClocks : startOnClocks)(of, useHomeZone(), useToday())} />;
}

/** A moment with its day in a sentence: "Thu 12 Nov, 14:00 (20:00 in Prague)". */
export function DayAndClocks({ at }: { at: Date }) {
  return formatDayAndClocks(at, useHomeZone(), useToday());
}

function OnBoth({ times: { washington, home } }: { times: Times }) {
  return (
    <>
      {washington} {home === "" ? null : <span className="secondary">· {home}</span>}
    </>
  );
}

/** The day in Washington on which a page is drawn; where nobody says it, every day is shown with its year. */
export const Today = createContext<CalendarDate>(FIRST_DAY);

/** The day in Washington on which the page is drawn: days of another year are shown with it. */
export function useToday(): CalendarDate {
  return useContext(Today);
}

/** The zone of the ministry, of every page in the frame. */
export const HomeZone = createContext<Zone | null>(null);

/** The zone of the ministry, the second clock of every moment on a page. */
export function useHomeZone(): Zone {
  const zone = useContext(HomeZone);
  if (zone === null) throw new Error("A page outside the frame knows no second clock.");
  return zone;
}
