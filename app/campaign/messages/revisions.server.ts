import type { Selectable } from "kysely";
import { listClearances, type StoredClearance } from "#app/campaign/clearances/store.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Change } from "#db/change.server.ts";
import { listChanges, listRowChanges, type RecordedChange } from "#db/history.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import {
  clearanceOfText,
  type MessageText,
  messageTextHash,
  nextRevisionNumber,
  type RevisionClearance,
} from "./message-status.ts";
import { wordsRecord } from "./record.ts";

/** One wording of a message: who wrote it, when and why. */
export type Revision = ReturnType<typeof revisionOf>;

export type RevisionWithClearance = Revision & { clearance: RevisionClearance | null };

/** Every revision of a message, the newest first, each with the clearance of its text. */
export async function listRevisions(read: Queries, messageId: string): Promise<RevisionWithClearance[]> {
  const rows = await revisionsOf(read, { message: messageId });
  const ids = rows.map((row) => row.id);
  const clearances = (await listClearances(read, "message revision", ids)).map(clearanceOfRevision);
  return rows.map(revisionOf).map((revision) => ({
    ...revision,
    clearance: clearanceOfText(revision, clearances),
  }));
}

const revisionsOf = keptQuery((read, place: Place<"message">) =>
  revisionsWithAuthor(read)
    .where("message_revision.key_message_id", "=", place("message"))
    .orderBy("message_revision.number", "desc"),
);

export function revisionsWithAuthor(read: Queries) {
  return read
    .selectFrom("message_revision")
    .innerJoin("account", "account.id", "message_revision.made_by")
    .selectAll("message_revision")
    .select("account.name as author_name");
}

export function revisionOf(row: Selectable<Schema["message_revision"]> & { author_name: string }) {
  return {
    id: row.id,
    messageId: row.key_message_id,
    number: row.number,
    ...wordsRecord.ofRow(row),
    textHash: row.text_hash,
    reason: row.reason,
    madeBy: row.made_by,
    madeByName: row.author_name,
    madeAt: row.made_at,
  };
}

/** The clearance of a revision as the status rule reads it. */
export function clearanceOfRevision(clearance: StoredClearance): RevisionClearance {
  const { subjectId, hash, manner, authority, clearedBy, clearedAt } = clearance;
  return { revisionId: subjectId, textHash: hash, manner, authority, clearedBy, at: clearedAt.toISOString() };
}

/** Adds the next revision of a message. An earlier one is never changed. */
export async function insertRevision(
  change: Change,
  messageId: string,
  text: MessageText,
  reason: string,
): Promise<number> {
  const rows = await change.read
    .selectFrom("message_revision")
    .select("number")
    .where("key_message_id", "=", messageId)
    .execute();
  const number = nextRevisionNumber(rows.map((row) => row.number));
  await change.insert("message_revision", {
    id: newId(),
    key_message_id: messageId,
    number,
    ...wordsRecord.toRow(text),
    text_hash: messageTextHash(text),
    reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
  });
  return number;
}

const KINDS = {
  key_message: "key message",
  framing: "framing",
  proof_point: "proof point",
  objection: "objection",
} as const;

/**
 * The history of a record of the library, newest first: its own changes, and the imports that touched it. With `newest`
 * no more than so many.
 */
export async function historyOf(
  { database, campaign }: CampaignArrival,
  table: keyof typeof KINDS,
  id: string,
  newest?: number,
): Promise<RecordedChange[]> {
  const own = await listChanges(database.read, KINDS[table], id, newest);
  const others = await listRowChanges(database.read, campaign.id, [{ table, id }]);
  const all = [...own, ...others.filter((change) => !own.some((one) => one.id === change.id))];
  return all
    .toSorted((one, other) => (one.madeAt < other.madeAt ? 1 : one.madeAt > other.madeAt ? -1 : 0))
    .slice(0, newest);
}
