import { campaignPage } from "#app/http/page.server.ts";
import { coverageCsv } from "../coverage-csv.ts";
import { coverageView } from "./coverage-view.server.ts";

/** Every count of the coverage page. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await coverageView(arrival);
  return new Response(coverageCsv(report, arrival.campaign.handling), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="coverage-${campaignId}-${report.day}.csv"`,
    },
  });
});
