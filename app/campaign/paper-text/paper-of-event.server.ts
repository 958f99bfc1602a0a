import { type RawBuilder, sql } from "kysely";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/**
 * The id of the paper of an event in a query, of several the one begun last; null where none is begun. A second one
 * comes about where the start of a paper is undone, another begun, and the undoing undone.
 */
export function paperIdOf(event: RawBuilder<unknown>): RawBuilder<string | null> {
  // The index holds the papers of events alone, and is taken only where the query says so.
  return sql<string | null>`(select id from talking_points as of_event
    where of_event.outreach_event_id = ${event} and of_event.outreach_event_id is not null
    and of_event.retired_at is null order by of_event.started_at desc, of_event.id limit 1)`;
}

/** The paper of an event; null while none was started. */
export async function findPaperIdOfEvent(read: Queries, eventId: string): Promise<string | null> {
  const [row] = await paperOf(read, { event: eventId });
  return row?.id ?? null;
}

const paperOf = keptQuery((read, place: Place<"event">) =>
  read.selectNoFrom(paperIdOf(sql`${place("event")}`).as("id")),
);
