import { type Kysely, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Citations } from "./citations.ts";

/** A message, an objection or a paper that leans on a proof point. */
export type CitedIn = {
  proofPointId: string;
  kind: "key message" | "objection" | "talking points";
  id: string;
  /** The number of a message, the code of an objection; of a paper, its id. */
  name: string;
  title: string;
  isRetired: 0 | 1;
};

/** Everything that cites each of these proof points, retired or not: messages, objections, then papers. */
export async function listCitations(
  read: Kysely<Schema>,
  proofPointIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CitedIn[]>> {
  if (proofPointIds.length === 0) return new Map();
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(proofPointIds)}))`;
  const { rows } = await sql<CitedIn>`
    SELECT l.proof_point_id AS proofPointId, 'key message' AS kind, m.id, CAST(m.number AS TEXT) AS name,
      (SELECT r.title FROM message_revision r WHERE r.key_message_id = m.id ORDER BY r.number DESC LIMIT 1) AS title,
      m.retired_at IS NOT NULL AS isRetired
    FROM message_proof_point l JOIN key_message m ON m.id = l.key_message_id WHERE l.proof_point_id IN ${ids}
    UNION ALL
    SELECT l.proof_point_id, 'objection', o.id, o.code, o.name, o.retired_at IS NOT NULL
    FROM objection_proof_point l JOIN objection o ON o.id = l.objection_id WHERE l.proof_point_id IN ${ids}
    UNION ALL
    SELECT DISTINCT f.proof_point_id, 'talking points', p.id, p.id, p.title, p.retired_at IS NOT NULL
    FROM talking_points_footnote f JOIN talking_points_block b ON b.id = f.talking_points_block_id
    JOIN talking_points p ON p.id = b.talking_points_id WHERE f.proof_point_id IN ${ids}
    UNION
    SELECT DISTINCT b.origin_id, 'talking points', p.id, p.id, p.title, p.retired_at IS NOT NULL
    FROM talking_points_block b JOIN talking_points p ON p.id = b.talking_points_id
    WHERE b.origin_kind = 'proof point' AND b.origin_id IN ${ids}
    ORDER BY kind, name`.execute(read);
  return Map.groupBy(rows, (row) => row.proofPointId);
}

/** The same by name, as a refusal says it. */
export function citationsByName(cited: readonly CitedIn[]): Citations {
  const of = (kind: CitedIn["kind"]) => cited.filter((one) => one.kind === kind);
  return {
    messages: of("key message").map(({ name }) => Number(name)),
    objections: of("objection").map(({ name }) => name),
    papers: of("talking points").map(({ title }) => title),
  };
}
