import type { RawBuilder } from "kysely";
import type { Figure } from "#app/text/figures.ts";
import { eachIn, type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Footnote, FootnoteSource } from "./paper.ts";

/** Proof points as papers cite them today, by id. */
export async function listFootnotes(
  read: Queries,
  proofPointIds: readonly string[],
): Promise<ReadonlyMap<string, Footnote>> {
  if (proofPointIds.length === 0) return new Map();
  return footnotesById(await footnotesOf(read, { ids: JSON.stringify(proofPointIds) }));
}

const footnotesOf = together(footnoteQueries((place) => eachIn(place("ids"))));

type Among = (place: Place<"ids">) => RawBuilder<string>;

/** What footnotes are made of: the proof points and their sources. `among` says which in SQL. */
export function footnoteQueries(among: Among) {
  return {
    proofPoints: keptQuery((read, place: Place<"ids">) =>
      read
        .selectFrom("proof_point")
        .select(["id", "code", "claim", "figures_json", "edition", "as_of", "review_by", "disclosure"])
        .select(["retired_at", "caveat"])
        .where("id", "in", among(place)),
    ),
    sources: keptQuery((read, place: Place<"ids">) =>
      read
        .selectFrom("proof_point_source")
        .innerJoin("source", "source.id", "proof_point_source.source_id")
        .select(["proof_point_id", "title", "publisher", "published_on as publishedOn", "address"])
        .where("proof_point_id", "in", among(place))
        .orderBy("proof_point_source.position")
        .orderBy("proof_point_source.id"),
    ),
  };
}

type NoteQueries = ReturnType<typeof footnoteQueries>;
type ProofPointRow = KeptRow<NoteQueries["proofPoints"]>;
type SourceRow = KeptRow<NoteQueries["sources"]>;

/** The footnotes made of what these queries found. */
export function footnotesById(found: {
  proofPoints: readonly ProofPointRow[];
  sources: readonly SourceRow[];
}): ReadonlyMap<string, Footnote> {
  const sourcesOf = Map.groupBy(found.sources, (source) => source.proof_point_id);
  return new Map(found.proofPoints.map((row) => [row.id, footnoteOf(row, sourcesOf.get(row.id) ?? [])]));
}

function footnoteOf(row: ProofPointRow, sources: readonly FootnoteSource[]): Footnote {
  return {
    proofPointId: row.id,
    code: row.code,
    claim: row.claim,
    figures: figuresOf(row.figures_json),
    edition: row.edition,
    asOf: row.as_of,
    reviewBy: row.review_by,
    isInternal: row.disclosure === "internal",
    isRetired: row.retired_at !== null,
    caveat: row.caveat,
    sources: sources.map(({ title, publisher, publishedOn, address }) => ({
      title,
      publisher,
      publishedOn,
      address,
    })),
  };
}

/** A proof point without figures may hold an empty object. */
function figuresOf(json: string): readonly Figure[] {
  const figures: unknown = JSON.parse(json);
  return Array.isArray(figures) ? figures : [];
}

/** The proof points of messages or of objections, as footnotes, in their order. */
export async function listFootnotesOf(
  read: Queries,
  table: "message_proof_point" | "objection_proof_point",
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, Footnote[]>> {
  if (ownerIds.length === 0) return new Map();
  const linksOf = table === "message_proof_point" ? linksOfMessages : linksOfObjections;
  const links = await linksOf(read, { owners: JSON.stringify(ownerIds) });
  const footnotes = await listFootnotes(read, [...new Set(links.map((link) => link.proofPointId))]);
  const owned = links.flatMap(({ owner, proofPointId }) => {
    const footnote = footnotes.get(proofPointId);
    return footnote === undefined ? [] : [{ owner, footnote }];
  });
  const byOwner = Map.groupBy(owned, (one) => one.owner);
  return new Map([...byOwner].map(([owner, list]) => [owner, list.map((one) => one.footnote)]));
}

const linksOfMessages = keptQuery((read, place: Place<"owners">) =>
  read
    .selectFrom("message_proof_point")
    .select(["key_message_id as owner", "proof_point_id as proofPointId"])
    .where("key_message_id", "in", eachIn(place("owners")))
    .orderBy("position")
    .orderBy("id"),
);

const linksOfObjections = keptQuery((read, place: Place<"owners">) =>
  read
    .selectFrom("objection_proof_point")
    .select(["objection_id as owner", "proof_point_id as proofPointId"])
    .where("objection_id", "in", eachIn(place("owners")))
    .orderBy("position")
    .orderBy("id"),
);
