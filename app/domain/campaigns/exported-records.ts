/** A value as it leaves the product: text, a number, yes or no, or nothing. */
export type ExportedCell = string | number | boolean | null;

/** All records of one kind, in the words of DOMAIN.md: "outreach events" with "ground rule", "owner", … */
export type ExportedKind = {
  kind: string;
  headers: readonly string[];
  rows: readonly (readonly ExportedCell[])[];
};
