import { listColleagues } from "#app/campaign/campaigns/choices.server.ts";
import { ownerOptions } from "#app/campaign/campaigns/choices.ts";
import { type FieldErrors, isOffered, type Option } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { findAudience } from "../lists.server.ts";

/** The audience of the address, as it stands today. */
export async function audienceHere({ params, campaign, account, database, now, today }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  return (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
}

/** Who may look after an audience: a colleague, or who does so already. */
export async function ownerChoices(
  { campaign, database }: CampaignArrival,
  owner: { id: string; name: string } | null = null,
) {
  return ownerOptions(await listColleagues(database.read, campaign.id), owner);
}

/** An owner who is no colleague of the campaign. */
export function ownerFault({ owner }: { owner: string | null }, owners: readonly Option[]): FieldErrors {
  return isOffered(owners, owner) ? {} : { owner: "Choose a colleague in this campaign" };
}
