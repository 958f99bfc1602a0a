import { campaignPage } from "#app/http/page.server.ts";
import { activityCsv } from "../activity-csv.ts";
import { activityView } from "./activity-view.server.ts";

/** Every figure of the activity page. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await activityView(arrival);
  return new Response(activityCsv(report, arrival.campaign.handling), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="activity-${campaignId}-${report.from}-${report.to}.csv"`,
    },
  });
});
