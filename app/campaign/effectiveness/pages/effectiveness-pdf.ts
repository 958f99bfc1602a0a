import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { reportFile } from "#app/documents/report-file.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { effectivenessDocument } from "../effectiveness-document.ts";
import { effectivenessPage } from "./effectiveness-view.server.ts";

/** The effectiveness page as a tagged PDF, of the same day. */
export const loader = campaignPage("read", async (arrival) => {
  const view = await effectivenessPage(arrival);
  const shown = { knowledge: view.asked.knowledge, wordings: view.wordings };
  return reportFile(effectivenessDocument(view, shown, leavingReport(arrival)), "PDF", arrival.now);
});
