import type { Selectable } from "kysely";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { Role } from "./permission.ts";

export type Campaign = ReturnType<typeof campaignOf>;

/** The campaign with the account's role in it; null where there is none, whether or not the campaign exists. */
export async function findCampaignOfAccount(
  read: Queries,
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
  read: Queries,
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

export function campaignOf(row: Selectable<Schema["campaign"]>) {
  return {
    id: row.id,
    name: row.name,
    sentence: row.sentence,
    status: row.status,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    handling: row.handling,
    paperSize: row.paper_size,
    clashDays: row.clash_days,
    /** Minutes between two events at different places that one person needs. */
    travelMinutes: row.travel_minutes,
    isPersonStanceAllowed: row.is_person_stance_allowed === 1,
    embassyClearsAlone: row.embassy_clears_alone === 1,
    ownDraftMayBeCleared: row.own_draft_may_be_cleared === 1,
    silenceIsAgreement: row.silence_is_agreement === 1,
    cablesAreCleared: row.cables_are_cleared === 1,
    headOfMissionId: row.head_of_mission_account_id,
    hidesFirstSteps: row.hides_first_steps === 1,
    version: row.version,
  };
}

export type CampaignRole = { campaignId: string; campaignName: string; role: Role };

/** What an account shall be in a campaign; null for nothing. */
export type RoleChoice = { campaignId: string; role: Role | null };

/** Every role of every account, in the order of the campaigns. */
export async function listRoles(read: Queries): Promise<(CampaignRole & { accountId: string })[]> {
  const rows = await read
    .selectFrom("campaign_role")
    .innerJoin("campaign", "campaign.id", "campaign_role.campaign_id")
    .select(["campaign_role.account_id", "campaign_role.role", "campaign.id", "campaign.name"])
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .orderBy("campaign.id")
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    campaignId: row.id,
    campaignName: row.name,
    role: row.role,
  }));
}

export type TeamMember = { accountId: string; name: string; position: string; role: Role };

/** The people of a campaign whose accounts are open, by name. */
export async function listTeam(read: Queries, campaignId: string): Promise<TeamMember[]> {
  const rows = await read
    .selectFrom("campaign_role")
    .innerJoin("account", "account.id", "campaign_role.account_id")
    .select(["account.id", "account.name", "account.position", "campaign_role.role"])
    .where("campaign_role.campaign_id", "=", campaignId)
    .where("account.closed_at", "is", null)
    .orderBy("account.sort_name")
    .orderBy("account.id")
    .execute();
  return rows.map(({ id, name, position, role }) => ({ accountId: id, name, position, role }));
}

/** Gives an account these roles; campaigns that are not named stay as they are. */
export async function setRoles(
  change: Change,
  accountId: string,
  choices: readonly RoleChoice[],
): Promise<{ ok: true } | { ok: false; reason: "no-such-campaign" }> {
  const campaigns = await change.read.selectFrom("campaign").select("id").execute();
  if (choices.some(({ campaignId }) => !campaigns.some(({ id }) => id === campaignId)))
    return { ok: false, reason: "no-such-campaign" };
  for (const choice of choices) await setRole(change, accountId, choice);
  return { ok: true };
}

async function setRole(change: Change, accountId: string, { campaignId, role }: RoleChoice): Promise<void> {
  const row = await change.read
    .selectFrom("campaign_role")
    .select("id")
    .where("account_id", "=", accountId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined && role !== null)
    await change.insert("campaign_role", {
      id: newId(),
      campaign_id: campaignId,
      account_id: accountId,
      role,
    });
  else if (row !== undefined && role !== null) await change.update("campaign_role", row.id, { role }, null);
  else if (row !== undefined) await change.remove("campaign_role", row.id);
}
