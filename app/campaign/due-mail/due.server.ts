import { sql } from "kysely";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { barredIn, draftOfRequest } from "#app/campaign/clearances/writers.server.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** An open account that mail may go to, with the zone that sets its mornings. */
export type MailReader = { id: string; zone: Zone; wantsDigest: boolean };

/** Every open account of a person. */
export async function listMailReaders(read: Queries): Promise<MailReader[]> {
  const rows = await read
    .selectFrom("account")
    .select(["id", "zone", "wants_digest"])
    .where("id", "!=", SYSTEM_ACCOUNT)
    .where("closed_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id, zone, wants_digest }) => ({ id, zone, wantsDigest: wants_digest === 1 }));
}

/** Those of the keys for which a letter has been queued already. */
export async function listKnownKeys(read: Queries, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await knownKeys(read, { keys: JSON.stringify(keys) });
  return new Set(rows.flatMap(({ once_key }) => (once_key === null ? [] : [once_key])));
}

const knownKeys = keptQuery((read, place: Place<"keys">) =>
  read
    .selectFrom("mail")
    .select("once_key")
    .where("once_key", "in", eachIn(place("keys"))),
);

/** A paper that a desk was asked to clear, and has not. */
export type OpenClearance = Awaited<ReturnType<typeof listOpenClearances>>[number];

/** The papers with the clearers that are due between two instants. */
export async function listOpenClearances(read: Queries, from: Date, to: Date) {
  const rows = await openClearances(read, { from: from.toISOString(), to: to.toISOString() });
  return rows.flatMap((row) =>
    row.asked_at === null || row.due_at === null
      ? []
      : [
          {
            requestId: row.id,
            deskId: row.clearance_desk_id,
            campaignId: row.campaign_id,
            paperId: row.subject_id,
            title: row.title,
            handling: row.handling,
            askedAt: new Date(row.asked_at),
            dueAt: new Date(row.due_at),
            barred: barredIn(row.draft),
          },
        ],
  );
}

const openClearances = keptQuery((read, place: Place<"from" | "to">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("talking_points as paper", "paper.id", "request.subject_id")
    .select(["request.id", "request.clearance_desk_id", "request.campaign_id", "request.subject_id"])
    .select(["request.asked_at", "request.due_at", "paper.title", "paper.handling"])
    .select(draftOfRequest.as("draft"))
    .where("request.subject_kind", "=", "talking points")
    .where("request.asks", "=", "clear")
    .where("request.answered_at", "is", null)
    .where("request.due_at", ">", place("from"))
    .where("request.due_at", "<=", place("to")),
);

/** An event that should have talking points, with the paper that it has, if any. */
export type EventToSpeakAt = Awaited<ReturnType<typeof listEventsToSpeakAt>>[number];

/** Confirmed events that begin between two instants and have messages planned or a paper. */
export async function listEventsToSpeakAt(read: Queries, from: Date, to: Date) {
  const rows = await eventsToSpeakAt(read, { from: from.toISOString(), to: to.toISOString() });
  return rows
    .filter((row) => row.paper_id !== null || row.message_id !== null)
    .map((row) => ({
      eventId: row.id,
      campaignId: row.campaign_id,
      title: row.title,
      handling: row.handling,
      startsAt: new Date(row.starts_at),
      paperId: row.paper_id,
    }));
}

const eventsToSpeakAt = keptQuery((read, place: Place<"from" | "to">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("outreach_event_message as planned", "planned.outreach_event_id", "event.id")
    .select(["event.id", "event.campaign_id", "event.title", "event.starts_at", "event.handling"])
    .select([paperIdOf(sql.ref("event.id")).as("paper_id"), (eb) => eb.fn.max("planned.id").as("message_id")])
    .where("event.starts_at", ">", place("from"))
    .where("event.starts_at", "<=", place("to"))
    .where("event.schedule", "=", "confirmed")
    .where("event.result", "=", "planned")
    .where("event.kind", "!=", "internal")
    .groupBy("event.id"),
);

/** The officers of an event, its owner first. */
export async function listOfficersOf(read: Queries, eventId: string): Promise<string[]> {
  const event = await read
    .selectFrom("outreach_event")
    .select("owner_account_id")
    .where("id", "=", eventId)
    .executeTakeFirst();
  const officers = await read
    .selectFrom("outreach_event_officer")
    .select("account_id")
    .where("outreach_event_id", "=", eventId)
    .execute();
  const owner = event?.owner_account_id ?? null;
  return [...new Set([...(owner === null ? [] : [owner]), ...officers.map(({ account_id }) => account_id)])];
}
