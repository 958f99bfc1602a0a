import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { listHoldsOnEvents } from "./marked-by-holds.server.ts";
import type { EventHoldState } from "./what-a-hold-marks.ts";

/** What holds say about each of these events at `now`, by event; left out where they say nothing. */
export async function listHoldStates(
  read: Queries,
  events: readonly { id: string; kind: string }[],
  now: Date,
): Promise<ReadonlyMap<string, EventHoldState>> {
  const ids = events.map(({ id }) => id);
  const [held, stopped] = await Promise.all([listHoldsOnEvents(read, ids, now), listStoppedPosts(read, ids)]);
  return new Map([
    ...stopped.map(({ eventId }): [string, EventHoldState] => [eventId, "asks for a new time"]),
    ...events
      .filter(({ id }) => held.has(id))
      .map(({ id, kind }): [string, EventHoldState] => [id, kind === "social post" ? "stopped" : "on hold"]),
  ]);
}

export type StoppedPost = { id: string; eventId: string; holdId: string };

/** The posts among these events that a lifted hold has stopped and that still stand at the time that they had. */
export async function listStoppedPosts(read: Queries, eventIds: readonly string[]): Promise<StoppedPost[]> {
  if (eventIds.length === 0) return [];
  return stoppedPosts(read, { ids: JSON.stringify(eventIds) });
}

const stoppedPosts = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("stopped_post as stopped")
    .innerJoin("outreach_event as event", "event.id", "stopped.outreach_event_id")
    .select(["stopped.id", "event.id as eventId", "stopped.message_hold_id as holdId"])
    .where("event.id", "in", eachIn(place("ids")))
    .where("stopped.settled_at", "is", null)
    .whereRef("stopped.starts_at", "=", "event.starts_at")
    .where("event.result", "=", "planned")
    .where("event.schedule", "<>", "cancelled"),
);

/** The stopped posts of a campaign that one person owns, the next one first. Few are stopped, and a person may own all events. */
export const stoppedPostsOf = keptQuery((read, place: Place<"campaign" | "account">) =>
  read
    .selectFrom("stopped_post as stopped")
    .crossJoin("outreach_event as event")
    .select(["event.id", "event.title", "event.starts_at"])
    .distinct()
    .whereRef("event.id", "=", "stopped.outreach_event_id")
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.owner_account_id", "=", place("account"))
    .where("stopped.settled_at", "is", null)
    .whereRef("stopped.starts_at", "=", "event.starts_at")
    .where("event.result", "=", "planned")
    .where("event.schedule", "<>", "cancelled")
    .orderBy("event.starts_at")
    .orderBy("event.id"),
);
