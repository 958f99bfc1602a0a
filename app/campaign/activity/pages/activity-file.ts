import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { documentAnswer, fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { activityCsv } from "../activity-csv.ts";
import { activityDocument } from "../activity-document.ts";
import { activityView } from "./activity-view.server.ts";

/** The activity page of the same period: every figure as CSV, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await activityView(arrival);
  const format = formatAsked(arrival.url);
  if (format === "csv") {
    const csv = activityCsv(report, arrival.campaign.handling);
    return fileAnswer(`activity-${campaignId}-${report.from}-${report.to}`, format, csv);
  }
  return documentAnswer(activityDocument(report, leavingReport(arrival)), format, arrival.now);
});
