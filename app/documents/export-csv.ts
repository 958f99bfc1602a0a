import { stringify } from "csv-stringify/sync";
import type { Handling } from "#app/text/handling.ts";

/** A value as it leaves the product: text, a number, yes or no, or nothing. */
export type ExportedCell = string | number | boolean | null;

/** A record, its values in the order of the headers of its kind. */
export type ExportedRow = readonly ExportedCell[];

/** All records of one kind, in the words of DOMAIN.md: "outreach events" with "ground rule", "owner", … */
export type ExportedKind = {
  kind: string;
  headers: readonly string[];
  rows: readonly ExportedRow[];
};

/** The same where there may be more than fits into memory: the records come in pieces, each time that they are asked for. */
export type StoredKind = Omit<ExportedKind, "rows"> & { pieces(): AsyncIterable<readonly ExportedRow[]> };

const FORMAT = { escape_formulas: true, record_delimiter: "windows" } as const;

/** The name of the file of one kind of record: "outreach events" is in `outreach-events.csv`. */
export function csvFileName(kind: string): string {
  return `${kind.replaceAll(" ", "-")}.csv`;
}

const ROWS_AT_ONCE = 200;

/**
 * One kind of record as CSV (RFC 4180), piece by piece: a header line, then one line a record. It begins with a byte order
 * mark, without which Excel reads "Černý" wrongly; a text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 */
export function* exportedCsv({ headers, rows }: ExportedKind): Generator<string> {
  yield csvHead(headers);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield csvLines(rows.slice(at, at + ROWS_AT_ONCE));
}

/** The byte order mark and the header line of a CSV file. */
export function csvHead(headers: readonly string[]): string {
  return stringify([[...headers]], { ...FORMAT, bom: true });
}

/** Records as lines of a CSV file. */
export function csvLines(rows: readonly ExportedRow[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    FORMAT,
  );
}

/** A report as CSV: as above, and at the end of each line how it may travel, for a line is soon copied elsewhere. */
export function reportCsv({ headers, rows, ...about }: ExportedKind, handling: Handling): Generator<string> {
  return exportedCsv({
    ...about,
    headers: [...headers, "handling"],
    rows: rows.map((row) => [...row, handling]),
  });
}

function cellText(cell: ExportedCell): string | number {
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return cell ?? "";
}
