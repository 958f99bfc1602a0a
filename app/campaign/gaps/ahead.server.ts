import { sql } from "kysely";
import { isOutreachExpectedFrom } from "#app/campaign/outreach-events/standing-in-sql.server.ts";
import { type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { OutdatedProofPoint } from "./gap-worth-closing.ts";

/** More proof points than this are never compared: three gaps are shown. */
const MOST_PROOF_POINTS = 100;

/** By audience the messages of its planned events in the span; with no message planned, an empty set. */
export function plannedIn(
  rows: readonly KeptRow<typeof plannedAhead>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = Map.groupBy(rows, ({ audienceId }) => audienceId);
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      new Set(group.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]))),
    ]),
  );
}

/**
 * What is planned by the end of the day, for the day itself only where it is not over. The cross joins, here and below,
 * hold SQLite to the events of the span: of an audience or a message there are as many as the campaign is old.
 */
function eventsAhead(read: Queries, place: Place<"campaign" | "known", "day" | "until">) {
  return read
    .selectFrom("outreach_event as event")
    .crossJoin("outreach_event_audience as link")
    .whereRef("link.outreach_event_id", "=", "event.id")
    .where("event.campaign_id", "=", place("campaign"))
    .where(isOutreachExpectedFrom(place("day")))
    .where("event.day", ">=", place("day"))
    .where("event.day", "<=", place("until"))
    .where("event.planned_at", "<=", place("known"));
}

export const plannedAhead = keptQuery((read, place: Place<"campaign" | "known", "day" | "until">) =>
  eventsAhead(read, place)
    .leftJoin("outreach_event_message as planned", "planned.outreach_event_id", "event.id")
    .select(["link.audience_id as audienceId", "planned.key_message_id as messageId"])
    .distinct(),
);

/**
 * Proof points in use of the messages planned in the span whose review date comes before the event, of events that begin after
 * `now`; each once.
 */
export function outdatedIn(
  found: readonly KeptRow<typeof outdatedAhead>[],
  now: Date,
): Omit<OutdatedProofPoint, "kind" | "days">[] {
  const rows = found.filter(({ startsAt }) => startsAt > now.toISOString());
  const firstOfEach = rows.filter(({ id }, at) => rows.findIndex((other) => other.id === id) === at);
  return firstOfEach.flatMap(({ id, code, reviewBy, message, ...row }) =>
    reviewBy === null
      ? []
      : [
          {
            proofPoint: { id, code, reviewBy },
            message,
            event: { id: row.eventId, kind: row.kind, day: row.day },
            audience: { id: row.audienceId, name: row.name, priority: row.priority },
          },
        ],
  );
}

/** The most important audience first, then the event that comes first. */
export const outdatedAhead = keptQuery((read, place: Place<"campaign" | "known", "day" | "until">) =>
  eventsAhead(read, place)
    .crossJoin("outreach_event_message as planned")
    .innerJoin("campaign_audience as mine", (join) =>
      join
        .onRef("mine.audience_id", "=", "link.audience_id")
        .onRef("mine.campaign_id", "=", "event.campaign_id"),
    )
    .innerJoin("audience", "audience.id", "mine.audience_id")
    .innerJoin("key_message as message", "message.id", "planned.key_message_id")
    .innerJoin("message_proof_point as cites", "cites.key_message_id", "message.id")
    .innerJoin("proof_point as proof", "proof.id", "cites.proof_point_id")
    .select(["proof.id", "proof.code", "proof.review_by as reviewBy", "message.number as message"])
    .select(["event.id as eventId", "event.kind", "event.day", "event.starts_at as startsAt"])
    .select(["audience.id as audienceId", "audience.name", "mine.priority"])
    .whereRef("planned.outreach_event_id", "=", "event.id")
    .where("mine.ended_on", "is", null)
    .where("message.retired_at", "is", null)
    .where("proof.retired_at", "is", null)
    .whereRef("proof.review_by", "<", "event.day")
    .orderBy("mine.priority")
    .orderBy("event.starts_at")
    .orderBy("proof.review_by")
    .orderBy(sql`length(proof.code)`)
    .orderBy("proof.code")
    .orderBy("audience.sort_name")
    .orderBy("audience.id")
    .limit(MOST_PROOF_POINTS),
);
