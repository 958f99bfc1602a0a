import { stringify } from "csv-stringify/sync";
import type { ExportedCell, ExportedKind, ExportedRow } from "./exported-records.ts";

const FORMAT = { escape_formulas: true, record_delimiter: "windows" } as const;

/** The name of the file of one kind of record: "outreach events" is in `outreach-events.csv`. */
export function csvFileName(kind: string): string {
  return `${kind.replaceAll(" ", "-")}.csv`;
}

/**
 * One kind of record as CSV (RFC 4180): a header line, then one line a record. It begins with a byte order
 * mark, without which Excel reads "Černý" wrongly; a text that a spreadsheet would run as a formula has an
 * apostrophe before it.
 */
export function exportedCsv({ headers, rows }: ExportedKind): string {
  return csvHead(headers) + csvLines(rows);
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
export function reportCsv({ headers, rows, ...about }: ExportedKind, handling: string): string {
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
