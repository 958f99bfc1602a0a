import { effectivenessDocument } from "#app/documents/effectiveness-document.ts";
import { reportFile } from "#app/documents/report-file.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { effectivenessPage } from "./effectiveness-view.server.ts";
import { leavingReport } from "./leaving-report.server.ts";

/** The effectiveness page as a tagged PDF, of the same day. */
export const loader = campaignPage("read", async (arrival) => {
  const view = await effectivenessPage(arrival);
  const shown = { knowledge: view.asked.knowledge, wordings: view.wordings };
  return reportFile(effectivenessDocument(view, shown, leavingReport(arrival)), "PDF", arrival.now);
});
