import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

export type MessageEvent = {
  id: string;
  title: string;
  startsAt: string;
  schedule: Schema["outreach_event"]["schedule"];
  result: Schema["outreach_event"]["result"];
};

export type MessagePaper = {
  id: string;
  title: string;
  stage: Schema["talking_points"]["stage"];
  changedAt: string;
};

/** The events for which a message is planned, the newest first, a page of them. */
export async function listEventsOfMessage(
  read: Kysely<Schema>,
  messageId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<MessageEvent[]> {
  return read
    .selectFrom("outreach_event_message as planned")
    .innerJoin("outreach_event as event", "event.id", "planned.outreach_event_id")
    .select(["event.id", "event.title", "event.starts_at as startsAt", "event.schedule", "event.result"])
    .where("planned.key_message_id", "=", messageId)
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function countEventsOfMessage(read: Kysely<Schema>, messageId: string): Promise<number> {
  const row = await read
    .selectFrom("outreach_event_message")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("key_message_id", "=", messageId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The papers in use that have words of a message, the newest first, at most a hundred. */
export async function listPapersOfMessage(read: Kysely<Schema>, messageId: string): Promise<MessagePaper[]> {
  return read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .select(["paper.id", "paper.title", "paper.stage", "paper.changed_at as changedAt"])
    .distinct()
    .where("block.origin_kind", "=", "key message")
    .where("block.origin_id", "=", messageId)
    .where("paper.retired_at", "is", null)
    .orderBy("paper.changed_at", "desc")
    .limit(100)
    .execute();
}
