import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import {
  csvFileName,
  csvHead,
  csvLines,
  type ExportedRow,
  type StoredKind,
} from "#app/documents/export-csv.ts";

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

/** The number of this layout; it goes up when a reader of older exports would misread a newer one. */
const LAYOUT = 1;

/** Every record in one JSON text: `records` holds a list for each kind, each record by the words of its headers. */
async function* exportedJson(kinds: readonly StoredKind[], madeAt: Date): AsyncGenerator<FilePiece> {
  const head = JSON.stringify({ product: "Demarche", layout: LAYOUT, madeAt: madeAt.toISOString() }, null, 1);
  yield { text: `${head.slice(0, -2)},\n "records": {`, records: 0 };
  for (const [at, { kind, headers, pieces }] of kinds.entries()) {
    yield { text: `${at === 0 ? "" : ","}\n  ${JSON.stringify(kind)}: [`, records: 0 };
    let before = "";
    for await (const rows of pieces()) {
      yield { text: before + rows.map((row) => recordOf(headers, row)).join(","), records: rows.length };
      before = ",";
    }
    yield { text: before === "" ? "]" : "\n  ]", records: 0 };
  }
  yield { text: "\n }\n}\n", records: 0 };
}

/** One record, in the depth at which it stands; no line of a value breaks, for JSON writes that as `\n`. */
function recordOf(headers: readonly string[], row: ExportedRow): string {
  const record = Object.fromEntries(headers.map((header, index) => [header, row[index] ?? null]));
  return `\n${JSON.stringify(record, null, 1)}`.replaceAll("\n", "\n   ");
}

/** Files of ours in one zip, dated by the export. */
export function exportedZip(
  files: readonly { name: string; text: string }[],
  madeAt: Date,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, text } of files) entries[name] = strToU8(text);
  return Uint8Array.from(zipSync(entries, { level: 6, mtime: madeAt }));
}

/** Files of any size in one zip, which is written while they are read: no more than a piece of it is in memory. */
export async function* zipInPieces(
  files: readonly ExportFile[],
  madeAt: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let written: Uint8Array[] = [];
  const taken = () => {
    const bytes = Buffer.concat(written);
    written = [];
    return bytes;
  };
  const archive = new Zip((fault, bytes) => {
    if (fault !== null) throw fault;
    written.push(bytes);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = madeAt;
    archive.add(entry);
    for await (const { text } of pieces()) {
      entry.push(strToU8(text));
      if (written.length > 0) yield taken();
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  yield taken();
}
