import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { busyWarnings } from "./busy-warnings.ts";
import { chamberWarnings } from "./chamber-warnings.ts";
import { dueWarnings } from "./due-warnings.ts";
import { holidayWarnings } from "./holiday-warnings.ts";
import type { JudgedEvent, Surroundings } from "./judged-event.ts";
import { ministryWarnings } from "./ministry-hours.ts";
import { officeWarnings } from "./office-warnings.ts";
import { repeatWarnings } from "./repeated-messages.ts";

export type WarningKind =
  | "chamber"
  | "holiday"
  | "ministry closed"
  | "officer busy"
  | "participant busy"
  | "office visited"
  | "message repeated"
  | "due in the past";

/** One thing that speaks against an event: said to whoever plans it, never in the way. */
export type Warning = {
  kind: WarningKind;
  /** Whole sentences, as they stand on the page. */
  words: string;
  /** Those of this event who cannot be there, by name; they may be named in a summary, another campaign's event may not. */
  who: readonly string[];
  /** The other event, where there is one that the reader may open. */
  other: { campaignId: string; eventId: string } | null;
};

/**
 * What speaks against an event at its time, the most pressing first: somebody of ours or a participant elsewhere, a
 * chamber away, holidays, papers due in the past, the ministry closed, an office visited twice, a message repeated.
 * Nothing is refused for it. Of an event that is over, cancelled or not held by `now` nothing is said. Of another
 * campaign that is not the reader's, only the office, the day and that it is another campaign.
 * Source: DOMAIN.md, rules 9 and 10; DESIGN.md, section 1 (job 1).
 */
export function warningsOf(event: JudgedEvent, around: Surroundings, now: Date): Warning[] {
  if (!event.takesPlace || event.endsAt <= now) return [];
  const today = dateIn(now, WASHINGTON);
  return [
    ...busyWarnings(event, around.others, around.travelMinutes, today),
    ...chamberWarnings(event, around.sessionDays, today),
    ...holidayWarnings(event, around.home, today),
    ...dueWarnings(event, around.home, now),
    ...ministryWarnings(event, around.home),
    ...officeWarnings(event, around.others, around.clashDays, today),
    ...repeatWarnings(event, around.saidBefore, today),
  ];
}

/** What speaks against an event after a change of it and did not before. */
export function warningsAdded(before: readonly Warning[], after: readonly Warning[]): Warning[] {
  const stood = new Set(before.map(nameOf));
  return after.filter((warning) => !stood.has(nameOf(warning)));
}

function nameOf({ kind, words, other }: Warning): string {
  return `${kind} ${other?.eventId ?? ""} ${words}`;
}

/** Whether a warning is about another occasion with the same people: there may be many of these. */
export function isAboutAnotherOccasion({ kind }: Warning): boolean {
  return kind === "office visited" || kind === "message repeated";
}

/** Whether a warning says that somebody cannot be there: what the calendar calls a clash. */
export function isClash({ kind }: Warning): boolean {
  return kind === "officer busy" || kind === "participant busy";
}
