import type { Kysely } from "kysely";
import { type MessageStatus, messageStatus } from "#app/domain/messages/message-status.ts";
import type { Schema } from "#db/schema.ts";
import { listClearances } from "./clearances.server.ts";
import {
  clearanceOfRevision,
  type Revision,
  revisionOf,
  revisionsWithAuthor,
} from "./message-revisions.server.ts";

/** A key message with its newest revision and the codes of what it leans on. */
export type KeyMessage = {
  id: string;
  number: number;
  version: number;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
  sentForReviewAt: string | null;
  retiredAt: string | null;
  newest: Revision;
  status: MessageStatus;
  proofPointIds: readonly string[];
  objectionIds: readonly string[];
};

/** The key messages of a campaign by number, the retired ones last. */
export async function listKeyMessages(read: Kysely<Schema>, campaignId: string): Promise<KeyMessage[]> {
  const rows = await read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .orderBy((eb) => eb("retired_at", "is not", null))
    .orderBy("number")
    .execute();
  return withNewest(read, rows);
}

/** One key message of a campaign by its number or its id. */
export async function findKeyMessage(
  read: Kysely<Schema>,
  campaignId: string,
  numberOrId: string,
): Promise<KeyMessage | null> {
  const number = /^[1-9]\d{0,2}$/.test(numberOrId) ? Number(numberOrId) : 0;
  const rows = await read
    .selectFrom("key_message")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .where((eb) => eb.or([eb("number", "=", number), eb("id", "=", numberOrId)]))
    .execute();
  return (await withNewest(read, rows)).at(0) ?? null;
}

/** Which wording and which ties a page showed, as its form carries it: a save from a page that showed others is refused. */
export function linksOfMessage({ newest, proofPointIds, objectionIds }: KeyMessage): string {
  return [newest.id, ...proofPointIds, ...objectionIds].join(" ");
}

type MessageRow = {
  id: string;
  number: number;
  version: number;
  effective_from: string | null;
  effective_until: string | null;
  sent_for_review_at: string | null;
  retired_at: string | null;
};

async function withNewest(read: Kysely<Schema>, rows: readonly MessageRow[]): Promise<KeyMessage[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const newest = await listNewestRevisions(read, ids);
  const clearances = await listClearances(
    read,
    "message revision",
    newest.map((revision) => revision.id),
  );
  const proofPoints = await listProofPointLinks(read, ids);
  const objections = await listObjectionLinks(read, ids);
  return rows.flatMap((row) => {
    const revision = newest.find((one) => one.messageId === row.id);
    if (revision === undefined) return [];
    const { id, number, version, sent_for_review_at: sentForReviewAt, retired_at: retiredAt } = row;
    const state = { newest: revision, sentForReviewAt, retiredAt };
    return {
      ...{ id, number, version, effectiveFrom: row.effective_from, effectiveUntil: row.effective_until },
      ...state,
      status: messageStatus(state, clearances.map(clearanceOfRevision)),
      proofPointIds: proofPoints.filter((link) => link.messageId === id).map((link) => link.id),
      objectionIds: objections.filter((link) => link.messageId === id).map((link) => link.id),
    };
  });
}

async function listNewestRevisions(read: Kysely<Schema>, messageIds: readonly string[]): Promise<Revision[]> {
  const rows = await revisionsWithAuthor(read)
    .where("message_revision.key_message_id", "in", messageIds)
    .where((eb) =>
      eb(
        "message_revision.number",
        "=",
        eb
          .selectFrom("message_revision as other")
          .select((inner) => inner.fn.max("other.number").as("newest"))
          .whereRef("other.key_message_id", "=", "message_revision.key_message_id"),
      ),
    )
    .execute();
  return rows.map(revisionOf);
}

/** Only what is in use: a retired proof point stays tied to the message, and shows again when it comes back. */
function listProofPointLinks(read: Kysely<Schema>, messageIds: readonly string[]) {
  return read
    .selectFrom("message_proof_point")
    .innerJoin("proof_point", "proof_point.id", "message_proof_point.proof_point_id")
    .select(["key_message_id as messageId", "proof_point_id as id"])
    .where("key_message_id", "in", messageIds)
    .where("proof_point.retired_at", "is", null)
    .orderBy("message_proof_point.position")
    .execute();
}

function listObjectionLinks(read: Kysely<Schema>, messageIds: readonly string[]) {
  return read
    .selectFrom("message_objection")
    .innerJoin("objection", "objection.id", "message_objection.objection_id")
    .select(["key_message_id as messageId", "objection_id as id"])
    .where("key_message_id", "in", messageIds)
    .where("objection.retired_at", "is", null)
    .orderBy("message_objection.position")
    .execute();
}
