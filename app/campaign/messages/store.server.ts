import { isClearableBySomeone } from "#app/campaign/clearances/desks.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import type { Change, Gone, Stale, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";
import type { LibraryMessage } from "./library/library.ts";
import { isSameText, type MessageText } from "./message-status.ts";
import { idsByCode, inUseOrAmong } from "./proof-points/store.server.ts";
import { insertRevision, revisionOf, revisionsWithAuthor } from "./revisions.server.ts";

/** What was written is there; `revision` is the number of its new wording, null where it has none. */
export type SavedWording = { ok: true; id: string; revision: number | null } | Gone | Stale;

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
): Promise<SavedWording> {
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
  await replaceOrderedLinks(change, "message_proof_point", {
    present: await change.read
      .selectFrom("message_proof_point")
      .innerJoin("proof_point", "proof_point.id", "proof_point_id")
      .select(["message_proof_point.id", "proof_point_id as target", "message_proof_point.position"])
      .where("key_message_id", "=", id)
      .where(inUseOrAmong("proof_point", proofPointIds.values()))
      .execute(),
    insert: (target, link) =>
      change.insert("message_proof_point", { ...link, key_message_id: id, proof_point_id: target }),
    targets: message.proofPoints.flatMap((code) => proofPointIds.get(code) ?? []),
  });
  await replaceOrderedLinks(change, "message_objection", {
    present: await change.read
      .selectFrom("message_objection")
      .innerJoin("objection", "objection.id", "objection_id")
      .select(["message_objection.id", "objection_id as target", "message_objection.position"])
      .where("key_message_id", "=", id)
      .where(inUseOrAmong("objection", objectionIds.values()))
      .execute(),
    insert: (target, link) =>
      change.insert("message_objection", { ...link, key_message_id: id, objection_id: target }),
    targets: message.objections.flatMap((code) => objectionIds.get(code) ?? []),
  });
}

/** What can be done with the wording of a message or a framing beside rewording and clearing it. */
export const WORDING_ACTS = [
  "send for review",
  "take back from review",
  "retire",
  "take back into use",
] as const;

export type WordingAct = (typeof WORDING_ACTS)[number];

/**
 * Sends a message or a framing for review, retires it, or takes either back, with what the history says of it. Refused where
 * the page that asked is stale, and where no clearer could review it, since all of them wrote some of it.
 */
export async function actOnWording(
  change: Change,
  [table, campaignId]: readonly ["key_message" | "framing", string],
  { id, newest }: { id: string; newest: { id: string } },
  act: WordingAct,
  seen: number,
) {
  const isAct = act === "send for review" || act === "retire";
  const at = isAct ? change.author.now.toISOString() : null;
  if (act === "send for review") {
    const kind = table === "framing" ? "framing revision" : "message revision";
    const writers = await listWriters(change.read, { kind, id: newest.id });
    if (!(await isClearableBySomeone(change.read, campaignId, writers)))
      return { ok: false, reason: "no-other-clearer" } as const;
  }
  const isOfReview = act === "send for review" || act === "take back from review";
  const patch = isOfReview ? { sent_for_review_at: at } : { retired_at: at };
  const updated = await change.update(table, id, patch, seen);
  return updated.ok ? ({ ok: true, said: SAID[act] } as const) : updated;
}

const SAID = {
  "send for review": ["sent for review", "was sent for review"],
  "take back from review": ["taken back", "is a draft again"],
  retire: ["retired", "is retired"],
  "take back into use": ["put back", "is reinstated"],
} as const satisfies Record<WordingAct, unknown>;

/** Takes a message or a framing out of use, whatever its version. What was said with it stays. */
export function retireWording(change: Change, table: "key_message" | "framing", id: string) {
  return change.update(table, id, { retired_at: change.author.now.toISOString() }, null);
}
