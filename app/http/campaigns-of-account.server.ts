import type { Kysely, Selectable } from "kysely";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Role } from "./permission.ts";

export type Campaign = {
  id: string;
  name: string;
  sentence: string;
  status: Schema["campaign"]["status"];
  startsOn: string;
  endsOn: string;
  handling: string;
  clashDays: number;
  /** Minutes between two events at different places that one person needs. */
  travelMinutes: number;
  isPersonStanceAllowed: boolean;
  embassyClearsAlone: boolean;
  ownDraftMayBeCleared: boolean;
  silenceIsAgreement: boolean;
  cablesAreCleared: boolean;
  headOfMissionId: string | null;
  version: number;
};

/** The campaign with the account's role in it; null where there is none, whether or not the campaign exists. */
export async function findCampaignOfAccount(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
): Promise<{ campaign: Campaign; role: Role } | null> {
  const [row] = await campaignOfAccount(read, { campaign: campaignId, account: accountId });
  return row ? { campaign: campaignOf(row), role: row.role } : null;
}

const campaignOfAccount = keptQuery((read, place: Place<"campaign" | "account">) =>
  read
    .selectFrom("campaign_role")
    .innerJoin("campaign", "campaign.id", "campaign_role.campaign_id")
    .selectAll("campaign")
    .select("campaign_role.role")
    .where("campaign.id", "=", place("campaign"))
    .where("campaign_role.account_id", "=", place("account")),
);

/** The campaigns that an account belongs to, in their order, with its role in each. */
export async function listCampaignsOfAccount(
  read: Kysely<Schema>,
  accountId: string,
): Promise<{ campaign: Campaign; role: Role }[]> {
  const rows = await read
    .selectFrom("campaign_role")
    .innerJoin("campaign", "campaign.id", "campaign_role.campaign_id")
    .selectAll("campaign")
    .select("campaign_role.role")
    .where("campaign_role.account_id", "=", accountId)
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .orderBy("campaign.id")
    .execute();
  return rows.map((row) => ({ campaign: campaignOf(row), role: row.role }));
}

export function campaignOf(row: Selectable<Schema["campaign"]>): Campaign {
  return {
    id: row.id,
    name: row.name,
    sentence: row.sentence,
    status: row.status,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    handling: row.handling,
    clashDays: row.clash_days,
    travelMinutes: row.travel_minutes,
    isPersonStanceAllowed: row.is_person_stance_allowed === 1,
    embassyClearsAlone: row.embassy_clears_alone === 1,
    ownDraftMayBeCleared: row.own_draft_may_be_cleared === 1,
    silenceIsAgreement: row.silence_is_agreement === 1,
    cablesAreCleared: row.cables_are_cleared === 1,
    headOfMissionId: row.head_of_mission_account_id,
    version: row.version,
  };
}
