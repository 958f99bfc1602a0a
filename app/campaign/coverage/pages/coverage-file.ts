import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { documentAnswer, fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { coverageCsv } from "../coverage-csv.ts";
import { coverageDocument } from "../coverage-document.ts";
import { coverageView } from "./coverage-view.server.ts";

/** The coverage page of the same day: every count as CSV, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await coverageView(arrival);
  const format = formatAsked(arrival.url);
  if (format === "csv") {
    const csv = coverageCsv(report, arrival.campaign.handling);
    return fileAnswer(`coverage-${campaignId}-${report.day}`, format, csv);
  }
  return documentAnswer(coverageDocument(report, leavingReport(arrival)), format, arrival.now);
});
