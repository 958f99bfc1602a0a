import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { reportFile } from "#app/documents/report-file.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { activityDocument } from "../activity-document.ts";
import { activityView } from "./activity-view.server.ts";

/** The activity page as a tagged PDF, of the same period. */
export const loader = campaignPage("read", async (arrival) => {
  const { report } = await activityView(arrival);
  return reportFile(activityDocument(report, leavingReport(arrival)), "PDF", arrival.now);
});
