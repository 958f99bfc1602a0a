import type { Kysely } from "kysely";
import type { ClearedFor } from "#app/domain/messages/cleared-for.ts";
import { objectionReplyHash } from "#app/domain/messages/objection-reply.ts";
import type { CurrentWording } from "#app/domain/talking-points/cleared-wording.ts";
import type { EventFact } from "#app/domain/talking-points/event-facts.ts";
import type { Block } from "#app/domain/talking-points/talking-points.ts";
import type { Schema } from "#db/schema.ts";
import { listClearedFor } from "./clearances.server.ts";
import { type ClearedFraming, listFramingsInForce } from "./cleared-framings.server.ts";
import { listFactsOfEvents } from "./event-facts.server.ts";

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
  read: Kysely<Schema>,
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

export type StoredObjection = { id: string; name: string; reply: string; clearedFor: ClearedFor };

/** Objections that are not retired, by id, with the sides that cleared the exact text of the reply. */
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
  const texts = rows.map((row) => ({ id: row.id, hash: objectionReplyHash(row) }));
  const reach = await listClearedFor(read, "objection", texts);
  return new Map(rows.map((row) => [row.id, { ...row, clearedFor: reach.get(row.id) ?? "nobody" }]));
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
      return { heading: "", text, clearedFor: revision.clearedFor, revisionId: revision.revisionId };
    }
    case "framing": {
      const framing = from.framings.get(origin.id);
      if (framing === undefined) return null;
      const { text, clearedFor, revisionId } = framing;
      return { heading: "", text, clearedFor, revisionId };
    }
    case "objection": {
      const objection = from.objections.get(origin.id);
      if (objection === undefined) return null;
      const { name, reply, clearedFor } = objection;
      return { heading: name, text: reply, clearedFor, revisionId: null };
    }
    case "proof point": {
      const text = from.claims.get(origin.id);
      return text === undefined ? null : { heading: "", text, clearedFor: "nobody", revisionId: null };
    }
    case "event record": {
      const fact = from.facts.get(origin.id)?.find((one) => one.heading === heading);
      return fact === undefined ? null : { ...fact, clearedFor: "both sides", revisionId: null };
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
