import { coverageDocument } from "#app/documents/coverage-document.ts";
import { reportFile } from "#app/documents/report-file.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { coverageView } from "./coverage-view.server.ts";
import { leavingReport } from "./leaving-report.server.ts";

/** The coverage page as a tagged PDF, of the same day. */
export const loader = campaignPage("read", async (arrival) => {
  const { report } = await coverageView(arrival);
  return reportFile(coverageDocument(report, leavingReport(arrival)), "PDF", arrival.now);
});
