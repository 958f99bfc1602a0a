import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import { LOG_WITHIN_HOURS } from "#app/campaign/outreach-events/stages.ts";
import { type Share, shareInWords, shareOf } from "#app/text/in-words.ts";
import { firstOfMonthAway, monthOf, monthsApart } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
import type { Month } from "#app/time/wall-time.ts";
import { type Spread, spreadOf } from "./duration-in-words.ts";

/**
 * Where an event stands; each stands in one place. "not recorded" is over, and nobody has said whether it was held.
 * Source: DOMAIN.md, outreach event: schedule and result are kept apart.
 */
export const EVENT_STANDINGS = ["held", "not held", "cancelled", "not recorded", "ahead"] as const;

export type EventStanding = (typeof EVENT_STANDINGS)[number];

/** So many events of a kind in a month stand so. */
export type CountedEvents = { month: Month; kind: EventKind; standing: EventStanding; events: number };

/** `planned` is all of them: the others add up to it. */
export type EventCounts = {
  planned: number;
  held: number;
  notHeld: number;
  cancelled: number;
  notRecorded: number;
  ahead: number;
  /** Held among those that are no longer ahead; a cancelled event was planned, and counts. */
  heldOfPlanned: Share;
};

/** No event. */
export const NO_EVENTS: EventCounts = {
  planned: 0,
  held: 0,
  notHeld: 0,
  cancelled: 0,
  notRecorded: 0,
  ahead: 0,
  heldOfPlanned: shareOf(0, 0),
};

/** Adds events up. */
export function eventCounts(events: readonly CountedEvents[]): EventCounts {
  return events.reduce(addCounts, NO_EVENTS);
}

/** The counts with some more events of one standing. */
export function addCounts(counts: EventCounts, { standing, events }: CountedEvents): EventCounts {
  const more = (which: EventStanding) => (which === standing ? events : 0);
  const held = counts.held + more("held");
  const ahead = counts.ahead + more("ahead");
  const planned = counts.planned + events;
  return {
    planned,
    held,
    notHeld: counts.notHeld + more("not held"),
    cancelled: counts.cancelled + more("cancelled"),
    notRecorded: counts.notRecorded + more("not recorded"),
    ahead,
    heldOfPlanned: shareOf(held, planned - ahead),
  };
}

/** The share held of what is no longer ahead, or why there is none. */
export function heldInWords({ planned, heldOfPlanned }: EventCounts): string {
  if (planned === 0) return "none planned";
  return heldOfPlanned.of === 0 ? "none has ended yet" : shareInWords(heldOfPlanned);
}

/** A list of months as a page can still show it: those without an event between two with one are told too. */
const MOST_MONTHS = 60;

/** Every month from the first of these to the last, "2026-11"; over five years only those that are among them. */
export function monthsBetween(months: readonly Month[]): Month[] {
  const sorted = [...new Set(months)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = monthsApart(`${first}-01`, `${last}-01`) + 1;
  if (count > MOST_MONTHS) return sorted;
  return Array.from({ length: count }, (_, months) => monthOf(firstOfMonthAway(`${first}-01`, months)));
}

/**
 * What the records say of logging: `meetings` are over, or logged already, and no internal ones; of a meeting that several
 * officers logged the first log counts. `due` are those whose 48 hours have passed.
 */
export type LoggingRecord = {
  meetings: number;
  due: number;
  loggedInTime: number;
  /** Of each logged meeting, milliseconds from its end to the first log; less than 0 while it still went on. */
  timesToLog: readonly number[];
  loggedBySeveral: number;
  officers: number;
};

/** How soon meetings were logged. */
export type LoggingActivity = {
  meetings: number;
  logged: Share;
  withinHours: number;
  /** Of those whose 48 hours have passed; the others are `notYetDue`, logged or not. */
  loggedInTime: Share;
  notYetDue: number;
  /** Hours from the end of a meeting to its first log; 0 where it was logged before its end. Of logged meetings only. */
  hoursToLog: Spread;
  loggedBySeveral: number;
  /** How many people logged, all together; nobody is named. */
  officers: number;
};

const HOUR = 3_600_000;

/** The shares and the spread of what was counted. */
export function loggingActivity(record: LoggingRecord): LoggingActivity {
  const { meetings, due, loggedInTime, timesToLog, loggedBySeveral, officers } = record;
  return {
    meetings,
    logged: shareOf(timesToLog.length, meetings),
    withinHours: LOG_WITHIN_HOURS,
    loggedInTime: shareOf(loggedInTime, due),
    notYetDue: meetings - due,
    hoursToLog: spreadOf(timesToLog.map((time) => Math.max(0, time) / HOUR)),
    loggedBySeveral,
    officers,
  };
}

/** "November 2026", of a month as it is counted, 2026-11. */
export function monthInWords(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** How many people have logged, in words. */
export function whoLogged(officers: number): string {
  if (officers === 0) return "no one has logged";
  return officers === 1 ? "1 person has logged" : `${officers} people have logged`;
}
