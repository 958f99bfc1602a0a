import type { Kysely } from "kysely";
import { listFootnotesOf } from "#app/campaign/talking-points/footnotes.server.ts";
import type { Footnote } from "#app/campaign/talking-points/talking-points.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Log, LoggedMessage } from "./telling.ts";

export type LogOfEvent = Log & { by: readonly string[] };

/** What was logged of each event, by its id: by whom, of each message how it was said and taken, and the objections that were answered. */
export async function listLogs(
  read: Kysely<Schema>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, LogOfEvent>> {
  const events = JSON.stringify(eventIds);
  const [outcomes, receptions, answered] = await Promise.all([
    outcomesOf(read, { events }),
    receptionsOf(read, { events }),
    answeredAt(read, { events }),
  ]);
  const messageIds = [...new Set(receptions.map((row) => row.key_message_id))];
  const evidence = await listFootnotesOf(read, "message_proof_point", messageIds);
  return new Map(
    [...Map.groupBy(outcomes, (row) => row.event_id)].map(([eventId, of]) => [
      eventId,
      {
        by: of.map((row) => row.by),
        messages: receptions
          .filter((row) => row.event_id === eventId)
          .map((row) => loggedMessage(row, evidence.get(row.key_message_id) ?? [])),
        answeredIds: answered.flatMap(({ event_id, id }) =>
          event_id === eventId && id !== null ? [id] : [],
        ),
      },
    ]),
  );
}

const outcomesOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select(["outcome.outreach_event_id as event_id", "account.name as by"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("outcome.logged_at")
    .orderBy("account.name")
    .orderBy("outcome.id"),
);

type ReceptionRow = Awaited<ReturnType<typeof receptionsOf>>[number];

function loggedMessage(row: ReceptionRow, evidence: readonly Footnote[]): LoggedMessage {
  return {
    messageId: row.key_message_id,
    messageNumber: row.number,
    revision: row.revision,
    revisionText: row.talking_point || row.statement || "",
    evidence,
    wording: row.wording,
    score: row.score,
    whom:
      row.scope === "room"
        ? "the room"
        : row.scope === "contact"
          ? (row.contact ?? "an erased person")
          : row.audience,
  };
}

const receptionsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome")
    .innerJoin("reception", "reception.outcome_id", "outcome.id")
    .innerJoin("key_message as message", "message.id", "reception.key_message_id")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .leftJoin("message_revision as revision", "revision.id", "reception.message_revision_id")
    .leftJoin("contact", "contact.id", "reception.contact_id")
    .select(["outcome.outreach_event_id as event_id", "reception.key_message_id"])
    .select(["reception.scope", "reception.score", "reception.wording", "message.number"])
    .select(["revision.number as revision", "revision.talking_point", "revision.statement"])
    .select(["audience.name as audience", "contact.name as contact"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("outcome.logged_at")
    .orderBy("message.number")
    .orderBy("reception.id"),
);

const answeredAt = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome_objection as raised")
    .innerJoin("outcome", "outcome.id", "raised.outcome_id")
    .select(["outcome.outreach_event_id as event_id", "raised.objection_id as id"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .where("raised.is_answered", "=", 1),
);
