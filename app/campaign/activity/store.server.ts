import { sql } from "kysely";
import { isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { endOfThoseDue, LOG_WITHIN_MS } from "#app/campaign/outreach-events/stages.ts";
import { isOutreach, takesPlace } from "#app/campaign/outreach-events/standing-in-sql.server.ts";
import type { Month } from "#app/time/wall-time.ts";
import { type Given, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type ActivityReport, activityReport, type Period } from "./activity-report.ts";
import { readClearanceRecord } from "./clearance.server.ts";
import type { CountedEvents, EventStanding, LoggingRecord } from "./event-counts.ts";
import type { PromiseRecord } from "./promise-activity.ts";

/**
 * What the team of a campaign did from one day to another, both included, as it stands at `now`. An event belongs to its day in
 * Washington. Cost follows what happened in the period, read from indexes; nothing outside it is looked at.
 */
export async function readActivityReport(
  read: Queries,
  campaign: { id: string },
  { from, to, now }: Period & { now: Date },
): Promise<ActivityReport> {
  const period = { campaign: campaign.id, from, to };
  const [events, logging, clearance, promises] = await Promise.all([
    readEvents(read, { ...period, now: now.toISOString() }),
    readLogging(read, { ...period, now: now.toISOString(), due: endOfThoseDue(now).toISOString() }),
    readClearanceRecord(read, campaign.id, { from, to }),
    readPromises(read, period),
  ]);
  return activityReport({ from, to }, { events, logging, clearance, promises }, now);
}

type Days = "from" | "to";

async function readEvents(read: Queries, values: Given<"campaign" | "now", Days>): Promise<CountedEvents[]> {
  const rows = await eventsCounted(read, values);
  return rows.flatMap(({ kind, ...counted }) => (isEventKind(kind) ? [{ ...counted, kind }] : []));
}

const eventsCounted = keptQuery((read, place: Place<"campaign" | "now", Days>) =>
  read
    .selectFrom("outreach_event as event")
    .select([
      "kind",
      sql<Month>`substr(day, 1, 7)`.as("month"),
      standingAt(place("now")).as("standing"),
      (eb) => eb.fn.countAll<number>().as("events"),
    ])
    .where("campaign_id", "=", place("campaign"))
    .where("day", ">=", place("from"))
    .where("day", "<=", place("to"))
    .groupBy(["month", "kind", "standing"]),
);

async function readLogging(
  read: Queries,
  values: Given<"campaign" | "now" | "due", Days>,
): Promise<LoggingRecord> {
  const [[sums], [who]] = await Promise.all([
    meetingsLogged(read, values),
    officersWhoLogged(read, { campaign: values.campaign, from: values.from, to: values.to }),
  ]);
  return {
    meetings: sums?.meetings ?? 0,
    due: sums?.due ?? 0,
    loggedInTime: sums?.in_time ?? 0,
    timesToLog: numbersIn(sums?.times ?? null),
    loggedBySeveral: who?.several ?? 0,
    officers: who?.officers ?? 0,
  };
}

/** Of an `event`, where it stands at an instant. */
export function standingAt(instant: string) {
  return sql<EventStanding>`case when result = 'held' then 'held' when schedule = 'cancelled' then 'cancelled'
    when result = 'not held' then 'not held' when ends_at > ${instant} then 'ahead' else 'not recorded' end`;
}

/** Of an `event`, how many milliseconds after its end it was first logged; negative where before. */
export const tookToLog = sql<number | null>`round((unixepoch((select min(logged_at) from outcome
  where outreach_event_id = event.id), 'subsec') - unixepoch(ends_at, 'subsec')) * 1000)`;
/** Of what `took` that long, whether it was logged in time. */
export const loggedInTime = sql`took <= ${sql.lit(LOG_WITHIN_MS)}`;

/** Read packed: one row however many meetings there are; how long each took to be logged is worked out once. */
const meetingsLogged = keptQuery((read, place: Place<"campaign" | "now" | "due", Days>) =>
  read
    .with(
      (name) => name("meeting").materialized(),
      (db) =>
        db
          .selectFrom("outreach_event as event")
          .select(["ends_at", tookToLog.as("took")])
          .where("campaign_id", "=", place("campaign"))
          .where("day", ">=", place("from"))
          .where("day", "<=", place("to"))
          .where(isOutreach)
          .where(takesPlace),
    )
    .selectFrom("meeting")
    .select([
      sql<number>`count(*)`.as("meetings"),
      sql<number>`count(*) filter (where ends_at <= ${place("due")})`.as("due"),
      sql<number>`count(*) filter (where ends_at <= ${place("due")} and ${loggedInTime})`.as("in_time"),
      sql<string | null>`group_concat(cast(took as integer))`.as("times"),
    ])
    .where((eb) => eb.or([eb("ends_at", "<=", place("now")), eb("took", "is not", null)])),
);

function numbersIn(list: string | null): number[] {
  return list === null ? [] : list.split(",").map(Number);
}

const officersWhoLogged = keptQuery((read, place: Place<"campaign", Days>) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin("outcome", "outcome.outreach_event_id", "event.id")
    .select([
      sql<number>`count(distinct outcome.officer_account_id)`.as("officers"),
      sql<number>`count(distinct event.id) filter (where exists (select 1 from outcome earlier
        where earlier.outreach_event_id = event.id and earlier.officer_account_id <> outcome.officer_account_id))`.as(
        "several",
      ),
    ])
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">=", place("from"))
    .where("event.day", "<=", place("to"))
    .where(isOutreach),
);

async function readPromises(read: Queries, values: Given<"campaign", Days>): Promise<PromiseRecord[]> {
  const rows = await promisesDue(read, values);
  return rows.map(({ promised_by, due_on, done, open }) => ({
    promisedBy: promised_by,
    dueOn: due_on,
    doneAt: done === null ? [] : done.split(","),
    open,
  }));
}

const promisesDue = keptQuery((read, place: Place<"campaign", Days>) =>
  read
    .selectFrom("follow_up")
    .select([
      "promised_by",
      "due_on",
      sql<string | null>`group_concat(done_at)`.as("done"),
      sql<number>`count(*) - count(done_at)`.as("open"),
    ])
    .where("campaign_id", "=", place("campaign"))
    .where("due_on", ">=", place("from"))
    .where("due_on", "<=", place("to"))
    .groupBy(["due_on", "promised_by"]),
);
