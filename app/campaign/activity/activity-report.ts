import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import { counted, inWords, type Share, shareInWords } from "#app/text/in-words.ts";
import { daysInProse } from "#app/time/format.ts";
import { type CalendarDate, dateIn, type Month, WASHINGTON } from "#app/time/wall-time.ts";
import { type ClearanceActivity, type ClearanceRecord, clearanceActivity } from "./clearance-activity.ts";
import { hoursInWords } from "./duration-in-words.ts";
import {
  addCounts,
  type CountedEvents,
  type EventCounts,
  eventCounts,
  type LoggingActivity,
  type LoggingRecord,
  loggingActivity,
  monthsBetween,
  NO_EVENTS,
} from "./event-counts.ts";
import { type PromiseActivity, type PromiseRecord, promiseActivity } from "./promise-activity.ts";

/** Both days belong to it. */
export type Period = { from: CalendarDate; to: CalendarDate };

/**
 * What the team did in a period: counted, never targeted, and apart from outcomes. Plain data, which a review keeps as it
 * is; hours are of the clock, by the instant. Nobody is named: figures are the team's. Source: DOMAIN.md, rule 12.
 */
export type ActivityReport = Period & {
  /** The instant at which it was counted, UTC. */
  at: string;
  finding: readonly string[];
  /** Of all kinds but internal ones, of which nothing has to be recorded. */
  events: EventCounts;
  internalEvents: number;
  byKind: readonly { kind: EventKind; counts: EventCounts }[];
  /** Each month from the first event to the last, "2026-11". */
  byMonth: readonly { month: Month; counts: EventCounts }[];
  logging: LoggingActivity;
  clearance: ClearanceActivity;
  promises: PromiseActivity;
};

/** What the records say of a period. */
export type ActivityRecords = {
  events: readonly CountedEvents[];
  logging: LoggingRecord;
  clearance: ClearanceRecord;
  promises: readonly PromiseRecord[];
};

/** The report of what was read for the period, as of `now`. */
export function activityReport(period: Period, records: ActivityRecords, now: Date): ActivityReport {
  const outreach = records.events.filter(({ kind }) => kind !== "internal");
  const events = eventCounts(outreach);
  const logging = loggingActivity(records.logging);
  const clearance = clearanceActivity(records.clearance);
  const promises = promiseActivity(records.promises, now);
  return {
    ...period,
    at: now.toISOString(),
    finding: activityFinding({
      period,
      today: dateIn(now, WASHINGTON),
      events,
      logging,
      clearance,
      promises,
    }),
    events,
    internalEvents: eventCounts(records.events).planned - events.planned,
    byKind: byKind(outreach),
    byMonth: byMonth(outreach),
    logging,
    clearance,
    promises,
  };
}

function byKind(events: readonly CountedEvents[]): ActivityReport["byKind"] {
  return [...Map.groupBy(events, ({ kind }) => kind)]
    .map(([kind, those]) => ({ kind, counts: eventCounts(those) }))
    .toSorted(
      (one, other) => other.counts.planned - one.counts.planned || one.kind.localeCompare(other.kind, "en"),
    );
}

function byMonth(events: readonly CountedEvents[]): ActivityReport["byMonth"] {
  const groups = Map.groupBy(events, ({ month }) => month);
  return monthsBetween([...groups.keys()]).map((month) => ({
    month,
    counts: (groups.get(month) ?? []).reduce(addCounts, NO_EVENTS),
  }));
}

type Read = {
  period: Period;
  today: CalendarDate;
  events: EventCounts;
  logging: LoggingActivity;
  clearance: ClearanceActivity;
  promises: PromiseActivity;
};

/**
 * What a period's activity says first, in sentences built by rule: how many of the planned events were held, how many
 * meetings were logged in time, how long clearance took, which promises of ours are overdue. Counts, never targets
 * (DOMAIN.md, rule 12); misses are told (DOMAIN.md, review).
 */
function activityFinding({ period, today, events, logging, clearance, promises }: Read): string[] {
  if (events.planned === 0)
    return [
      `There were no outreach events ${period.from === period.to ? "on" : "from"} ${daysInProse(period.from, period.to, today)}.`,
      ...ofPromises(promises),
    ];
  return [ofEvents(events), ...ofLogging(logging), ...ofClearance(clearance), ...ofPromises(promises)];
}

function ofEvents(events: EventCounts): string {
  const { heldOfPlanned, notHeld, cancelled, notRecorded, ahead } = events;
  const others = inWords([
    ...(cancelled > 0 ? [`${cancelled} ${cancelled === 1 ? "was" : "were"} cancelled`] : []),
    ...(notHeld > 0 ? [`${notHeld} ${notHeld === 1 ? "was" : "were"} not held`] : []),
    ...(notRecorded > 0 ? [`${notRecorded} ${notRecorded === 1 ? "was" : "were"} not recorded`] : []),
  ]);
  if (heldOfPlanned.of === 0)
    return `${counted(ahead, "outreach event")} ${ahead === 1 ? "is" : "are"} still ahead.`;
  const still = ahead > 0 ? ` ${ahead} more ${ahead === 1 ? "is" : "are"} still ahead.` : "";
  return `${wasOrWere(heldOfPlanned, "outreach event")} held${others === "" ? "" : `; ${others}`}.${still}`;
}

function ofLogging({ loggedInTime, hoursToLog, notYetDue, withinHours }: LoggingActivity): string[] {
  if (loggedInTime.of === 0)
    return notYetDue === 0
      ? []
      : [
          `${counted(notYetDue, "meeting")} ${notYetDue === 1 ? "is" : "are"} still within the ${withinHours} hours for logging.`,
        ];
  const half =
    hoursToLog.median === null
      ? ""
      : `; half of all logged meetings were logged within ${hoursInWords(hoursToLog.median, "up")}`;
  return [`${wasOrWere(loggedInTime, "meeting")} logged within ${withinHours} hours${half}.`];
}

/** "1 of 4 meetings was", "27 of 30 meetings (90 %) were". */
function wasOrWere(share: Share, noun: string): string {
  const isOne = share.n === 1 || share.of === 1;
  return `${shareInWords(share, share.of === 1 ? noun : `${noun}s`)} ${isOne ? "was" : "were"}`;
}

function ofClearance({ cleared, leadHours, beforeDue, uncleared }: ClearanceActivity): string[] {
  const papers = uncleared.length === 1 ? "1 paper was" : `${uncleared.length} papers were`;
  const used = uncleared.length === 0 ? [] : [`${papers} used uncleared.`];
  if (cleared === 0) return used;
  const lead = leadHours.n === 0 ? "" : leadInWords(leadHours);
  const due = beforeDue.of === 0 ? "" : `; ${shareInWords(beforeDue)} before the due time`;
  return [`${counted(cleared, "paper")} ${cleared === 1 ? "was" : "were"} cleared${lead}${due}.`, ...used];
}

function leadInWords({ median, shortest, longest }: ClearanceActivity["leadHours"]): string {
  if (median !== null)
    return `; of those that went to a desk, half were cleared within ${hoursInWords(median, "up")} of being sent`;
  const [from, to] = [hoursInWords(shortest ?? 0), hoursInWords(longest ?? 0)];
  return `; clearance after sending took ${from === to ? to : `${from} to ${to}`}`;
}

function ofPromises({ ours }: PromiseActivity): string[] {
  if (ours.overdue === 0) return [];
  return [`${ours.overdue} of our promises ${ours.overdue === 1 ? "is" : "are"} overdue.`];
}
