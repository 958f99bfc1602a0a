import { redirect } from "@remix-run/node";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";

/** The reports open at how messages are received. */
export const loader = campaignPage("read", async ({ campaign }) =>
  redirect(addressOf.effectiveness(campaign.id)),
);
