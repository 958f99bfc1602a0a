import { expressionBuilder, type SqlBool, sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type CalendarFilter, isNarrowed } from "./calendar-filter.ts";
import { type EventExpression, narrowing } from "./narrowing.server.ts";

/** How many events begin in a week; cancelled ones count only where they are asked for. */
export type WeekCount = { monday: CalendarDate; events: number; tentative: number };

export type YearAsked = { campaignIds: readonly string[]; mondays: readonly CalendarDate[]; now: Date };

/** The events of each of these weeks, counted where they lie in the index. */
export async function countByWeek(
  read: Queries,
  { campaignIds, mondays, now }: YearAsked,
  filter: CalendarFilter,
): Promise<WeekCount[]> {
  const schedules = filter.status === "cancelled" ? ["cancelled"] : ["tentative", "confirmed"];
  const values = {
    campaigns: JSON.stringify(campaignIds),
    mondays: JSON.stringify(mondays),
    schedules: JSON.stringify(schedules),
  };
  if (!isNarrowed(filter)) return allByWeek(read, values);
  const eb: EventExpression = expressionBuilder();
  const conditions = sql<SqlBool>`${sql.join(narrowing(eb, filter, now), sql` and `)}`;
  return countedByWeek(read, (name) => values[name], conditions).execute();
}

type Name = "campaigns" | "mondays" | "schedules";

function countedByWeek(read: Queries, at: (name: Name) => string, conditions = sql<SqlBool>`true`) {
  const ofWeek = sql`from outreach_event event
    where event.campaign_id in ${eachIn(at("campaigns"))} and event.day >= week.value
      and event.day < date(week.value, '+7 days') and ${conditions}`;
  return read
    .selectFrom(sql<{ value: CalendarDate }>`json_each(${at("mondays")})`.as("week"))
    .select([
      "week.value as monday",
      sql<number>`(select count(*) ${ofWeek} and event.schedule in ${eachIn(at("schedules"))})`.as("events"),
      sql<number>`(select count(*) ${ofWeek} and event.schedule = 'tentative')`.as("tentative"),
    ]);
}

const allByWeek = keptQuery((read, at: Place<Name>) => countedByWeek(read, at));

/** A delegation visit that is planned. */
export type ComingVisit = { id: string; campaignId: string; title: string; day: CalendarDate };

/** The delegation visits between two days, both included, but for cancelled ones. */
export function listVisits(
  read: Queries,
  campaignIds: readonly string[],
  first: CalendarDate,
  last: CalendarDate,
): Promise<ComingVisit[]> {
  return visitsBetween(read, { campaigns: JSON.stringify(campaignIds), first, last });
}

const visitsBetween = keptQuery((read, at: Place<"campaigns", "first" | "last">) =>
  read
    .selectFrom("outreach_event as event")
    .select(["event.id", "event.campaign_id as campaignId", "event.title", "event.day"])
    .where("event.campaign_id", "in", eachIn(at("campaigns")))
    .where(sql<SqlBool>`event.kind = 'delegation visit'`)
    .where("event.day", ">=", at("first"))
    .where("event.day", "<=", at("last"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.result", "<>", "not held")
    .orderBy("event.day")
    .orderBy("event.id"),
);

/** What hangs on seats of Congress in these campaigns: audiences that still count, and promises still open to them. */
export type OnSeats = { audiences: number; followUps: number };

export async function countOnSeats(read: Queries, campaignIds: readonly string[]): Promise<OnSeats> {
  const [row] = await onSeats(read, { campaigns: JSON.stringify(campaignIds) });
  return row ?? { audiences: 0, followUps: 0 };
}

const onSeats = keptQuery((read, at: Place<"campaigns">) => {
  const ofCongress = sql`select link.audience_id from campaign_audience link join audience on audience.id = link.audience_id
    where link.campaign_id in ${eachIn(at("campaigns"))} and link.ended_on is null
      and audience.kind in ('congressional committee', 'leadership', 'member office')`;
  return read.selectNoFrom([
    sql<number>`(select count(distinct audience_id) from (${ofCongress}))`.as("audiences"),
    sql<number>`(select count(*) from follow_up promise where promise.campaign_id in ${eachIn(at("campaigns"))}
      and promise.done_at is null and exists (select 1 from outreach_event_audience heard
        where heard.outreach_event_id = promise.outreach_event_id and heard.audience_id in (${ofCongress})))`.as(
      "followUps",
    ),
  ]);
});
