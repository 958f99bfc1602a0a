import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { reportCsv } from "#app/documents/export-csv.ts";
import { documentAnswer, formatAsked, textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { coverageDocument } from "../coverage-document.ts";
import type { CoverageReport } from "../coverage-report.ts";
import { coverageView } from "./coverage-view.server.ts";

/** The coverage page of the same day: every count as CSV, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await coverageView(arrival);
  const format = formatAsked(arrival.url);
  if (format === "csv") {
    const csv = coverageCsv(report, arrival.campaign.handling);
    return textAnswer(`coverage-${campaignId}-${report.day}`, format, csv);
  }
  return documentAnswer(arrival, coverageDocument(report, leavingReport(arrival)), format);
});

const HEADERS = [
  "audience",
  "priority",
  "ended",
  "meetings with the audience",
  "meetings in the last 90 days",
  "last contact",
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
export function coverageCsv({ audiences, messages }: CoverageReport, handling: Handling): Generator<string> {
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
