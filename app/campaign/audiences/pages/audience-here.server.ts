import { listColleagues } from "#app/campaign/campaigns/choices.server.ts";
import { type FieldErrors, isOffered } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { namedOption, type Option } from "#app/ui/controls.tsx";
import { findAudience } from "../lists.server.ts";

/** The audience of the address, as it stands today. */
export async function audienceHere({ params, campaign, account, database, now, today }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  return (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
}

/** Who may look after an audience. */
export async function ownerChoices({ campaign, database }: CampaignArrival) {
  return (await listColleagues(database.read, campaign.id)).map(namedOption);
}

/** An owner who is no colleague of the campaign. */
export function ownerFault({ owner }: { owner: string | null }, owners: readonly Option[]): FieldErrors {
  return isOffered(owners, owner) ? {} : { owner: "Choose a colleague in this campaign" };
}
