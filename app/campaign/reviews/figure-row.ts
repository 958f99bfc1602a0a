import type { ExportedCell } from "#app/documents/export-csv.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** A figure of a review as a line of its CSV; what does not apply to it is null. */
export type FigureRow = {
  part: string;
  what: string;
  message: number | null;
  audience: string | null;
  on: CalendarDate | null;
  value: ExportedCell;
  from: number | null;
  to: number | null;
  n: number | null;
  words: string | null;
};

/** A line of which nothing is said yet. */
export const NONE = {
  message: null,
  audience: null,
  on: null,
  value: null,
  from: null,
  to: null,
  n: null,
  words: null,
} as const;
