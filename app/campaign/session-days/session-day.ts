import type { CalendarDate } from "#app/time/wall-time.ts";

/** The two chambers of Congress, in the order in which every page names them. */
export const CHAMBERS = ["House", "Senate"] as const;

export type Chamber = (typeof CHAMBERS)[number];

/** What a source says of a day: the chamber meets in Washington, or its members are away. */
export const SESSION_STANDINGS = ["in session", "away"] as const;

export type SessionStanding = (typeof SESSION_STANDINGS)[number];

/** The most characters that a source may have. */
export const LONGEST_SOURCE = 300;

/** What is known of one chamber on one day. Of a day without such a record nothing is known. */
export type SessionDay = {
  chamber: Chamber;
  day: CalendarDate;
  standing: SessionStanding;
  /** Who said so, in words: "CQ Roll Call, November 2025". */
  source: string;
  /** The day on which that was said; the leadership changes its calendar. */
  asOf: CalendarDate;
};

/** What somebody wants of Congress's calendar: days as a source names them, or days of which nothing is to be known. */
export type WantedDays =
  | { act: "record"; days: readonly SessionDay[] }
  | { act: "clear"; chamber: Chamber; days: readonly CalendarDate[] };

/**
 * How a chamber stands on a day by the records given: in session, away, or "not known" where no source names
 * the day. A day without a source is never taken for either. Source: DESIGN.md, section 6 (weeks of Congress
 * without a source are "not known").
 */
export function standingOn(
  days: readonly SessionDay[],
  chamber: Chamber,
  day: CalendarDate,
): SessionStanding | "not known" {
  return days.find((one) => one.chamber === chamber && one.day === day)?.standing ?? "not known";
}

/** An organisation's chamber as the files of Congress have it: "house", "senate" or "joint". */
type Whose = { isCongress: boolean; chamber: string | null };

/**
 * The chambers that these audiences and people belong to, the House first. Where it is Congress and the record does not
 * say which chamber, or says both, it is both; outside Congress there is none.
 */
export function chambersOf(all: readonly Whose[]): Chamber[] {
  return CHAMBERS.filter((chamber) => all.some((one) => one.isCongress && isOf(one.chamber, chamber)));
}

function isOf(recorded: string | null, chamber: Chamber): boolean {
  const plain = recorded?.toLowerCase() ?? "";
  return plain === chamber.toLowerCase() || !CHAMBERS.some((one) => one.toLowerCase() === plain);
}
