import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { type ExportedCell, reportCsv } from "#app/documents/export-csv.ts";
import { documentAnswer, formatAsked, textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { coverageDocument } from "../coverage-document.ts";
import type { CoverageAudience, CoverageCell, CoverageMessage, CoverageReport } from "../coverage-report.ts";
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

type Line = { audience: CoverageAudience; message: CoverageMessage; cell: CoverageCell };

const COLUMNS: Readonly<Record<string, (line: Line) => ExportedCell>> = {
  audience: ({ audience }) => audience.name,
  priority: ({ audience }) => audience.priority,
  ended: ({ audience }) => audience.isEnded,
  "meetings with the audience": ({ audience }) => audience.meetings,
  "meetings in the last 90 days": ({ audience }) => audience.meetingsWithinReach,
  "last contact": ({ audience }) => audience.lastMetOn,
  "days since": ({ audience }) => audience.silentDays,
  silent: ({ audience }) => audience.isSilent,
  "next planned with the audience": ({ audience }) => audience.next?.day ?? null,
  message: ({ message }) => message.number,
  title: ({ message }) => message.title,
  "meetings in which it was heard": ({ cell }) => cell.meetings,
  "last heard": ({ cell }) => cell.lastHeardOn,
  notes: ({ cell }) => cell.notes,
  "reactions outside meetings": ({ cell }) => cell.reactions,
  "next planned with both": ({ cell }) => cell.next?.day ?? null,
};

/** Every count of a coverage report as CSV, a line for each audience and message; days are ISO. */
export function coverageCsv({ audiences, messages }: CoverageReport, handling: Handling): Generator<string> {
  const rows = audiences.flatMap((audience) =>
    messages.flatMap((message, at) => {
      const cell = audience.cells[at];
      return cell === undefined ? [] : [Object.values(COLUMNS).map((of) => of({ audience, message, cell }))];
    }),
  );
  return reportCsv({ kind: "coverage", headers: Object.keys(COLUMNS), rows }, handling);
}
