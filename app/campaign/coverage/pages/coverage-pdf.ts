import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { reportFile } from "#app/documents/report-file.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { coverageDocument } from "../coverage-document.ts";
import { coverageView } from "./coverage-view.server.ts";

/** The coverage page as a tagged PDF, of the same day. */
export const loader = campaignPage("read", async (arrival) => {
  const { report } = await coverageView(arrival);
  return reportFile(coverageDocument(report, leavingReport(arrival)), "PDF", arrival.now);
});
