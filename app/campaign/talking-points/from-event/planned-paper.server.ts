import {
  listClearedRevisions,
  listObjectionReplies,
  type StoredObjection,
} from "#app/campaign/messages/cleared-wordings.server.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { listFootnotesOf } from "#app/campaign/paper-text/footnotes.server.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { inWords } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { listClearedFramings } from "../shelves/cleared-framings.server.ts";
import { insertPaper } from "../store.server.ts";
import { describePaper } from "../target.server.ts";
import { listEventFacts } from "./event-facts.server.ts";
import {
  type PlannedEvent,
  type PlannedMessage,
  type PlannedObjection,
  startFromEvent,
} from "./start-from-event.ts";

/** What a paper for an event starts from, and how it may travel. Null where the campaign has no such event. */
export async function findPlannedEvent(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<{ handling: Handling; planned: PlannedEvent } | null> {
  const event = await findEvent(read, campaignId, eventId);
  if (event === null) return null;
  const { id, title, ask, handling, owner, objective } = event;
  const audienceIds = event.audiences.map((audience) => audience.id);
  const head = { id, title, ask, speaker: owner?.name ?? "", objective: objective?.name ?? "" };
  const messages = await listPlannedMessages(read, event.messages, audienceIds);
  const objections = await listObjections(read, campaignId, {
    messageIds: messages.map((message) => message.id),
    audienceIds,
  });
  return { handling, planned: { ...head, messages, objections, facts: await listEventFacts(read, event) } };
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
  const missing = withoutClearedWording.map(({ number }) => String(number));
  const messages = `${missing.length === 1 ? "message" : "messages"} ${inWords(missing)}`;
  const summary =
    missing.length === 0 ? "Started the talking points" : `Started without ${messages}: no cleared wording`;
  return describePaper(change, { campaignId, paperId: id }, "started", summary);
}

async function listPlannedMessages(
  read: Queries,
  messages: readonly { id: string; number: number }[],
  audienceIds: readonly string[],
): Promise<PlannedMessage[]> {
  const ids = messages.map((message) => message.id);
  const cleared = await listClearedRevisions(read, ids);
  const framings = await listClearedFramings(read, ids, audienceIds);
  const footnotes = await listFootnotesOf(read, "message_proof_point", ids);
  return messages.map(({ id, number }) => ({
    id,
    number,
    cleared: cleared.get(id) ?? null,
    framings: framings.filter((framing) => framing.messageId === id),
    footnotes: footnotes.get(id) ?? [],
  }));
}

/** What these audiences have raised in this campaign, then the objections to these messages; each stands once. */
async function listObjections(
  read: Queries,
  campaignId: string,
  { messageIds, audienceIds }: { messageIds: readonly string[]; audienceIds: readonly string[] },
): Promise<PlannedObjection[]> {
  const raised = await listRaised(read, campaignId, audienceIds);
  const toMessages = await listObjectionsTo(read, messageIds);
  const ids = [...new Set([...raised.keys(), ...toMessages])];
  const replies = await listObjectionReplies(read, ids);
  const footnotes = await listFootnotesOf(read, "objection_proof_point", ids);
  return ids.flatMap((id) => {
    const objection = replies.get(id);
    if (objection === undefined) return [];
    const { name, wordsToSay } = objection;
    return [{ id, name, wordsToSay, raisedOn: raised.get(id) ?? null, footnotes: footnotes.get(id) ?? [] }];
  });
}

/** What these audiences have raised in this campaign, and what has no words to say yet. */
export async function listRaisedWithoutWords(
  read: Queries,
  campaignId: string,
  audienceIds: readonly string[],
): Promise<StoredObjection[]> {
  const raised = await listRaised(read, campaignId, audienceIds);
  const replies = await listObjectionReplies(read, [...raised.keys()]);
  return [...replies.values()].filter(({ wordsToSay }) => wordsToSay === "");
}

/** The day on which one of the audiences last raised each objection. */
async function listRaised(
  read: Queries,
  campaignId: string,
  audienceIds: readonly string[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  if (audienceIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("objection_last_heard as heard")
    .innerJoin("objection", "objection.id", "heard.objection_id")
    .select((eb) => ["objection.id", eb.fn.max("heard.day").as("day")])
    .where("objection.campaign_id", "=", campaignId)
    .where("heard.audience_id", "in", audienceIds)
    .groupBy("objection.id")
    .orderBy("objection.id")
    .execute();
  return new Map(rows.map((row) => [row.id, row.day]));
}

async function listObjectionsTo(read: Queries, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const links = await read
    .selectFrom("message_objection")
    .select("objection_id as id")
    .where("key_message_id", "in", messageIds)
    .orderBy("position")
    .orderBy("message_objection.id")
    .execute();
  return links.map((link) => link.id);
}
