import { isSilent, SILENT_AFTER_DAYS, silentDays } from "#app/campaign/audiences/silence.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { coverageFinding } from "./coverage-finding.ts";

/** An audience counts as reached when it was met within this many days, the day itself included. */
export const REACH_DAYS = 90;

/** Up to this priority an audience's silence is reported. */
export const LEAST_PRIORITY_REPORTED = 2;

/** The next event that is planned, on or after the day of the report; `day` is its day in Washington. */
export type PlannedNext = { eventId: string; title: string; day: CalendarDate };

/** A message over all audiences: in how many meetings it was received, the last of them, what is planned. */
export type CoverageMessage = {
  id: string;
  number: number;
  title: string;
  isRetired: boolean;
  meetings: number;
  lastHeardOn: CalendarDate | null;
  /** Of the audiences of the report that have not ended, how many have heard it. */
  audiences: number;
  next: PlannedNext | null;
};

/**
 * A message with an audience. `meetings` are the events in which it was received there, each once however many officers
 * logged it; `notes` the officers' notes of them; `reactions` came in outside meetings and are no meeting.
 */
export type CoverageCell = {
  messageId: string;
  meetings: number;
  lastHeardOn: CalendarDate | null;
  notes: number;
  reactions: number;
  next: PlannedNext | null;
};

/** An audience with its held meetings in this campaign; `cells` stand in the order of the messages. */
export type CoverageAudience = {
  id: string;
  name: string;
  priority: number;
  isEnded: boolean;
  meetings: number;
  meetingsWithinReach: number;
  lastMetOn: CalendarDate | null;
  /** Whole days since the last meeting, 0 on its day; null where there was none. */
  silentDays: number | null;
  isSilent: boolean;
  next: PlannedNext | null;
  cells: readonly CoverageCell[];
};

/** The audiences of one priority that have not ended: how many were reached, are silent, were never met. */
export type Reach = {
  priority: number;
  audiences: number;
  reached: number;
  silent: number;
  neverMet: number;
};

/** Who heard what how often, as of a day: plain data, which a review keeps as it is. Ids are those of the records. */
export type CoverageReport = {
  day: CalendarDate;
  silentAfterDays: number;
  reachDays: number;
  /** The first of the days within reach. */
  reachFrom: CalendarDate;
  finding: readonly string[];
  messages: readonly CoverageMessage[];
  audiences: readonly CoverageAudience[];
  reach: readonly Reach[];
  /** Priority 1 and 2, the longest silence first; never met is the longest. */
  silentAudienceIds: readonly string[];
  /** Messages in use that no meeting has received. */
  neverUsedMessageIds: readonly string[];
};

/** What is counted, without what follows from it. */
export type CoverageCounts = {
  day: CalendarDate;
  messages: readonly Omit<CoverageMessage, "audiences">[];
  audiences: readonly Omit<CoverageAudience, "silentDays" | "isSilent">[];
};

/**
 * The report of what was counted: silences, reach, gaps and the finding. An audience is silent after 60 days without a
 * held meeting of this campaign, and from the start where there was none; one that has ended is listed and no gap.
 * Source: DOMAIN.md, rule 6; DESIGN.md, "Gaps worth closing".
 */
export function coverageReport(counts: CoverageCounts): CoverageReport {
  const { day } = counts;
  const audiences = counts.audiences.map((audience) => ({
    ...audience,
    silentDays: silentDays(audience.lastMetOn, day),
    isSilent: !audience.isEnded && isSilent(audience.lastMetOn, day),
  }));
  const current = audiences.filter(({ isEnded }) => !isEnded);
  const messages = counts.messages.map((message, at) => ({
    ...message,
    audiences: current.filter(({ cells }) => (cells[at]?.meetings ?? 0) > 0).length,
  }));
  return {
    day,
    silentAfterDays: SILENT_AFTER_DAYS,
    reachDays: REACH_DAYS,
    reachFrom: firstDayOfReach(day),
    finding: coverageFinding(messages, current),
    messages,
    audiences,
    reach: reachOf(current),
    silentAudienceIds: silentFirst(current).map(({ id }) => id),
    neverUsedMessageIds: messages
      .filter(({ isRetired, meetings }) => !isRetired && meetings === 0)
      .map(({ id }) => id),
  };
}

/** The first of the 90 days, the last of which is `day`. */
export function firstDayOfReach(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - REACH_DAYS);
}

function reachOf(audiences: readonly CoverageAudience[]): Reach[] {
  const priorities = [...new Set(audiences.map(({ priority }) => priority))].sort((a, b) => a - b);
  return priorities.map((priority) => {
    const those = audiences.filter((audience) => audience.priority === priority);
    return {
      priority,
      audiences: those.length,
      reached: those.filter(({ meetingsWithinReach }) => meetingsWithinReach > 0).length,
      silent: those.filter((audience) => audience.isSilent).length,
      neverMet: those.filter(({ lastMetOn }) => lastMetOn === null).length,
    };
  });
}

function silentFirst(audiences: readonly CoverageAudience[]): CoverageAudience[] {
  return audiences
    .filter((audience) => audience.isSilent && audience.priority <= LEAST_PRIORITY_REPORTED)
    .toSorted(
      (one, other) =>
        (one.lastMetOn ?? "").localeCompare(other.lastMetOn ?? "") ||
        one.priority - other.priority ||
        one.name.localeCompare(other.name, "en"),
    );
}
