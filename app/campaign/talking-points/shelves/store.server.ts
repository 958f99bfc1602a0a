import { type SqlBool, sql } from "kysely";
import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { indexQuery, searchWords } from "#app/text/search-words.ts";
import type { Queries } from "#db/schema.ts";

export type ShelvedMessage = { id: string; number: number; title: string };

/** So many messages lie open beside a paper; the others are found by looking for them. */
const MOST_SHELVES = 10;

/**
 * The messages whose points and sources are offered beside a paper: those with something that matches the words
 * looked for, or else those of the paper and its event first, then the others by number.
 */
export async function listShelvedMessages(
  read: Queries,
  campaignId: string,
  { wanted, first }: { wanted: string; first: readonly string[] },
): Promise<Cut<ShelvedMessage>> {
  const words = searchWords(wanted);
  if (words.length > 0) {
    const found = await inUse(read, campaignId)
      .where(matching(indexQuery(words)))
      .limit(MOST_SHELVES + 1)
      .execute();
    return cut(found, MOST_SHELVES);
  }
  const own =
    first.length === 0 ? [] : await inUse(read, campaignId).where("message.id", "in", first).execute();
  const most = Math.max(MOST_SHELVES, own.length);
  const others = await inUse(read, campaignId)
    .limit(most + own.length + 1)
    .execute();
  const more = others.filter((message) => !own.some((one) => one.id === message.id));
  return cut([...own, ...more], most);
}

/** So many proof points under no message are shown. */
const MOST_LOOSE = 20;

/** The proof points in use that belong to no message and have every one of the words that are looked for. */
export async function listLooseProofPoints(
  read: Queries,
  campaignId: string,
  wanted: string,
): Promise<Cut<string>> {
  const words = searchWords(wanted);
  if (words.length === 0) return { rows: [], cutAt: null };
  const found = sql<string>`(select entry.record_id from search_text join search_entry entry on entry.id = search_text.rowid
    where search_text match ${indexQuery(words)} and entry.kind = 'proof point' limit 200)`;
  const rows = await read
    .selectFrom("proof_point")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .where("id", "in", found)
    .where("id", "not in", (eb) => eb.selectFrom("message_proof_point").select("proof_point_id"))
    .orderBy("id")
    .limit(MOST_LOOSE + 1)
    .execute();
  return cut(
    rows.map((row) => row.id),
    MOST_LOOSE,
  );
}

/** The message, one of its framings, objections or proof points has every one of the words. */
function matching(query: string) {
  return sql<SqlBool>`message.id in (
    with found as (select entry.kind, entry.record_id from search_text join search_entry entry on entry.id = search_text.rowid
      where search_text match ${query} and entry.kind in ('key message', 'framing', 'objection', 'proof point') limit 200)
    select record_id from found where kind = 'key message'
    union select key_message_id from framing join found on found.kind = 'framing' and found.record_id = framing.id
    union select key_message_id from message_objection join found on found.kind = 'objection' and found.record_id = objection_id
    union select key_message_id from message_proof_point join found on found.kind = 'proof point' and found.record_id = proof_point_id)`;
}

function inUse(read: Queries, campaignId: string) {
  return read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .where("revision.number", "=", newestRevision)
    .select(["message.id", "message.number", "revision.title"])
    .where("message.campaign_id", "=", campaignId)
    .where("message.retired_at", "is", null)
    .orderBy("message.number");
}
