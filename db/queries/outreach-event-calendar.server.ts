import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import type { CalendarFilter, CalendarStatus } from "#app/domain/outreach-events/calendar-filter.ts";
import { type EventKind, isEventKind } from "#app/domain/outreach-events/kind.ts";
import type { Result, Schedule } from "#app/domain/outreach-events/standing.ts";
import { WASHINGTON, type WallTime, wallTimeIn } from "#app/domain/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

const LONGEST_EVENT = 22 * 24 * 3_600_000;
const UNIT = "\u001f";

export type CalendarEvent = {
  id: string;
  title: string;
  kind: EventKind;
  /** On the clocks of Washington. */
  wallStart: WallTime;
  wallEnd: WallTime;
  startsAt: Date;
  endsAt: Date;
  isAllDay: boolean;
  seriesId: string | null;
  schedule: Schedule;
  result: Result;
  messages: number[];
  owner: string | null;
  outcomes: number;
  paperId: string | null;
};

/** The events of a campaign that touch the time between two instants, in order, at most `limit`. */
export async function listCalendarEvents(
  read: Kysely<Schema>,
  campaignId: string,
  period: { from: Date; to: Date; now: Date },
  filter: CalendarFilter,
  limit: number,
): Promise<CalendarEvent[]> {
  const bounds = {
    campaign: campaignId,
    to: period.to.toISOString(),
    from: period.from.toISOString(),
    earliest: new Date(period.from.getTime() - LONGEST_EVENT).toISOString(),
  };
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const rows = isNarrowed
    ? await eventsBetween(read, bounds, sql<number>`${limit}`)
        .where((eb) => eb.and(narrowing(eb, filter, period.now)))
        .execute()
    : await allEvents(read, { ...bounds, limit });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: isEventKind(row.kind) ? row.kind : "internal",
    wallStart: wallTimeIn(new Date(row.starts_at), WASHINGTON),
    wallEnd: wallTimeIn(new Date(row.ends_at), WASHINGTON),
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    isAllDay: row.is_all_day === 1,
    seriesId: row.event_series_id,
    schedule: row.schedule,
    result: row.result,
    messages: (row.messages ?? "").split(UNIT).filter(Boolean).map(Number),
    owner: row.owner,
    outcomes: row.outcomes,
    paperId: row.paper_id,
  }));
}

type Bounds = { campaign: string; to: string; from: string; earliest: string };

function eventsBetween(read: Kysely<Schema>, bounds: Bounds, limit: Expression<number>) {
  return read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .select(["event.id", "event.title", "event.kind", "event.starts_at", "event.ends_at"])
    .select(["event.schedule", "event.result", "event.is_all_day", "event.event_series_id"])
    .select(["owner.name as owner"])
    .select([messagesOf.as("messages"), outcomesOf.as("outcomes"), paperOf.as("paper_id")])
    .where("event.campaign_id", "=", bounds.campaign)
    .where("event.starts_at", "<", bounds.to)
    .where("event.starts_at", ">", bounds.earliest)
    .where("event.ends_at", ">", bounds.from)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(limit);
}

const messagesOf = sql<string | null>`(select group_concat(message.number, char(31) order by message.number)
  from outreach_event_message link join key_message message on message.id = link.key_message_id
  where link.outreach_event_id = event.id)`;
const outcomesOf = sql<number>`(select count(*) from outcome where outcome.outreach_event_id = event.id)`;
const paperOf = sql<string | null>`(select paper.id from talking_points paper
  where paper.outreach_event_id = event.id and paper.retired_at is null order by paper.started_at desc limit 1)`;

const allEvents = keptQuery((read, place: Place<keyof Bounds | "limit">) => {
  const bounds = {
    campaign: place("campaign"),
    to: place("to"),
    from: place("from"),
    earliest: place("earliest"),
  };
  return eventsBetween(read, bounds, sql<number>`${place("limit")}`);
});

type Event = ExpressionBuilder<Schema & { event: Schema["outreach_event"] }, "event">;

function narrowing(eb: Event, filter: CalendarFilter, now: Date): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (filter.audienceId !== null) all.push(isAbout(eb, filter.audienceId));
  if (filter.messageId !== null) all.push(carries(eb, filter.messageId));
  if (filter.ownerId !== null) all.push(eb("event.owner_account_id", "=", filter.ownerId));
  if (filter.status !== null) all.push(hasStatus(eb, filter.status, now));
  return all;
}

function isAbout(eb: Event, audienceId: string) {
  return eb.exists(
    eb
      .selectFrom("outreach_event_audience as link")
      .select("link.id")
      .whereRef("link.outreach_event_id", "=", "event.id")
      .where("link.audience_id", "=", audienceId),
  );
}

function carries(eb: Event, messageId: string) {
  return eb.exists(
    eb
      .selectFrom("outreach_event_message as link")
      .select("link.id")
      .whereRef("link.outreach_event_id", "=", "event.id")
      .where("link.key_message_id", "=", messageId),
  );
}

function hasStatus(eb: Event, status: CalendarStatus, now: Date): Expression<SqlBool> {
  switch (status) {
    case "tentative":
    case "confirmed":
    case "cancelled":
      return eb("event.schedule", "=", status);
    case "held":
    case "not held":
      return eb("event.result", "=", status);
    case "not logged":
      return eb.exists(
        eb
          .selectFrom("meeting_to_log as open")
          .select("open.outreach_event_id")
          .whereRef("open.outreach_event_id", "=", "event.id")
          .where("open.ends_at", "<=", now.toISOString()),
      );
  }
}
