import type { Kysely } from "kysely";
import { type Cut, cut } from "#app/text/cut.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { VisitDays } from "./visit-days.ts";

const MOST_SHOWN = 40;

/** The events of a campaign on the days of a visit that stand in no programme and are not cancelled, at most 40. */
export async function listEventsToTakeIn(
  read: Kysely<Schema>,
  campaignId: string,
  { first, last }: VisitDays,
): Promise<Cut<{ id: string; title: string; startsAt: Date }>> {
  const rows = await eventsOfDays(read, { campaign: campaignId, first, last });
  const events = rows.map(({ id, title, starts_at }) => ({ id, title, startsAt: new Date(starts_at) }));
  return cut(events, MOST_SHOWN);
}

const eventsOfDays = keptQuery((read, place: Place<"campaign", "first" | "last">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("visit_item as item", "item.outreach_event_id", "event.id")
    .select(["event.id", "event.title", "event.starts_at"])
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">=", place("first"))
    .where("event.day", "<=", place("last"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.kind", "<>", "delegation visit")
    .where("item.id", "is", null)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(MOST_SHOWN + 1),
);
