import type { ExportedKind } from "#app/domain/campaigns/exported-records.ts";
import { csvFileName, exportedCsv } from "./export-csv.ts";
import { exportedJson } from "./export-json.ts";

export type ExportFile = { name: string; text: string; records: number };

/** All files of an export: a CSV file for each kind of record, and one JSON file with everything. */
export function exportFiles(kinds: readonly ExportedKind[], madeAt: Date): ExportFile[] {
  const csv = kinds.map((kind) => ({
    name: csvFileName(kind.kind),
    text: exportedCsv(kind),
    records: kind.rows.length,
  }));
  const records = csv.reduce((sum, file) => sum + file.records, 0);
  return [...csv, { name: "demarche.json", text: exportedJson(kinds, madeAt), records }];
}
