import { beforeOf, listOwed } from "#app/campaign/outreach-events/last-time.server.ts";
import { type EventRecord, findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { Queries } from "#db/schema.ts";
import { type EventFact, eventFacts } from "./event-facts.ts";

/** The facts on record about an event, with which the background of its paper opens. */
export async function listEventFacts(read: Queries, event: EventRecord): Promise<readonly EventFact[]> {
  const owed = await listOwed(read, beforeOf(event));
  const home = await read.selectFrom("installation").select("home_zone as zone").executeTakeFirstOrThrow();
  return eventFacts({ ...event, owed }, home.zone);
}

/** The facts on record today about each of these events, by event. */
export async function listFactsOfEvents(
  read: Queries,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EventFact[]>> {
  const facts = new Map<string, readonly EventFact[]>();
  for (const id of eventIds) {
    const campaign = await read
      .selectFrom("outreach_event")
      .select("campaign_id")
      .where("id", "=", id)
      .executeTakeFirst();
    const event = campaign === undefined ? null : await findEvent(read, campaign.campaign_id, id);
    if (event !== null) facts.set(id, await listEventFacts(read, event));
  }
  return facts;
}
