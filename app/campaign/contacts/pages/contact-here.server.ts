import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { findContact } from "../contact-page.server.ts";

/** The contact of the address, as the campaign sees it. */
export async function contactHere({ params, campaign, account, database }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id };
  return (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
}
