import type { Result, Schedule } from "#app/campaign/outreach-events/standing.ts";
import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { counted, numberInWords } from "#app/text/in-words.ts";
import { cityOf, dayIfOther, daysInProse, formatDay } from "#app/time/format.ts";
import {
  type CalendarDate,
  dayOf,
  hoursAheadOfWashington,
  instantOf,
  timeIn,
  timeOf,
  WASHINGTON,
  type WallTime,
  type Zone,
} from "#app/time/wall-time.ts";
import type { DeadlineKind } from "./deadlines/deadline-day.ts";
import type { PreparedItem } from "./deadlines/deadlines.ts";
import type { VisitDays } from "./visit-days.ts";

type Span = { startsAt: Date; endsAt: Date };

/** "six hours ahead", "one hour behind", "at the same time": the clocks of home beside Washington's at an instant. */
export function hoursAheadInWords(instant: Date, homeZone: Zone): string {
  const hours = hoursAheadOfWashington(instant, homeZone);
  if (hours === 0) return "at the same time";
  const count = numberInWords(Math.abs(hours));
  return `${count} hour${Math.abs(hours) === 1 ? "" : "s"} ${hours > 0 ? "ahead" : "behind"}`;
}

/**
 * When a visit is, in Washington and at home: "Thu 19 Nov, 08:30 to 18:45 in Washington" and "14:30 to 00:45 in
 * Prague, six hours ahead". Before it has meetings, and over several days, the days alone. Source: DOMAIN.md, rule 1.
 */
export function whenInWords(
  { first, last }: VisitDays,
  meetings: Span | null,
  homeZone: Zone,
  today: CalendarDate,
): { washington: string; home: string | null } {
  if (first !== last) return { washington: `${daysInProse(first, last, today)} in Washington`, home: null };
  const day = formatDay(first, today);
  if (meetings === null) return { washington: `${day} in Washington`, home: null };
  const between = (zone: Zone) => `${timeIn(meetings.startsAt, zone)} to ${timeIn(meetings.endsAt, zone)}`;
  const ahead = hoursAheadInWords(meetings.startsAt, homeZone);
  return {
    washington: `${day}, ${between(WASHINGTON)} in Washington`,
    home: `${between(homeZone)} in ${cityOf(homeZone)}, ${ahead}`,
  };
}

/** When an item begins, in Washington: "10:00", or "All day". */
export function startOfItem({ startsAt, isAllDay }: { startsAt: Date; isAllDay: boolean }): string {
  return isAllDay ? "All day" : timeIn(startsAt, WASHINGTON);
}

/** The time at home beside one in Washington: "20:00 Prague", with its day where that is another. */
export function homeTime(instant: Date, homeZone: Zone, today: CalendarDate): string {
  return `${dayIfOther(instant, homeZone, today)}${timeIn(instant, homeZone)} ${cityOf(homeZone)}`;
}

/** "Decide by Mon 16 Nov, 12:00 (18:00 Prague)": a wall time in Washington, and the same instant at home. */
export function decideByInWords(decideBy: WallTime, homeZone: Zone, today: CalendarDate): string {
  const found = instantOf(decideBy, WASHINGTON, "first");
  const washington = `${formatDay(dayOf(decideBy), today)}, ${timeOf(decideBy)}`;
  return `Decide by ${washington}${found.ok ? ` (${homeTime(found.instant, homeZone, today)})` : ""}`;
}

/**
 * What can be said of a programme's clearance: clearance belongs to papers, so it counts the papers of the items that
 * need one. Source: DOMAIN.md, records (clearance).
 */
export function papersInWords(items: readonly Pick<PreparedItem, "takesPlace" | "isPaperCleared">[]): {
  words: string;
  isCleared: boolean;
} {
  const needed = items.filter((item) => item.takesPlace && item.isPaperCleared !== null);
  const cleared = needed.filter(({ isPaperCleared }) => isPaperCleared === true).length;
  if (needed.length === 0) return { words: "No item needs a paper yet", isCleared: false };
  if (cleared === needed.length) return { words: "All papers cleared", isCleared: true };
  return { words: `NOT ALL PAPERS CLEARED: ${cleared} of ${needed.length} cleared`, isCleared: false };
}

/**
 * What a readout, or thanks, is made of so far: "2 of 3 meetings logged, 1 memorandum". `over` are the meetings that have
 * been; null before any has, and for any other deadline.
 */
export function madeOfWords(
  kind: DeadlineKind,
  over: readonly { logs: readonly unknown[]; letters: readonly { kind: string }[] }[],
): string | null {
  if (over.length === 0) return null;
  const written = (what: string) =>
    over.flatMap(({ letters }) => letters).filter((letter) => letter.kind === what).length;
  if (kind === "readout") {
    const logged = over.filter(({ logs }) => logs.length > 0).length;
    const memoranda = counted(written("memorandum of conversation"), "memorandum", "memoranda");
    return `${logged} of ${counted(over.length, "meeting")} logged, ${memoranda}`;
  }
  return kind === "thanks" ? counted(written("thank-you note"), "thank-you note") : null;
}

/** How an item of a programme stands, with the reason where it is at risk or did not take place. */
export type ItemState =
  | { state: "confirmed" | "tentative" | "held" }
  | { state: "at risk" | "cancelled" | "not held"; because: string };

export type ItemStanding = {
  schedule: Schedule;
  scheduleReason: string;
  result: Result;
  resultReason: string;
};

/** What speaks against an item: chambers of Congress whose people it needs, and what else was found. */
export type ItemRisks = {
  chambers: readonly Chamber[];
  day: CalendarDate;
  sessionDays: readonly SessionDay[];
  /** Each a sentence without its full stop: "Petr Dvořák is also at Roundtable". */
  clashes: readonly string[];
};

/**
 * An item is at risk when a chamber that it needs is away that day, when no source says whether it meets, or when
 * somebody in it is elsewhere at that time; a confirmation by the host does not take that away. An item that is over,
 * or cancelled, is no longer at risk. Source: the mock-up `visit-programme`; DESIGN.md, section 6 (weeks of Congress
 * without a source are "not known").
 */
export function itemState(standing: ItemStanding, risks: ItemRisks): ItemState {
  if (standing.schedule === "cancelled") return { state: "cancelled", because: standing.scheduleReason };
  if (standing.result === "held") return { state: "held" };
  if (standing.result === "not held") return { state: "not held", because: standing.resultReason };
  const reasons = [...risks.chambers.flatMap((chamber) => chamberRisk(chamber, risks)), ...risks.clashes];
  if (reasons.length > 0) return { state: "at risk", because: reasons.join(". ") };
  return { state: standing.schedule };
}

function chamberRisk(chamber: Chamber, { day, sessionDays }: ItemRisks): string[] {
  switch (standingOn(sessionDays, chamber, day)) {
    case "in session":
      return [];
    case "away":
      return [`${chamber} away that day`];
    case "not known":
      return [`Not known whether the ${chamber} is in session that day`];
  }
}

/** Where a page of a visit stands: under its programme. */
export function crumbsOf(
  { here, title }: { here: string; title: string },
  page: string,
): ({ label: string; to: string } | string)[] {
  return [{ label: title, to: here.slice(0, here.lastIndexOf("/")) }, { label: "Programme", to: here }, page];
}
