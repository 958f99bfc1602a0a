import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { nextRevisionNumber } from "../message-status.ts";
import type { SavedWording } from "../store.server.ts";
import { framingTextHash } from "./framing.ts";

/**
 * Writes the framing of a message for one audience: a new one, or the one that is there, which is in use again when it
 * was retired. Another wording makes a new revision with the reason, which begins as a draft. `expectedVersion` null
 * writes over whatever is there.
 */
export async function saveFraming(
  change: Change,
  { messageId, audienceId }: { messageId: string; audienceId: string },
  { text, reason }: { text: string; reason: string },
  expectedVersion: number | null,
): Promise<SavedWording> {
  const present = await findFramingId(change.read, messageId, audienceId);
  if (present === null) {
    const id = newId();
    const columns = { key_message_id: messageId, audience_id: audienceId };
    await change.insert("framing", { id, ...columns, sent_for_review_at: null, retired_at: null });
    return { ok: true, id, revision: await insertRevision(change, id, text, reason) };
  }
  const isNewText = (await newestText(change.read, present)) !== text;
  const patch = { retired_at: null, ...(isNewText ? { sent_for_review_at: null } : {}) };
  const updated =
    isNewText && expectedVersion !== null
      ? await change.renew("framing", present, patch, expectedVersion)
      : await change.update("framing", present, patch, expectedVersion);
  if (!updated.ok) return updated;
  const revision = isNewText ? await insertRevision(change, present, text, reason) : null;
  return { ok: true, id: present, revision };
}

/** The framing of a message for an audience, retired or not; null where there never was one. */
export async function findFramingId(
  read: Queries,
  messageId: string,
  audienceId: string,
): Promise<string | null> {
  const row = await read
    .selectFrom("framing")
    .select("id")
    .where("key_message_id", "=", messageId)
    .where("audience_id", "=", audienceId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function newestText(read: Queries, framingId: string): Promise<string | null> {
  const row = await read
    .selectFrom("framing_revision")
    .select("text")
    .where("framing_id", "=", framingId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? null;
}

async function insertRevision(
  change: Change,
  framingId: string,
  text: string,
  reason: string,
): Promise<number> {
  const rows = await change.read
    .selectFrom("framing_revision")
    .select("number")
    .where("framing_id", "=", framingId)
    .execute();
  const number = nextRevisionNumber(rows.map((row) => row.number));
  await change.insert("framing_revision", {
    id: newId(),
    framing_id: framingId,
    number,
    text,
    text_hash: framingTextHash(text),
    reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
  });
  return number;
}
