import type { ClearedFor } from "#app/campaign/clearances/clearance-status.ts";
import { listClearedFor } from "#app/campaign/clearances/store.server.ts";
import type { Queries } from "#db/schema.ts";
import { wordsToSayHash } from "./message-words.ts";

/** The newest revision of a message that carries a clearance of its exact text, with the sides that cleared it. */
export type ClearedRevision = {
  messageId: string;
  revisionId: string;
  title: string;
  talkingPoint: string;
  avoid: string;
  clearedFor: ClearedFor;
};

/** The newest cleared revision of each message, by message; retired messages and those without one are left out. */
export async function listClearedRevisions(
  read: Queries,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ClearedRevision>> {
  if (messageIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("message_revision as revision")
    .innerJoin("key_message", "key_message.id", "revision.key_message_id")
    .select(["key_message_id as messageId", "revision.id as revisionId", "revision.title"])
    .select(["talking_point as talkingPoint", "avoid", "text_hash as hash"])
    .where("key_message_id", "in", messageIds)
    .where("key_message.retired_at", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("clearance")
          .select("clearance.id")
          .where("subject_kind", "=", "message revision")
          .whereRef("subject_id", "=", "revision.id")
          .whereRef("clearance.text_hash", "=", "revision.text_hash"),
      ),
    )
    .orderBy("revision.number")
    .execute();
  const newest = [...new Map(rows.map((row) => [row.messageId, row])).values()];
  const texts = newest.map(({ revisionId: id, hash }) => ({ id, hash }));
  const reach = await listClearedFor(read, "message revision", texts);
  return new Map(
    newest.map(({ hash: _, ...row }) => [
      row.messageId,
      { ...row, clearedFor: reach.get(row.revisionId) ?? "nobody" },
    ]),
  );
}

export type StoredObjection = {
  id: string;
  name: string;
  wordsToSay: string;
  noteToSpeaker: string;
  clearedFor: ClearedFor;
};

/** Objections that are not retired, by id, with the sides that cleared the exact words to say. */
export async function listObjectionReplies(
  read: Queries,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, StoredObjection>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("objection")
    .select(["id", "name", "words_to_say as wordsToSay", "note_to_speaker as noteToSpeaker"])
    .where("id", "in", objectionIds)
    .where("retired_at", "is", null)
    .execute();
  const texts = rows.map((row) => ({ id: row.id, hash: wordsToSayHash(row) }));
  const reach = await listClearedFor(read, "objection", texts);
  return new Map(rows.map((row) => [row.id, { ...row, clearedFor: reach.get(row.id) ?? "nobody" }]));
}
