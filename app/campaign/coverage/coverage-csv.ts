import { reportCsv } from "#app/documents/export-csv.ts";
import type { CoverageReport } from "./coverage-report.ts";

const HEADERS = [
  "audience",
  "priority",
  "ended",
  "meetings with the audience",
  "meetings in the last 90 days",
  "last meeting",
  "days since",
  "silent",
  "next planned with the audience",
  "message",
  "title",
  "meetings in which it was heard",
  "last heard",
  "notes",
  "reactions outside meetings",
  "next planned with both",
];

/** Every count of a coverage report as CSV, a line for each audience and message; days are ISO. */
export function coverageCsv({ audiences, messages }: CoverageReport, handling: string): string {
  const rows = audiences.flatMap((audience) =>
    audience.cells.map((cell, at) => [
      audience.name,
      audience.priority,
      audience.isEnded,
      audience.meetings,
      audience.meetingsWithinReach,
      audience.lastMetOn,
      audience.silentDays,
      audience.isSilent,
      audience.next?.day ?? null,
      messages[at]?.number ?? null,
      messages[at]?.title ?? null,
      cell.meetings,
      cell.lastHeardOn,
      cell.notes,
      cell.reactions,
      cell.next?.day ?? null,
    ]),
  );
  return reportCsv({ kind: "coverage", headers: HEADERS, rows }, handling);
}
