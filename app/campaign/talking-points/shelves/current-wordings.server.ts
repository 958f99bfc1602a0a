import {
  type ClearedRevision,
  listClearedRevisions,
  listObjectionReplies,
  type StoredObjection,
} from "#app/campaign/messages/cleared-wordings.server.ts";
import type { Block } from "#app/campaign/paper-text/paper.ts";
import type { Queries } from "#db/schema.ts";
import { listFactsOfEvents } from "../from-event/event-facts.server.ts";
import type { EventFact } from "../from-event/event-facts.ts";
import { type ClearedFraming, listFramingsInForce } from "./cleared-framings.server.ts";
import type { CurrentWording } from "./wording-against-origin.ts";

/** What the origins of blocks say today. Blocks in own words, and those whose origin is gone, are left out. */
export async function listCurrentWordings(
  read: Queries,
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
      if (objection === undefined || objection.wordsToSay === "") return null;
      const { name, wordsToSay, clearedFor } = objection;
      return { heading: name, text: wordsToSay, clearedFor, revisionId: null };
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
  read: Queries,
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
