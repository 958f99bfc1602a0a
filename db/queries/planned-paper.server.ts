import type { Kysely } from "kysely";
import {
  type PlannedEvent,
  type PlannedMessage,
  type PlannedObjection,
  startFromEvent,
} from "#app/domain/talking-points/start-from-event.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Schema } from "#db/schema.ts";
import { listClearedFramings } from "./cleared-framings.server.ts";
import { listClearedRevisions, listObjectionReplies } from "./cleared-wordings.server.ts";
import { listFootnotesOf } from "./footnotes.server.ts";
import { insertPaper } from "./talking-points.server.ts";
import type { Done, Gone } from "./talking-points-target.server.ts";

/** What a paper for an event starts from, and how it may travel. Null where the campaign has no such event. */
export async function findPlannedEvent(
  read: Kysely<Schema>,
  campaignId: string,
  eventId: string,
): Promise<{ handling: string; planned: PlannedEvent } | null> {
  const event = await read
    .selectFrom("outreach_event as event")
    .leftJoin("account", "account.id", "event.owner_account_id")
    .leftJoin("objective", "objective.id", "event.objective_id")
    .select(["event.title", "event.ask", "event.handling"])
    .select(["account.name as speaker", "objective.sentence as objective"])
    .where("event.id", "=", eventId)
    .where("event.campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (event === undefined) return null;
  const { title, ask, handling, speaker, objective } = event;
  const messages = await listPlannedMessages(read, eventId);
  return { handling, planned: { title, ask, speaker: speaker ?? "", objective: objective ?? "", messages } };
}

/** The paper of an event; null while none was started. */
export async function findPaperIdOfEvent(read: Kysely<Schema>, eventId: string): Promise<string | null> {
  const row = await read
    .selectFrom("talking_points")
    .select("id")
    .where("outreach_event_id", "=", eventId)
    .where("retired_at", "is", null)
    .orderBy("started_at")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Starts the paper of an event from what is planned for it. An event has one paper. */
export async function startPaper(
  change: Change,
  { campaignId, eventId }: { campaignId: string; eventId: string },
): Promise<Done | Gone | { ok: false; reason: "started-already" }> {
  const event = await findPlannedEvent(change.read, campaignId, eventId);
  if (event === null) return { ok: false, reason: "not-found" };
  if ((await findPaperIdOfEvent(change.read, eventId)) !== null)
    return { ok: false, reason: "started-already" };
  const { paper, withoutClearedWording } = startFromEvent(event.planned, newId);
  const id = newId();
  await insertPaper(change, { id, campaignId, eventId, handling: event.handling, text: paper });
  const missing = withoutClearedWording.map((message) => `message ${message.number}`).join(", ");
  change.describe({
    recordKind: "talking points",
    recordId: id,
    action: "started",
    summary: missing === "" ? "Started the talking points" : `Started without ${missing}: no cleared wording`,
    location: `/c/${campaignId}/talking-points/${id}`,
  });
  return { ok: true };
}

async function listPlannedMessages(read: Kysely<Schema>, eventId: string): Promise<PlannedMessage[]> {
  const messages = await read
    .selectFrom("outreach_event_message as planned")
    .innerJoin("key_message", "key_message.id", "planned.key_message_id")
    .select(["key_message.id", "key_message.number"])
    .where("planned.outreach_event_id", "=", eventId)
    .orderBy("planned.position")
    .orderBy("key_message.number")
    .execute();
  const ids = messages.map((message) => message.id);
  const cleared = await listClearedRevisions(read, ids);
  const framings = await listClearedFramings(read, ids, await audiencesOf(read, eventId));
  const footnotes = await listFootnotesOf(read, "message_proof_point", ids);
  const objections = await listPlannedObjections(read, eventId, ids);
  return messages.map(({ id, number }) => ({
    id,
    number,
    cleared: cleared.get(id) ?? null,
    framings: framings.filter((framing) => framing.messageId === id),
    footnotes: footnotes.get(id) ?? [],
    objections: objections.get(id) ?? [],
  }));
}

async function audiencesOf(read: Kysely<Schema>, eventId: string): Promise<string[]> {
  const rows = await read
    .selectFrom("outreach_event_audience")
    .select("audience_id as id")
    .where("outreach_event_id", "=", eventId)
    .execute();
  return rows.map((row) => row.id);
}

async function listPlannedObjections(
  read: Kysely<Schema>,
  eventId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, PlannedObjection[]>> {
  if (messageIds.length === 0) return new Map();
  const links = await read
    .selectFrom("message_objection")
    .select(["key_message_id as messageId", "objection_id as id"])
    .where("key_message_id", "in", messageIds)
    .orderBy("position")
    .orderBy("message_objection.id")
    .execute();
  const ids = [...new Set(links.map((link) => link.id))];
  const replies = await listObjectionReplies(read, ids);
  const footnotes = await listFootnotesOf(read, "objection_proof_point", ids);
  const raised = await countRaised(read, eventId, ids);
  const planned = links.flatMap(({ messageId, id }) => {
    const objection = replies.get(id);
    if (objection === undefined) return [];
    const { name, reply } = objection;
    const timesRaisedByAudience = raised.get(id) ?? 0;
    return [{ messageId, id, name, reply, timesRaisedByAudience, footnotes: footnotes.get(id) ?? [] }];
  });
  return Map.groupBy(planned, (objection) => objection.messageId);
}

/** In how many outcomes the audiences of the event have raised each objection so far. */
async function countRaised(
  read: Kysely<Schema>,
  eventId: string,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("outreach_event_audience as planned")
    .innerJoin("outreach_event_audience as met", "met.audience_id", "planned.audience_id")
    .innerJoin("outcome", "outcome.outreach_event_id", "met.outreach_event_id")
    .innerJoin("outcome_objection as raised", "raised.outcome_id", "outcome.id")
    .select((eb) => ["raised.objection_id", eb.fn.count("outcome.id").distinct().as("times")])
    .where("planned.outreach_event_id", "=", eventId)
    .where("raised.objection_id", "in", objectionIds)
    .where((eb) =>
      eb.or([
        eb("raised.audience_id", "is", null),
        eb("raised.audience_id", "=", eb.ref("planned.audience_id")),
      ]),
    )
    .groupBy("raised.objection_id")
    .execute();
  return new Map(rows.map((row) => [row.objection_id ?? "", Number(row.times)]));
}
