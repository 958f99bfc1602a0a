import { type Selectable, sql } from "kysely";
import { foldText } from "#app/text/search-words.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { LibrarySource } from "../library/library.ts";
import type { Citations } from "./citations.ts";
import { codesIn, newSourceIn, type SourceValues } from "./sources.ts";

export type Source = LibrarySource & { id: string };

/** The sources of a campaign, by title. */
export async function listSources(read: Queries, campaignId: string): Promise<Source[]> {
  const rows = await read
    .selectFrom("source")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .orderBy("title")
    .orderBy("code")
    .execute();
  return rows.map(sourceOf);
}

/** The sources of a campaign with these codes. */
export async function listSourcesByCode(
  read: Queries,
  campaignId: string,
  codes: readonly string[],
): Promise<Source[]> {
  if (codes.length === 0) return [];
  const rows = await read
    .selectFrom("source")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .where("code", "in", codes)
    .execute();
  return rows.map(sourceOf);
}

export function sourceOf(row: Omit<Selectable<Schema["source"]>, "version" | "campaign_id">): Source {
  const { id, code, title, publisher, published_on, address, kind } = row;
  return { id, code, title, publisher, publishedOn: published_on, address, kind };
}

/** Writes a source as the given one says, by its code: a new one, or the one that is there. Gives its id. */
export async function saveSource(change: Change, campaignId: string, source: LibrarySource): Promise<string> {
  const { code, title, publisher, publishedOn, address, kind } = source;
  const columns = { title, publisher, published_on: publishedOn, address, kind };
  const present = await change.read
    .selectFrom("source")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("code", "=", code)
    .executeTakeFirst();
  if (present !== undefined) {
    await change.update("source", present.id, columns, null);
    return present.id;
  }
  const id = newId();
  await change.insert("source", { id, campaign_id: campaignId, code, ...columns });
  return id;
}

/** The codes of the sources that a form names; the one that is not in the list yet is written. */
export async function saveSourcesIn(
  change: Change,
  campaignId: string,
  values: SourceValues,
): Promise<string[]> {
  const source = newSourceIn(values);
  if (source === null) return codesIn(values);
  const code = await newSourceCode(change.read, campaignId, source.title);
  await saveSource(change, campaignId, { ...source, code });
  return [...codesIn(values), code];
}

/** Removes a source that nothing cites any more; one that a retired record or a check still names stays. */
export async function removeUncitedSource(change: Change, id: string): Promise<void> {
  const cites = [
    change.read.selectFrom("proof_point_source").select("id").where("source_id", "=", id).limit(1),
    change.read.selectFrom("objection_source").select("id").where("source_id", "=", id).limit(1),
    change.read.selectFrom("proof_point_check").select("id").where("source_id", "=", id).limit(1),
  ];
  for (const cite of cites) if ((await cite.execute()).length > 0) return;
  await change.remove("source", id);
}

/** A code for a new source of a campaign: the first words of its title, with a number where that is taken. */
async function newSourceCode(read: Queries, campaignId: string, title: string): Promise<string> {
  const plain = foldText(title).replaceAll(/[^a-z0-9]+/g, "-");
  const stem =
    plain
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 24)
      .replace(/-+$/, "") || "source";
  const rows = await read.selectFrom("source").select("code").where("campaign_id", "=", campaignId).execute();
  const taken = new Set(rows.map((row) => row.code));
  let code = stem;
  for (let number = 2; taken.has(code); number += 1) code = `${stem}-${number}`;
  return code;
}

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
  read: Queries,
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
