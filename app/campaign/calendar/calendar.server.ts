import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { earliestDayStillOn } from "#app/time/length.ts";
import { type CalendarDate, startOfDay, timedOf, WASHINGTON, wallTimeIn } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place, partsJoined } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { CalendarEvent } from "./calendar-event-view.ts";
import { type CalendarFilter, isNarrowed } from "./calendar-filter.ts";
import { type EventExpression, narrowing } from "./narrowing.server.ts";

/** The days asked for, both included, and the campaigns whose events may be seen. */
export type CalendarAsked = {
  campaignIds: readonly string[];
  first: CalendarDate;
  last: CalendarDate;
  now: Date;
};

/** The events that touch the days, in order of time, at most `limit` after the first `skip`. */
export async function listCalendarEvents(
  read: Queries,
  asked: CalendarAsked,
  filter: CalendarFilter,
  { limit, skip = 0 }: { limit: number; skip?: number },
): Promise<CalendarEvent[]> {
  const values = { ...boundsOf(asked), limit, skip };
  const rows = isNarrowed(filter)
    ? await withFacts(
        read,
        firstInOrder(read, (name) => String(values[name]), conditionsOf(filter, asked)),
      ).execute()
    : await allInOrder(read, values);
  return rows.map(eventOf);
}

/** Events, and how many begin on each day, whether or not all of them are listed. */
export type EventsByDay = { events: CalendarEvent[]; total: ReadonlyMap<CalendarDate, number> };

/** The events that touch the days, in order of time: of those that begin on one day the first `mostOfADay`, and how many there are. */
export async function listCalendarDays(
  read: Queries,
  asked: CalendarAsked,
  filter: CalendarFilter,
  mostOfADay: number,
): Promise<EventsByDay> {
  const values = { ...boundsOf(asked), most: mostOfADay };
  const rows = isNarrowed(filter)
    ? await withFacts(
        read,
        firstOfEachDay(read, (name) => String(values[name]), conditionsOf(filter, asked)),
      ).execute()
    : await allByDay(read, values);
  return { events: rows.map(eventOf), total: new Map(rows.map((row) => [row.day, row.of_day])) };
}

type Conditions = (eb: EventExpression) => Expression<SqlBool>[];

function conditionsOf(filter: CalendarFilter, { now }: CalendarAsked): Conditions {
  return (eb) => narrowing(eb, filter, now);
}

/** Whole days are found by their dates, which begin up to a day apart around the world; all else by its instants. */
function boundsOf({ campaignIds, first, last }: CalendarAsked) {
  const from = startOfDay(first, WASHINGTON).toISOString();
  const to = startOfDay(addDays(last, 1), WASHINGTON).toISOString();
  return {
    campaigns: JSON.stringify(campaignIds),
    earliest: startOfDay(earliestDayStillOn(first), WASHINGTON).toISOString(),
    latest: startOfDay(addDays(last, 2), WASHINGTON).toISOString(),
    from,
    to,
    firstMidnight: `${first}T00:00`,
    afterLast: `${addDays(last, 1)}T00:00`,
  };
}

type Bound = keyof ReturnType<typeof boundsOf>;

function eventsTouching(read: Queries, at: (name: Bound) => string) {
  return read
    .selectFrom("outreach_event as event")
    .where("event.campaign_id", "in", eachIn(at("campaigns")))
    .where("event.starts_at", ">", at("earliest"))
    .where("event.starts_at", "<", at("latest"))
    .where(
      sql<SqlBool>`case event.is_all_day when 1
        then event.wall_start < ${at("afterLast")} and event.wall_end > ${at("firstMidnight")}
        else event.starts_at < ${at("to")} and (event.ends_at > ${at("from")} or event.starts_at >= ${at("from")}) end`,
    );
}

const nothing = () => [];

/** Those that are wanted, by id, with how many begin on their day. */
function firstInOrder(read: Queries, at: (name: Bound | "limit" | "skip") => string, conditions: Conditions) {
  return eventsTouching(read, at)
    .where((eb) => eb.and(conditions(eb)))
    .select(["event.id", "event.day", sql<number>`0`.as("of_day")])
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(sql<number>`cast(${at("limit")} as integer)`)
    .offset(sql<number>`cast(${at("skip")} as integer)`);
}

function firstOfEachDay(read: Queries, at: (name: Bound | "most") => string, conditions: Conditions) {
  const numbered = eventsTouching(read, at)
    .where((eb) => eb.and(conditions(eb)))
    .select(["event.id", "event.day", sql<number>`count(*) over (partition by event.day)`.as("of_day")])
    .select(
      sql<number>`row_number() over (partition by event.day order by event.is_all_day desc, event.starts_at, event.id)`.as(
        "place",
      ),
    );
  return read
    .selectFrom(numbered.as("event"))
    .select(["event.id", "event.day", "event.of_day"])
    .where("event.place", "<=", sql<number>`cast(${at("most")} as integer)`);
}

type Found = SelectQueryBuilder<never, never, { id: string; day: CalendarDate; of_day: number }>;

function withFacts(read: Queries, found: Found) {
  return read
    .selectFrom(found.as("found"))
    .innerJoin("outreach_event as event", "event.id", "found.id")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .select(["event.id", "event.version", "event.campaign_id", "event.title", "event.kind", "event.zone"])
    .select(["event.wall_start", "event.wall_end", "event.starts_at", "event.ends_at", "event.is_all_day"])
    .select(["event.schedule", "event.result", "event.event_series_id", "owner.name as owner"])
    .select("event.link")
    .select(["found.day", "found.of_day"])
    .select([messagesOf.as("messages"), outcomesOf.as("outcomes"), paperOf.as("paper_id")])
    .orderBy("event.starts_at")
    .orderBy("event.id");
}

const messagesOf = sql<string | null>`(select group_concat(message.number, char(31) order by message.number)
  from outreach_event_message link join key_message message on message.id = link.key_message_id
  where link.outreach_event_id = event.id)`;
const outcomesOf = sql<number>`(select count(*) from outcome where outcome.outreach_event_id = event.id)`;
const paperOf = paperIdOf(sql.ref("event.id"));

const allInOrder = keptQuery((read, at: Place<Bound | "limit" | "skip">) =>
  withFacts(read, firstInOrder(read, at, nothing)),
);
const allByDay = keptQuery((read, at: Place<Bound | "most">) =>
  withFacts(read, firstOfEachDay(read, at, nothing)),
);

type Row = Awaited<ReturnType<typeof allByDay>>[number];

function eventOf(row: Row): CalendarEvent {
  const time = timedOf(row);
  return {
    id: row.id,
    version: row.version,
    campaignId: row.campaign_id,
    title: row.title,
    kind: isEventKind(row.kind) ? row.kind : "internal",
    wallStart: time.isAllDay ? row.wall_start : wallTimeIn(time.startsAt, WASHINGTON),
    wallEnd: time.isAllDay ? row.wall_end : wallTimeIn(time.endsAt, WASHINGTON),
    ...time,
    seriesId: row.event_series_id,
    schedule: row.schedule,
    result: row.result,
    messages: partsJoined(row.messages).map(Number),
    owner: row.owner,
    outcomes: row.outcomes,
    paperId: row.paper_id,
    link: row.link,
  };
}
