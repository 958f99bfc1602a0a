import { redirect } from "@remix-run/node";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";

/** Events are listed in the calendar; an address that is cut short leads there. */
export const loader = campaignPage("read", async ({ campaign, url }) =>
  redirect(`${addressOf.calendar(campaign.id)}${url.search}`),
);
