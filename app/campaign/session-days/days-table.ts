import type { ExportedKind } from "#app/documents/export-csv.ts";
import type { SessionDay } from "./session-day.ts";

/** Session days as a table that `readDaysFile` reads again without any change: one row a day. */
export function daysTable(days: readonly SessionDay[]): ExportedKind {
  return {
    kind: "session days of Congress",
    headers: ["chamber", "day", "standing", "source", "as_of"],
    rows: days.map(({ chamber, day, standing, source, asOf }) => [chamber, day, standing, source, asOf]),
  };
}
