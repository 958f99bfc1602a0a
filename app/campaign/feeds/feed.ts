import { addDays, heldDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What a feed tells of an event: its title and what belongs to it, or nothing but that somebody is busy. */
export const TITLES = ["shown", "busy only"] as const;

export type Titles = (typeof TITLES)[number];

const DAYS_BACK = 90;

const MONTHS_AHEAD = 18;

/** The part of the calendar that a feed has, in words, for the page where it is made. */
export const FEED_WINDOW_IN_WORDS = `from ${DAYS_BACK} days ago to ${MONTHS_AHEAD} months ahead`;

/**
 * The days that a feed covers on `today`: 90 days back, and to the same day eighteen months ahead. What repeats is in it
 * whole, as soon as one of its times is. A bounded feed stays quick however much is stored.
 */
export function feedWindow(today: CalendarDate): { first: CalendarDate; last: CalendarDate } {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return {
    first: addDays(today, -DAYS_BACK),
    last: heldDay(new Date(Date.UTC(year, month - 1 + MONTHS_AHEAD, day))),
  };
}
