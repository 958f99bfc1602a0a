import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import { compareCodes, type Figure, type LibraryProofPoint } from "#app/domain/messages/library.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";
import type { Schema } from "#db/schema.ts";
import { type Source, sourceIdsByCode, sourceOf } from "./sources.server.ts";

/** A proof point as pages show it. Its sources are whole, in their order. */
export type ProofPoint = Omit<LibraryProofPoint, "sources"> & {
  id: string;
  sources: readonly Source[];
  ownerAccountId: string | null;
  ownerName: string | null;
  retiredAt: string | null;
  version: number;
};

/** The proof points of a campaign that are in use, by code; with `retired`, the others too. */
export async function listProofPoints(
  read: Kysely<Schema>,
  campaignId: string,
  { retired }: { retired: boolean },
): Promise<ProofPoint[]> {
  const all = proofPointsWithOwner(read).where("proof_point.campaign_id", "=", campaignId);
  const rows = await (retired ? all : all.where("retired_at", "is", null)).execute();
  const proofPoints = await withSources(read, rows);
  return proofPoints.toSorted((one, other) => compareCodes(one.code, other.code));
}

/** The proof points with these ids, in no order. */
export async function listProofPointsById(
  read: Kysely<Schema>,
  ids: readonly string[],
): Promise<ProofPoint[]> {
  if (ids.length === 0) return [];
  return withSources(read, await proofPointsWithOwner(read).where("proof_point.id", "in", ids).execute());
}

/** One proof point of a campaign by its code or its id. */
export async function findProofPoint(
  read: Kysely<Schema>,
  campaignId: string,
  codeOrId: string,
): Promise<ProofPoint | null> {
  const rows = await proofPointsWithOwner(read)
    .where("proof_point.campaign_id", "=", campaignId)
    .where((eb) => eb.or([eb("proof_point.code", "=", codeOrId), eb("proof_point.id", "=", codeOrId)]))
    .execute();
  return (await withSources(read, rows)).at(0) ?? null;
}

function proofPointsWithOwner(read: Kysely<Schema>) {
  return read
    .selectFrom("proof_point")
    .leftJoin("account", "account.id", "proof_point.owner_account_id")
    .selectAll("proof_point")
    .select("account.name as owner_name");
}

type Row = Selectable<Schema["proof_point"]> & { owner_name: string | null };

