import { type SelectQueryBuilder, sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { inOrderOfCodes } from "../library/library.ts";
import { type ProofPoint, type ProofPointRow, proofPointOf } from "./row.server.ts";

export type { ProofPoint };

/** The proof points of a campaign that are in use, by code; with `retired`, the others too. */
export async function listProofPoints(
  read: Queries,
  campaignId: string,
  { retired }: { retired: boolean },
): Promise<ProofPoint[]> {
  const rows = await (retired ? allProofPoints : proofPointsInUse)(read, { campaign: campaignId });
  const proofPoints = await withSources(read, rows);
  return inOrderOfCodes(proofPoints);
}

const allProofPoints = keptQuery((read, place: Place<"campaign">) =>
  proofPointsWithOwner(read).where("proof_point.campaign_id", "=", place("campaign")),
);

const proofPointsInUse = keptQuery((read, place: Place<"campaign">) =>
  proofPointsWithOwner(read)
    .where("proof_point.campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null),
);

/** What a form tells of each proof point in use, by code, or of the first so many: of thousands it needs nothing else. */
export function listProofPointsToChoose(read: Queries, campaign: string, most = Number.MAX_SAFE_INTEGER) {
  return proofPointsToChoose(read, { campaign, most });
}

const proofPointsToChoose = keptQuery((read, place: Place<"campaign" | "most">) =>
  byCode(read.selectFrom("proof_point"))
    .select(["id", "code", "claim", "review_by as reviewBy"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .limit(sql<number>`${place("most")}`),
);

/** Which proof points a list shows: all in use, those with a review date up to a day, internal ones, or retired ones. */
export type ProofPointView = {
  which: "in use" | "due" | "internal" | "retired";
  /** The last review date that a list of what is due takes. */
  dueBy: CalendarDate;
  /** Words of the claim, or the code; "" for any. */
  words: string;
  ownerAccountId: string | null;
};

/** A page of proof points: what is due by its review date, everything else by code. */
export async function listProofPointsOn(
  read: Queries,
  campaignId: string,
  view: ProofPointView,
  { offset, limit }: { offset: number; limit: number },
): Promise<ProofPoint[]> {
  const shown = matching(proofPointsWithOwner(read), campaignId, view);
  const sorted = view.which === "due" ? byReview(shown) : byCode(shown);
  const rows = await sorted.offset(offset).limit(limit).execute();
  return withSources(read, rows);
}

/** How many proof points a list has on all its pages. */
export async function countProofPointsOn(
  read: Queries,
  campaignId: string,
  view: ProofPointView,
): Promise<number> {
  const all = read.selectFrom("proof_point").select((eb) => eb.fn.countAll<number>().as("count"));
  return Number((await matching(all, campaignId, view).executeTakeFirstOrThrow()).count);
}

/** In the order of the index, so that a page costs what it shows. */
function byReview<O>(query: SelectQueryBuilder<Schema, "proof_point", O>) {
  return query.orderBy("proof_point.review_by").orderBy(sql`proof_point.rowid`);
}

function byCode<O>(query: SelectQueryBuilder<Schema, "proof_point", O>) {
  return query.orderBy(sql`length(code)`).orderBy("code");
}

function matching<O>(
  query: SelectQueryBuilder<Schema, "proof_point", O>,
  campaignId: string,
  { which, dueBy, words, ownerAccountId }: ProofPointView,
): SelectQueryBuilder<Schema, "proof_point", O> {
  let found = query
    .where("proof_point.campaign_id", "=", campaignId)
    .where("proof_point.retired_at", which === "retired" ? "is not" : "is", null);
  if (which === "due") found = found.where("proof_point.review_by", "<=", dueBy);
  if (which === "internal") found = found.where("proof_point.disclosure", "=", "internal");
  if (ownerAccountId !== null) found = found.where("proof_point.owner_account_id", "=", ownerAccountId);
  if (words === "") return found;
  const text = sql<string>`lower(proof_point.code || ' ' || proof_point.claim)`;
  return found.where(sql<boolean>`instr(${text}, lower(${words})) > 0`);
}

/** The proof points with these ids, in no order. */
export async function listProofPointsById(read: Queries, ids: readonly string[]): Promise<ProofPoint[]> {
  if (ids.length === 0) return [];
  return withSources(read, await proofPointsWithId(read, { ids: JSON.stringify(ids) }));
}

const proofPointsWithId = keptQuery((read, place: Place<"ids">) =>
  proofPointsWithOwner(read).where("proof_point.id", "in", eachIn(place("ids"))),
);

/** The proof points of a campaign with these codes, in no order. */
export async function listProofPointsByCode(
  read: Queries,
  campaignId: string,
  codes: readonly string[],
): Promise<ProofPoint[]> {
  if (codes.length === 0) return [];
  const values = { campaign: campaignId, codes: JSON.stringify(codes) };
  return withSources(read, await proofPointsWithCode(read, values));
}

const proofPointsWithCode = keptQuery((read, place: Place<"campaign" | "codes">) =>
  proofPointsWithOwner(read)
    .where("proof_point.campaign_id", "=", place("campaign"))
    .where("proof_point.code", "in", eachIn(place("codes"))),
);

/** One proof point of a campaign by its code or its id. */
export async function findProofPoint(
  read: Queries,
  campaignId: string,
  codeOrId: string,
): Promise<ProofPoint | null> {
  const rows = await proofPointsNamed(read, { campaign: campaignId, name: codeOrId });
  return (await withSources(read, rows)).at(0) ?? null;
}

const proofPointsNamed = keptQuery((read, place: Place<"campaign" | "name">) =>
  proofPointsWithOwner(read)
    .where("proof_point.campaign_id", "=", place("campaign"))
    .where((eb) =>
      eb.or([eb("proof_point.code", "=", place("name")), eb("proof_point.id", "=", place("name"))]),
    ),
);

function proofPointsWithOwner(read: Queries) {
  return read
    .selectFrom("proof_point")
    .leftJoin("account", "account.id", "proof_point.owner_account_id")
    .selectAll("proof_point")
    .select("account.name as owner_name");
}

async function withSources(read: Queries, rows: readonly ProofPointRow[]): Promise<ProofPoint[]> {
  if (rows.length === 0) return [];
  const cited = await sourcesCited(read, { proofPoints: JSON.stringify(rows.map((row) => row.id)) });
  const byProofPoint = Map.groupBy(cited, (row) => row.proof_point_id);
  return rows.map((row) => proofPointOf(row, byProofPoint.get(row.id) ?? []));
}

const sourcesCited = keptQuery((read, place: Place<"proofPoints">) =>
  read
    .selectFrom("proof_point_source")
    .innerJoin("source", "source.id", "proof_point_source.source_id")
    .selectAll("source")
    .select("proof_point_id")
    .where("proof_point_id", "in", eachIn(place("proofPoints")))
    .orderBy("proof_point_source.position"),
);
