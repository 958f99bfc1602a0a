import type { Kysely } from "kysely";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { EventKind } from "../kind.ts";
import { listClearers, listRequestsOfEvent } from "../warnings/clearers.server.ts";
import type { Hanging } from "./what-hangs-on.ts";

/** What depends on the day of an event: its papers, what desks were asked about them, and open promises. */
export async function findHanging(
  read: Kysely<Schema>,
  event: { id: string; campaignId: string; kind: EventKind },
): Promise<Hanging> {
  const { id: eventId, campaignId, kind } = event;
  const [clearers, requests, followUps] = await Promise.all([
    listClearers(read, { eventId, campaignId, kind }),
    listRequestsOfEvent(read, eventId),
    openFollowUps(read, { event: eventId }),
  ]);
  return {
    hasPapers: kind !== "internal",
    clearers,
    requests: requests.flatMap(({ desk, dueAt }) => (dueAt === null ? [] : [{ desk: desk.name, dueAt }])),
    openFollowUps: followUps.length,
  };
}

const openFollowUps = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("follow_up")
    .select("id")
    .where("outreach_event_id", "=", place("event"))
    // The index holds the promises of events alone, and is taken only where the query says so.
    .where("outreach_event_id", "is not", null)
    .where("done_at", "is", null),
);
