import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { activityFinding } from "./activity-finding.ts";
import { type ClearanceActivity, type ClearanceRecord, clearanceActivity } from "./clearance-activity.ts";
import {
  addCounts,
  type CountedEvents,
  type EventCounts,
  eventCounts,
  monthsBetween,
  NO_EVENTS,
} from "./event-counts.ts";
import { type LoggingActivity, type LoggingRecord, loggingActivity } from "./logging-activity.ts";
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
  byMonth: readonly { month: string; counts: EventCounts }[];
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
    finding: activityFinding({ period, events, logging, clearance, promises }),
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
