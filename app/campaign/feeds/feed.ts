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

const FEEDS = "/calendar/";

/**
 * What stands for a feed in its address: 256 random bits, so that nobody guesses it. Only its digest is stored, and an address is
 * looked up by the digest: how long that takes says nothing of the address.
 */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The address at which calendar programs read a feed. */
export function feedAddress(origin: string, token: string): string {
  return `${origin}${FEEDS}${token}.ics`;
}

/** The same address for a program that subscribes by a click. */
export function subscribingAddress(origin: string, token: string): string {
  return feedAddress(origin, token).replace(/^https?:/, "webcal:");
}

/** Whether an address of this server, without its origin, is one under which feeds are. */
export function isFeedPath(path: string): boolean {
  return path.startsWith(FEEDS);
}

/** What the path of a request names: a feed's token; "" for anything else under that path; null where it is no feed's path. */
export function tokenOfPath(path: string): string | null {
  if (!isFeedPath(path)) return null;
  const token = path.endsWith(".ics") ? path.slice(FEEDS.length, -4) : "";
  return TOKEN.test(token) ? token : "";
}
