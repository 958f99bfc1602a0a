import type { Kysely, Selectable } from "kysely";
import { compareCodes, type LibraryObjection } from "#app/domain/messages/library.ts";
import { objectionReplyHash } from "#app/domain/messages/objection-reply.ts";
import type { Schema } from "#db/schema.ts";
import { listClearances, type StoredClearance } from "./clearances.server.ts";

/** An objection as pages show it; `clearance` is the one of the reply as it reads now, if there is one. */
export type Objection = LibraryObjection & {
  id: string;
  clearance: StoredClearance | null;
  retiredAt: string | null;
  version: number;
};

/** The objections of a campaign that are in use, by code. */
export async function listObjections(read: Kysely<Schema>, campaignId: string): Promise<Objection[]> {
  const rows = await read
    .selectFrom("objection")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .execute();
  return withLinks(read, rows);
}

/** The objections with these ids, by code. */
export async function listObjectionsById(read: Kysely<Schema>, ids: readonly string[]): Promise<Objection[]> {
  if (ids.length === 0) return [];
  return withLinks(read, await read.selectFrom("objection").selectAll().where("id", "in", ids).execute());
}

/** One objection of a campaign by its code or its id. */
export async function findObjection(
  read: Kysely<Schema>,
  campaignId: string,
  codeOrId: string,
): Promise<Objection | null> {
  const rows = await read
    .selectFrom("objection")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .where((eb) => eb.or([eb("code", "=", codeOrId), eb("id", "=", codeOrId)]))
    .execute();
  return (await withLinks(read, rows)).at(0) ?? null;
}

async function withLinks(
  read: Kysely<Schema>,
  rows: readonly Selectable<Schema["objection"]>[],
): Promise<Objection[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const sources = await read
    .selectFrom("objection_source")
    .innerJoin("source", "source.id", "objection_source.source_id")
    .select(["objection_id", "source.code"])
    .where("objection_id", "in", ids)
    .orderBy("objection_source.position")
    .execute();
  const proofPoints = await read
    .selectFrom("objection_proof_point")
    .innerJoin("proof_point", "proof_point.id", "objection_proof_point.proof_point_id")
    .select(["objection_id", "proof_point.code"])
    .where("objection_id", "in", ids)
    .where("proof_point.retired_at", "is", null)
    .orderBy("objection_proof_point.position")
    .execute();
  const clearances = await listClearances(read, "objection", ids);
  const codesOf = (links: readonly { objection_id: string; code: string }[], id: string) =>
    links.filter((link) => link.objection_id === id).map((link) => link.code);
  const objections = rows.map((row) => ({
    ...textsOf(row),
    sources: codesOf(sources, row.id),
    proofPoints: codesOf(proofPoints, row.id),
    clearance:
      clearances.findLast((one) => one.subjectId === row.id && one.hash === objectionReplyHash(row)) ?? null,
  }));
  return objections.toSorted((one, other) => compareCodes(one.code, other.code));
}

function textsOf(row: Selectable<Schema["objection"]>) {
  const { id, code, name, says, who, reply, is_difficult_question, retired_at, version } = row;
  return {
    id,
    code,
    name,
    says,
    who,
    reply,
    isDifficultQuestion: is_difficult_question === 1,
    retiredAt: retired_at,
    version,
  };
}

/** Which records an objection leans on, as its form carries it: a save from a page that showed others is refused. */
export function linksOfObjection({
  proofPoints,
  sources,
}: Pick<Objection, "proofPoints" | "sources">): string {
  return [...proofPoints, ...sources].join(" ");
}

/** The account that wrote the objection as it reads now; null where it came with the library's files. */
export async function findLastWriter(read: Kysely<Schema>, objectionId: string): Promise<string | null> {
  const row = await read
    .selectFrom("change")
    .select("account_id")
    .where("record_kind", "=", "objection")
    .where("record_id", "=", objectionId)
    .where("action", "in", ["added", "edited"])
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.account_id ?? null;
}
