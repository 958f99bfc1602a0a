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
