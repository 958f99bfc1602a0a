import type { Result, Schedule } from "#app/campaign/outreach-events/standing.ts";
import type { CalendarDate, WallTime } from "#app/time/wall-time.ts";

/** What an event shows of itself in a calendar file. */
export type CalendarEntry = {
  id: string;
  importedUid: string | null;
  /** How often it has changed, as calendar files count it (SEQUENCE). */
  sequence: number;
  campaignId: string;
  campaignName: string;
  title: string;
  place: string;
  link: string;
  handling: string;
  schedule: Schedule;
  result: Result;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  isAllDay: boolean;
  /** The numbers of its messages, in order. */
  messages: readonly number[];
  changedAt: Date;
  /** What it repeats with, and the wall time that the rule gave it; null where it stands alone. */
  series: { id: string; slot: WallTime } | null;
};

/** What repeats: its rule, and what each time starts from. */
export type CalendarSeries = {
  id: string;
  importedUid: string | null;
  /** How often it has changed, as calendar files count it (SEQUENCE). */
  sequence: number;
  campaignId: string;
  rule: string;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: string;
  isAllDay: boolean;
  changedAt: Date;
};

/** What a feed tells of an event: its title and what belongs to it, or nothing but that somebody is busy. */
export const TITLES = ["shown", "busy only"] as const;
export type Titles = (typeof TITLES)[number];

/**
 * Whether an event may be in any calendar file: never one for named people only. A calendar program keeps copies and
 * shows them to whoever sees its screen. Source: FIRST TLP 2.0; DOMAIN.md, record "handling".
 */
export function mayLeaveInCalendar(handling: string): boolean {
  return handling !== "TLP:RED";
}

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
  const dayOf = (count: number) => new Date(count).toISOString().slice(0, 10);
  return {
    first: dayOf(Date.UTC(year, month - 1, day - DAYS_BACK)),
    last: dayOf(Date.UTC(year, month - 1 + MONTHS_AHEAD, day)),
  };
}
