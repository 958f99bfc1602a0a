import { campaignPage } from "#app/http/page.server.ts";
import { effectivenessCsv } from "../effectiveness-csv.ts";
import { effectivenessView } from "./effectiveness-view.server.ts";

/** Every figure of the effectiveness page, unrounded: the same bytes as from the command line. */
export const loader = campaignPage("read", async (arrival) => {
  const view = await effectivenessView(arrival);
  return new Response(effectivenessCsv(view, arrival.campaign.handling), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="effectiveness-${view.campaignId}-${view.asked.day}.csv"`,
    },
  });
});
