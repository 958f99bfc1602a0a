import { csvFileName, csvHead, csvLines } from "#app/documents/export-csv.ts";
import type { StoredKind } from "#app/documents/exported-records.ts";
import { exportedJson } from "./export-json.ts";

/** A part of a file, and how many records it holds. */
export type FilePiece = { text: string; records: number };

/** A file that is written piece by piece, while its records are read. */
export type ExportFile = { name: string; pieces(): AsyncIterable<FilePiece> };

/** All files of an export: a CSV file for each kind of record, and one JSON file with everything. */
export function exportFiles(kinds: readonly StoredKind[], madeAt: Date): ExportFile[] {
  const csv = kinds.map((kind) => ({ name: csvFileName(kind.kind), pieces: () => storedCsv(kind) }));
  return [...csv, { name: "demarche.json", pieces: () => exportedJson(kinds, madeAt) }];
}

async function* storedCsv({ headers, pieces }: StoredKind): AsyncGenerator<FilePiece> {
  yield { text: csvHead(headers), records: 0 };
  for await (const rows of pieces()) yield { text: csvLines(rows), records: rows.length };
}
