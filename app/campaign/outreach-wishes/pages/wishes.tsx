import { redirect } from "@remix-run/node";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";

/** What is to be placed is listed in the calendar; an address that is cut short leads there. */
export const loader = campaignPage("read", async ({ campaign, url }) => {
  const search = new URLSearchParams([["view", "to-place"], ...url.searchParams]);
  return redirect(`${addressOf.calendar(campaign.id)}?${search}`);
});
