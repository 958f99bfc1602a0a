import type { Kysely } from "kysely";
import {
  type LibraryItem,
  messageItems,
  objectionItem,
  proofPointItem,
} from "#app/domain/talking-points/library-item.ts";
import type { Schema } from "#db/schema.ts";
import { listClearedRevisions, listObjectionReplies } from "./cleared-wordings.server.ts";
import { listFootnotesOf } from "./footnotes.server.ts";

/** What the library holds for one message. */
export type LibraryShelf = {
  messageId: string;
  number: number;
  title: string;
  items: readonly LibraryItem[];
};

/** The library of a campaign as papers use it, message by message. `today` decides what is stale. */
export async function listLibrary(
  read: Kysely<Schema>,
  campaignId: string,
  today: string,
): Promise<LibraryShelf[]> {
  const messages = await listMessages(read, campaignId);
  const ids = messages.map((message) => message.id);
  const cleared = await listClearedRevisions(read, ids);
  const footnotes = await listFootnotesOf(read, "message_proof_point", ids);
  const replies = await listReplies(read, ids);
  return messages.map(({ id, number, title }) => {
    const revision = cleared.get(id) ?? null;
    const proofPoints = footnotes.get(id) ?? [];
    const own = revision === null ? [] : messageItems(revision, proofPoints);
    const claims = proofPoints.map((one) => proofPointItem(one, today));
    return { messageId: id, number, title, items: [...own, ...(replies.get(id) ?? []), ...claims] };
  });
}

async function listMessages(read: Kysely<Schema>, campaignId: string) {
  const rows = await read
    .selectFrom("key_message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "key_message.id")
    .select(["key_message.id", "key_message.number", "revision.title"])
    .where("key_message.campaign_id", "=", campaignId)
    .where("key_message.retired_at", "is", null)
    .orderBy("key_message.number")
    .orderBy("revision.number")
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

async function listReplies(
  read: Kysely<Schema>,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, LibraryItem[]>> {
  if (messageIds.length === 0) return new Map();
  const links = await read
    .selectFrom("message_objection")
    .select(["key_message_id as messageId", "objection_id as id"])
    .where("key_message_id", "in", messageIds)
    .orderBy("position")
    .execute();
  const ids = [...new Set(links.map((link) => link.id))];
  const objections = await listObjectionReplies(read, ids);
  const footnotes = await listFootnotesOf(read, "objection_proof_point", ids);
  const items = links.flatMap(({ messageId, id }) => {
    const objection = objections.get(id);
    if (objection === undefined || objection.reply === "") return [];
    return [{ messageId, item: objectionItem(objection, footnotes.get(id) ?? []) }];
  });
  const byMessage = Map.groupBy(items, (one) => one.messageId);
  return new Map([...byMessage].map(([message, list]) => [message, list.map((one) => one.item)]));
}
