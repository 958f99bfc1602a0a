import type { Selectable } from "kysely";
import { z } from "zod";
import { type Figure, formatFigure } from "#app/text/figures.ts";
import type { Schema } from "#db/schema.ts";
import type { LibraryProofPoint } from "../library/library.ts";
import { factsRecord, proofPointRecord } from "./record.ts";
import { type Source, sourceOf } from "./sources.server.ts";

/** A proof point as pages show it. Its sources are whole, in their order. */
export type ProofPoint = Omit<LibraryProofPoint, "sources"> & {
  id: string;
  sources: readonly Source[];
  ownerAccountId: string | null;
  ownerName: string | null;
  retiredAt: string | null;
  version: number;
};

export type ProofPointRow = Selectable<Schema["proof_point"]> & { owner_name: string | null };

export function proofPointOf(
  row: ProofPointRow,
  sources: readonly Parameters<typeof sourceOf>[0][],
): ProofPoint {
  return {
    id: row.id,
    code: row.code,
    claim: row.claim,
    figures: figuresOf(row.figures_json),
    sources: sources.map(sourceOf),
    ...factsRecord.ofRow(row),
    checkedOn: row.checked_on,
    ownerAccountId: row.owner_account_id,
    ownerName: row.owner_name,
    retiredAt: row.retired_at,
    version: row.version,
  };
}

/** What its row keeps of a proof point. */
export function columnsOf(proofPoint: LibraryProofPoint) {
  return {
    claim: proofPoint.claim,
    figures_json: JSON.stringify(
      proofPoint.figures.map(({ what, value, edition }) => ({ what, value, edition })),
    ),
    ...factsRecord.toRow(proofPoint),
    checked_on: proofPoint.checkedOn,
  };
}

const figure = z.strictObject({ what: z.string(), value: z.string(), edition: z.string() });
const figures = z.array(figure).catch([]);

/** A proof point without figures may hold an empty object. */
function figuresOf(json: string): Figure[] {
  return figures.parse(JSON.parse(json));
}

/** The proof point as its form shows it. */
export function typedProofPoint({ figures, sources, ownerAccountId, ...proofPoint }: ProofPoint) {
  return proofPointRecord.typed({
    ...proofPoint,
    figures: figures.map(formatFigure),
    sources: sources.map((source) => source.code),
    owner: ownerAccountId,
  });
}

/** Which sources a proof point has, as its form carries it: a save from a page that showed others is refused. */
export function linksOfProofPoint({ sources }: Pick<ProofPoint, "sources">): string {
  return sources.map((source) => source.code).join(" ");
}

/** The proof point as the library's files write it. */
export function asLibraryProofPoint(proofPoint: ProofPoint): LibraryProofPoint {
  const { id: _, ownerAccountId: __, ownerName: ___, retiredAt: ____, version: _____, ...own } = proofPoint;
  return { ...own, sources: own.sources.map((source) => source.code) };
}
