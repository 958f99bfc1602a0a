import { listOrganisationChoices } from "#app/campaign/organisations/lists.server.ts";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";

/** What the forms of a contact may choose from: colleagues of the campaign, organisations that exist. */
export async function contactChoices({ campaign, database }: CampaignArrival) {
  const [owners, organisations] = await Promise.all([
    listColleagues(database.read, campaign.id),
    listOrganisationChoices(database.read),
  ]);
  return { owners, organisations };
}
