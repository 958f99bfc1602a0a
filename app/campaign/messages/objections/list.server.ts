import { type Selectable, sql } from "kysely";
import { widestClearance } from "#app/campaign/clearances/clearance-status.ts";
import { listClearances, type StoredClearance } from "#app/campaign/clearances/store.server.ts";
import { countHeard, type Heard, NEVER_HEARD } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { inOrderOfCodes, type LibraryObjection } from "../library/library.ts";
import { wordsToSayHash } from "../message-words.ts";
import { objectionRecord, textsRecord } from "./record.ts";

/** An objection as pages show it; `clearance` is the one of the words to say as they read now, if there is one. */
export type Objection = LibraryObjection & {
  id: string;
  clearance: StoredClearance | null;
  /** Its proof points in use, with when each has to be reviewed. */
  evidence: { code: string; reviewBy: CalendarDate | null }[];
  retiredAt: string | null;
  version: number;
};

/** The objections of a campaign that are in use, by code. */
export async function listObjections(read: Queries, campaignId: string): Promise<Objection[]> {
  return withLinks(read, await objectionsInUse(read, { campaign: campaignId }));
}

const objectionsInUse = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objection")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null),
);

export type ListedObjection = Objection & Heard;

/** Objections with how often they were heard, answered and not pressed again. */
export async function withHeard(read: Queries, objections: readonly Objection[]): Promise<ListedObjection[]> {
  const ids = objections.map((objection) => objection.id);
  const heard = await countHeard(read, ids);
  return objections.map((objection) => ({ ...objection, ...(heard.get(objection.id) ?? NEVER_HEARD) }));
}

/** A page of the objections in use, by code. */
export async function listObjectionsInUse(
  read: Queries,
  campaignId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<Objection[]> {
  return withLinks(read, await pageOfObjections(read, { campaign: campaignId, offset, limit }));
}

const pageOfObjections = keptQuery((read, place: Place<"campaign" | "offset" | "limit">) =>
  read
    .selectFrom("objection")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .orderBy(sql`length(code)`)
    .orderBy("code")
    .offset(sql<number>`${place("offset")}`)
    .limit(sql<number>`${place("limit")}`),
);

/** How many objections a campaign has in use. */
export async function countObjections(read: Queries, campaignId: string): Promise<number> {
  const row = await read
    .selectFrom("objection")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The retired objections of a campaign, a hundred at most. */
export async function listRetiredObjections(
  read: Queries,
  campaignId: string,
): Promise<Cut<Pick<Objection, "id" | "code" | "name">>> {
  return cut(await retiredObjections(read, { campaign: campaignId }), MOST_RETIRED);
}

const MOST_RETIRED = 100;

const retiredObjections = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objection")
    .select(["id", "code", "name"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is not", null)
    .orderBy(sql`length(code)`)
    .orderBy("code")
    .limit(MOST_RETIRED + 1),
);

/** The objections with these ids, by code. */
export async function listObjectionsById(read: Queries, ids: readonly string[]): Promise<Objection[]> {
  if (ids.length === 0) return [];
  return withLinks(read, await objectionsWithId(read, { ids: JSON.stringify(ids) }));
}

const objectionsWithId = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("objection")
    .selectAll()
    .where("id", "in", eachIn(place("ids"))),
);

/** One objection of a campaign by its code or its id. */
export async function findObjection(
  read: Queries,
  campaignId: string,
  codeOrId: string,
): Promise<Objection | null> {
  const rows = await objectionsNamed(read, { campaign: campaignId, name: codeOrId });
  return (await withLinks(read, rows)).at(0) ?? null;
}

const objectionsNamed = keptQuery((read, place: Place<"campaign" | "name">) =>
  read
    .selectFrom("objection")
    .selectAll()
    .where("campaign_id", "=", place("campaign"))
    .where((eb) => eb.or([eb("code", "=", place("name")), eb("id", "=", place("name"))])),
);

type Row = Selectable<Schema["objection"]>;

async function withLinks(read: Queries, rows: readonly Row[]): Promise<Objection[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const objections = JSON.stringify(ids);
  const sources = await sourceLinks(read, { objections });
  const proofPoints = await proofPointLinks(read, { objections });
  const clearances = await listClearances(read, "objection", ids);
  const codesOf = (links: readonly { objection_id: string; code: string }[], id: string) =>
    links.filter((link) => link.objection_id === id).map((link) => link.code);
  const found = rows.map((row) => ({
    ...textsOf(row),
    sources: codesOf(sources, row.id),
    proofPoints: codesOf(proofPoints, row.id),
    evidence: proofPoints
      .filter((link) => link.objection_id === row.id)
      .map(({ code, reviewBy }) => ({ code, reviewBy })),
    clearance: clearanceOfReply(row, clearances),
  }));
  return inOrderOfCodes(found);
}

function clearanceOfReply(row: Row, clearances: readonly StoredClearance[]): StoredClearance | null {
  const own = clearances.filter((one) => one.subjectId === row.id);
  if (own.length === 0) return null;
  const hash = wordsToSayHash({ name: row.name, wordsToSay: row.words_to_say });
  return widestClearance(own.filter((one) => one.hash === hash));
}

const sourceLinks = keptQuery((read, place: Place<"objections">) =>
  read
    .selectFrom("objection_source")
    .innerJoin("source", "source.id", "objection_source.source_id")
    .select(["objection_id", "source.code"])
    .where("objection_id", "in", eachIn(place("objections")))
    .orderBy("objection_source.position"),
);

const proofPointLinks = keptQuery((read, place: Place<"objections">) =>
  read
    .selectFrom("objection_proof_point")
    .innerJoin("proof_point", "proof_point.id", "objection_proof_point.proof_point_id")
    .select(["objection_id", "proof_point.code", "proof_point.review_by as reviewBy"])
    .where("objection_id", "in", eachIn(place("objections")))
    .where("proof_point.retired_at", "is", null)
    .orderBy("objection_proof_point.position"),
);

function textsOf(row: Row) {
  const { id, code, is_difficult_question, retired_at, version } = row;
  return {
    id,
    code,
    ...textsRecord.ofRow(row),
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

/** The objection as its form shows it. */
export function typedObjection(objection: Objection) {
  return objectionRecord.typed({ ...objection, difficult: objection.isDifficultQuestion });
}
