import type { Kysely } from "kysely";
import { objectionReplyHash } from "#app/domain/messages/objection-reply.ts";
import type { CurrentWording } from "#app/domain/talking-points/cleared-wording.ts";
import type { EventFact } from "#app/domain/talking-points/event-facts.ts";
import type { Block } from "#app/domain/talking-points/talking-points.ts";
import type { Schema } from "#db/schema.ts";
import { type ClearedFraming, listFramingsInForce } from "./cleared-framings.server.ts";
import { listFactsOfEvents } from "./event-facts.server.ts";

/** The newest revision of a message that carries a clearance of its exact text. */
export type ClearedRevision = {
  messageId: string;
  revisionId: string;
  title: string;
  talkingPoint: string;
  avoid: string;
};

/** The newest cleared revision of each message, by message; retired messages and those without one are left out. */
export async function listClearedRevisions(
  read: Kysely<Schema>,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, ClearedRevision>> {
  if (messageIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("message_revision as revision")
    .innerJoin("key_message", "key_message.id", "revision.key_message_id")
    .select(["key_message_id as messageId", "revision.id as revisionId", "revision.title"])
    .select(["talking_point as talkingPoint", "avoid"])
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
  return new Map(rows.map((row) => [row.messageId, row]));
}

export type StoredObjection = { id: string; name: string; reply: string; isCleared: boolean };

/** Objections that are not retired, by id; a reply is cleared while a clearance of its exact text is on record. */
export async function listObjectionReplies(
  read: Kysely<Schema>,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, StoredObjection>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("objection")
    .select(["id", "name", "reply"])
    .where("id", "in", objectionIds)
    .where("retired_at", "is", null)
    .execute();
  const clearances = await read
    .selectFrom("clearance")
    .select(["subject_id", "text_hash"])
    .where("subject_kind", "=", "objection")
    .where("subject_id", "in", objectionIds)
    .execute();
  const isCleared = (row: { id: string; name: string; reply: string }) =>
    clearances.some((one) => one.subject_id === row.id && one.text_hash === objectionReplyHash(row));
  return new Map(rows.map((row) => [row.id, { ...row, isCleared: isCleared(row) }]));
}

/** What the origins of blocks say today. Blocks in own words, and those whose origin is gone, are left out. */
export async function listCurrentWordings(
  read: Kysely<Schema>,
  blocks: readonly Block[],
): Promise<CurrentWording[]> {
  const idsOf = (kind: Exclude<Block["origin"]["kind"], "own words">) => [
    ...new Set(blocks.flatMap(({ origin }) => (origin.kind === kind ? [origin.id] : []))),
  ];
  const revisions = await listClearedRevisions(read, idsOf("key message"));
  const framings = await listFramingsInForce(read, idsOf("framing"));
  const objections = await listObjectionReplies(read, idsOf("objection"));
  const claims = await listClaims(read, idsOf("proof point"));
  const facts = await listFactsOfEvents(read, idsOf("event record"));
  return blocks.flatMap((block) => {
    const wording = wordingToday(block, { revisions, framings, objections, claims, facts });
    return wording === null ? [] : [{ blockId: block.id, ...wording }];
  });
}

type Origins = {
  revisions: ReadonlyMap<string, ClearedRevision>;
  framings: ReadonlyMap<string, ClearedFraming>;
  objections: ReadonlyMap<string, StoredObjection>;
  claims: ReadonlyMap<string, string>;
  facts: ReadonlyMap<string, readonly EventFact[]>;
};

function wordingToday(
  { origin, section, heading }: Block,
  from: Origins,
): Omit<CurrentWording, "blockId"> | null {
  switch (origin.kind) {
    case "own words":
      return null;
    case "key message": {
      const revision = from.revisions.get(origin.id);
      if (revision === undefined) return null;
      const text = section === "avoid" ? revision.avoid : revision.talkingPoint;
      return { text, isCleared: true, revisionId: revision.revisionId };
    }
    case "framing": {
      const framing = from.framings.get(origin.id);
      if (framing === undefined) return null;
      return { text: framing.text, isCleared: true, revisionId: framing.revisionId };
    }
    case "objection": {
      const objection = from.objections.get(origin.id);
      if (objection === undefined) return null;
      return { text: objection.reply, isCleared: objection.isCleared, revisionId: null };
    }
    case "proof point": {
      const text = from.claims.get(origin.id);
      return text === undefined ? null : { text, isCleared: false, revisionId: null };
    }
    case "event record": {
      const fact = from.facts.get(origin.id)?.find((one) => one.heading === heading);
      return fact === undefined ? null : { text: fact.text, isCleared: true, revisionId: null };
    }
  }
}

async function listClaims(
  read: Kysely<Schema>,
  proofPointIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (proofPointIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("proof_point")
    .select(["id", "claim"])
    .where("id", "in", proofPointIds)
    .where("retired_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.claim]));
}
