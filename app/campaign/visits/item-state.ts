import type { Result, Schedule } from "#app/campaign/outreach-events/standing.ts";
import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

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
      return [`${chamber} session that day: not known`];
  }
}
