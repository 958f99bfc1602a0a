import type { ExportedKind } from "#app/domain/campaigns/exported-records.ts";

/** The number of this layout; it goes up when a reader of older exports would misread a newer one. */
const LAYOUT = 1;

/** Every record in one JSON text: `records` holds a list for each kind, each record by the words of its headers. */
export function exportedJson(kinds: readonly ExportedKind[], madeAt: Date): string {
  const records = Object.fromEntries(kinds.map((kind) => [kind.kind, recordsOf(kind)]));
  return `${JSON.stringify({ product: "Demarche", layout: LAYOUT, madeAt: madeAt.toISOString(), records }, null, 1)}\n`;
}

function recordsOf({ headers, rows }: ExportedKind) {
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? null])));
}
