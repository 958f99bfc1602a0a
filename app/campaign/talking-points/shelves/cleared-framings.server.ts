import { listClearedFor } from "#app/campaign/clearances/store.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** The newest revision of a framing that carries a clearance of its exact text, with the sides that cleared it. */
export type ClearedFraming = Awaited<ReturnType<typeof withReach>>[number];

/**
 * The cleared framings of these messages for these audiences, by message and audience; retired framings, those of
 * retired messages and those without a cleared revision are left out.
 */
export async function listClearedFramings(
  read: Queries,
  messageIds: readonly string[],
  audienceIds: readonly string[],
): Promise<ClearedFraming[]> {
  if (messageIds.length === 0 || audienceIds.length === 0) return [];
  const rows = await framingsFor(read, {
    messages: JSON.stringify(messageIds),
    audiences: JSON.stringify(audienceIds),
  });
  return withReach(read, rows);
}

/** The cleared framings of these messages for whatever audience. */
export async function listClearedFramingsOfMessages(
  read: Queries,
  messageIds: readonly string[],
): Promise<ClearedFraming[]> {
  if (messageIds.length === 0) return [];
  return withReach(read, await framingsOf(read, { messages: JSON.stringify(messageIds) }));
}

/** Of these framings those that have a cleared revision and are in use, by id. */
export async function listFramingsInForce(
  read: Queries,
  framingIds: readonly string[],
): Promise<ReadonlyMap<string, ClearedFraming>> {
  if (framingIds.length === 0) return new Map();
  const rows = await withReach(read, await framingsWithId(read, { framings: JSON.stringify(framingIds) }));
  return new Map(rows.map((row) => [row.framingId, row]));
}

const framingsFor = keptQuery((read, place: Place<"messages" | "audiences">) =>
  clearedRevisions(read)
    .where("framing.key_message_id", "in", eachIn(place("messages")))
    .where("framing.audience_id", "in", eachIn(place("audiences"))),
);

const framingsOf = keptQuery((read, place: Place<"messages">) =>
  clearedRevisions(read).where("framing.key_message_id", "in", eachIn(place("messages"))),
);

const framingsWithId = keptQuery((read, place: Place<"framings">) =>
  clearedRevisions(read).where("framing.id", "in", eachIn(place("framings"))),
);

function clearedRevisions(read: Queries) {
  return read
    .selectFrom("framing")
    .innerJoin("key_message", "key_message.id", "framing.key_message_id")
    .innerJoin("audience", "audience.id", "framing.audience_id")
    .innerJoin("framing_revision as revision", "revision.framing_id", "framing.id")
    .select(["framing.id as framingId", "framing.key_message_id as messageId"])
    .select(["framing.audience_id as audienceId", "audience.name as audienceName"])
    .select(["revision.id as revisionId", "revision.number", "revision.text"])
    .select("revision.text_hash as hash")
    .where("framing.retired_at", "is", null)
    .where("key_message.retired_at", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("clearance")
          .select("clearance.id")
          .where("subject_kind", "=", "framing revision")
          .whereRef("subject_id", "=", "revision.id")
          .whereRef("clearance.text_hash", "=", "revision.text_hash"),
      ),
    )
    .orderBy("key_message.number")
    .orderBy("audience.sort_name")
    .orderBy("revision.number");
}

type Row = Awaited<ReturnType<typeof framingsOf>>[number];

/** Rows go by framing and number: the last one of each framing is its newest. */
async function withReach(read: Queries, rows: readonly Row[]) {
  const newest = [...new Map(rows.map((row) => [row.framingId, row])).values()];
  const texts = newest.map(({ revisionId: id, hash }) => ({ id, hash }));
  const reach = await listClearedFor(read, "framing revision", texts);
  return newest.map(({ hash: _, ...row }) => ({ ...row, clearedFor: reach.get(row.revisionId) ?? "nobody" }));
}