async function withSources(read: Kysely<Schema>, rows: readonly Row[]): Promise<ProofPoint[]> {
  if (rows.length === 0) return [];
  const cited = await read
    .selectFrom("proof_point_source")
    .innerJoin("source", "source.id", "proof_point_source.source_id")
    .selectAll("source")
    .select("proof_point_id")
    .where(
      "proof_point_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("proof_point_source.position")
    .execute();
  const byProofPoint = Map.groupBy(cited, (row) => row.proof_point_id);
  return rows.map((row) => proofPointOf(row, (byProofPoint.get(row.id) ?? []).map(sourceOf)));
}

function proofPointOf(row: Row, sources: readonly Source[]): ProofPoint {
  return {
    id: row.id,
    code: row.code,
    claim: row.claim,
    figures: figuresOf(row.figures_json),
    sources,
    asOf: row.as_of,
    edition: row.edition,
    checkedOn: row.checked_on,
    reviewBy: row.review_by,
    caveat: row.caveat,
    confidence: confidence.catch("").parse(row.confidence),
    disclosure: row.disclosure,
    ownerAccountId: row.owner_account_id,
    ownerName: row.owner_name,
    retiredAt: row.retired_at,
    version: row.version,
  };
}

const confidence = z.enum(["high", "medium", "low", ""]);
const figures = z.array(z.strictObject({ what: z.string(), value: z.string(), edition: z.string() }));

/** A proof point without figures may hold an empty object. */
function figuresOf(json: string): readonly Figure[] {
  return figures.catch([]).parse(JSON.parse(json));
}

/** Which sources a proof point has, as its form carries it: a save from a page that showed others is refused. */
export function linksOfProofPoint({ sources }: Pick<ProofPoint, "sources">): string {
  return sources.map((source) => source.code).join(" ");
}

/** The proof point as the library's files write it. */
export function asLibraryProofPoint({ sources, ...proofPoint }: ProofPoint): LibraryProofPoint {
  const { code, claim, asOf, edition, checkedOn, reviewBy, caveat, disclosure } = proofPoint;
  const written = { code, claim, figures: proofPoint.figures, sources: sources.map((source) => source.code) };
  return {
    ...written,
    asOf,
    edition,
    checkedOn,
    reviewBy,
    caveat,
    confidence: proofPoint.confidence,
    disclosure,
  };
}

export type Saved =
  | { ok: true; id: string }
  | { ok: false; reason: "changed-by-somebody-else" | "not-found" };

/**
 * Writes a proof point as the given one says, by its code: a new one, or the one that is there, which is in use again
 * when it was retired. `expectedVersion` null writes over whatever is there. Its sources have to be there already.
 */
export async function saveProofPoint(
  change: Change,
  campaignId: string,
  proofPoint: LibraryProofPoint,
  expectedVersion: number | null,
): Promise<Saved> {
  const present = await change.read
    .selectFrom("proof_point")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("code", "=", proofPoint.code)
    .executeTakeFirst();
  const id = present?.id ?? newId();
  const columns = { ...columnsOf(proofPoint), retired_at: null };
  if (present === undefined) {
    await change.insert("proof_point", {
      id,
      campaign_id: campaignId,
      code: proofPoint.code,
      ...columns,
      owner_account_id: null,
    });
  } else {
    const updated = await change.update("proof_point", id, columns, expectedVersion);
    if (!updated.ok) return updated;
  }
  const sourceIds = await sourceIdsByCode(change.read, campaignId);
  await replaceOrderedLinks(
    sourceLinks(change, id),
    proofPoint.sources.flatMap((code) => sourceIds.get(code) ?? []),
  );
  return { ok: true, id };
}

function columnsOf(proofPoint: LibraryProofPoint) {
  const { claim, asOf, edition, checkedOn, reviewBy, caveat, confidence: trust, disclosure } = proofPoint;
  return {
    claim,
    as_of: asOf,
    edition,
    checked_on: checkedOn,
    review_by: reviewBy,
    caveat,
    confidence: trust,
    disclosure,
    figures_json: JSON.stringify(
      proofPoint.figures.map(({ what, value, edition: of }) => ({ what, value, edition: of })),
    ),
  };
}

function sourceLinks(change: Change, proofPointId: string) {
  return {
    list: () =>
      change.read
        .selectFrom("proof_point_source")
        .select(["id", "source_id as target", "position"])
        .where("proof_point_id", "=", proofPointId)
        .execute(),
    insert: (target: string, position: number) =>
      change.insert("proof_point_source", {
        id: newId(),
        proof_point_id: proofPointId,
        source_id: target,
        position,
      }),
    move: (id: string, position: number) => change.update("proof_point_source", id, { position }, null),
    remove: (id: string) => change.remove("proof_point_source", id),
  };
}

/** Sets who looks after a proof point. */
export function setProofPointOwner(change: Change, id: string, accountId: string | null) {
  return change.update("proof_point", id, { owner_account_id: accountId }, null);
}

/** Takes a proof point out of use; what cites it keeps it. */
export function retireProofPoint(change: Change, id: string) {
  return change.update("proof_point", id, { retired_at: change.author.now.toISOString() }, null);
}

/** The next free code of a campaign's proof points; a code is never given twice. */
export async function newProofPointCode(read: Kysely<Schema>, campaignId: string): Promise<string> {
  const rows = await read
    .selectFrom("proof_point")
    .select("code")
    .where("campaign_id", "=", campaignId)
    .execute();
  return `P${Math.max(0, ...rows.map((row) => Number(row.code.slice(1)) || 0)) + 1}`;
}

/** The ids of a campaign's proof points by their codes. */
export async function proofPointIdsByCode(
  read: Kysely<Schema>,
  campaignId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom("proof_point")
    .select(["code", "id"])
    .where("campaign_id", "=", campaignId)
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}
