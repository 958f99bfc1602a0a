import { redirect } from "@remix-run/node";
import { campaignPage } from "#app/http/page.server.ts";

/** The reports open at how messages are received. */
export const loader = campaignPage("read", async ({ campaign }) =>
  redirect(`/c/${campaign.id}/reports/effectiveness`),
);
