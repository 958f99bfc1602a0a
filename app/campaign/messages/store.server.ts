import type { Change, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";
import type { LibraryMessage } from "./library/library.ts";
import { isSameText, type MessageText } from "./message-status.ts";
import { idsByCode } from "./proof-points/store.server.ts";
import { insertRevision, revisionOf, revisionsWithAuthor } from "./revisions.server.ts";

export type SavedMessage =
  | { ok: true; id: string; revision: number | null }
  | { ok: false; reason: "changed-by-somebody-else" | "not-found" };

/**
 * Writes a message as the given one says, by its number: a new one, or the one that is there, which is in use again
 * when it was retired. Another wording makes a new revision with the reason, which begins as a draft; what it leans on
 * has to be there already. `expectedVersion` null writes over whatever is there.
 */
export async function saveKeyMessage(
  change: Change,
  campaignId: string,
  message: LibraryMessage,
  reason: string,
  expectedVersion: number | null,
): Promise<SavedMessage> {
  const present = await change.read
    .selectFrom("key_message")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("number", "=", message.number)
    .executeTakeFirst();
  const id = present?.id ?? newId();
  const isNewText = present === undefined || !isSameText(await newestText(change, id), message);
  const written = await writeMessage(
    change,
    { id, isNew: present === undefined, isNewText },
    campaignId,
    message,
    expectedVersion,
  );
  if (!written.ok) return written;
  const revision = isNewText ? await insertRevision(change, id, message, reason) : null;
  await replaceLinks(change, campaignId, id, message);
  return { ok: true, id, revision };
}

type Writing = { id: string; isNew: boolean; isNewText: boolean };

async function writeMessage(
  change: Change,
  { id, isNew, isNewText }: Writing,
  campaignId: string,
  { number, effectiveFrom, effectiveUntil }: LibraryMessage,
  expectedVersion: number | null,
): Promise<Updated> {
  const columns = { effective_from: effectiveFrom, effective_until: effectiveUntil, retired_at: null };
  if (!isNew) {
    const patch = isNewText ? { ...columns, sent_for_review_at: null } : columns;
    return change.update("key_message", id, patch, expectedVersion);
  }
  await change.insert("key_message", {
    id,
    campaign_id: campaignId,
    number,
    ...columns,
    sent_for_review_at: null,
  });
  return { ok: true };
}

async function newestText(change: Change, messageId: string): Promise<MessageText> {
  const row = await revisionsWithAuthor(change.read)
    .where("key_message_id", "=", messageId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return revisionOf(row);
}

async function replaceLinks(change: Change, campaignId: string, id: string, message: LibraryMessage) {
  const proofPointIds = await idsByCode(change.read, "proof_point", campaignId, message.proofPoints);
  const objectionIds = await idsByCode(change.read, "objection", campaignId, message.objections);
  await replaceOrderedLinks(
    proofPointLinks(change, id),
    message.proofPoints.flatMap((code) => proofPointIds.get(code) ?? []),
  );
  await replaceOrderedLinks(
    objectionLinks(change, id),
    message.objections.flatMap((code) => objectionIds.get(code) ?? []),
  );
}

function proofPointLinks(change: Change, messageId: string) {
  return {
    list: () =>
      change.read
        .selectFrom("message_proof_point")
        .select(["id", "proof_point_id as target", "position"])
        .where("key_message_id", "=", messageId)
        .execute(),
    insert: (target: string, position: number) =>
      change.insert("message_proof_point", {
        id: newId(),
        key_message_id: messageId,
        proof_point_id: target,
        position,
      }),
    move: (id: string, position: number) => change.update("message_proof_point", id, { position }, null),
    remove: (id: string) => change.remove("message_proof_point", id),
  };
}

function objectionLinks(change: Change, messageId: string) {
  return {
    list: () =>
      change.read
        .selectFrom("message_objection")
        .select(["id", "objection_id as target", "position"])
        .where("key_message_id", "=", messageId)
        .execute(),
    insert: (target: string, position: number) =>
      change.insert("message_objection", {
        id: newId(),
        key_message_id: messageId,
        objection_id: target,
        position,
      }),
    move: (id: string, position: number) => change.update("message_objection", id, { position }, null),
    remove: (id: string) => change.remove("message_objection", id),
  };
}

/** Notes that a message waits for a clearer; null takes it back. */
export function setSentForReview(
  change: Change,
  messageId: string,
  at: string | null,
  expectedVersion: number | null,
) {
  return change.update("key_message", messageId, { sent_for_review_at: at }, expectedVersion);
}

/** Takes a message out of use, or (null) back into it. What was said with it stays. */
export function setRetired(
  change: Change,
  messageId: string,
  at: string | null,
  expectedVersion: number | null,
) {
  return change.update("key_message", messageId, { retired_at: at }, expectedVersion);
}
