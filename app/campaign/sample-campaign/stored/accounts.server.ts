import { insertAccountRows } from "#app/campaign/accounts/store.server.ts";
import { insertCampaignRows } from "#app/campaign/campaigns/store.server.ts";
import { insertDeskRows } from "#app/campaign/clearances/desks.server.ts";
import { insertCampaignRoleRows } from "#app/http/campaign-roles.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { updateInstallationRow } from "#db/installation.server.ts";
import type { Sample } from "../sample-campaign.ts";
import { DESKS, SAMPLE_HANDLING } from "../who-is-who.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

/** The accounts of the demo with their colleagues, the three campaigns, everybody's role in them and their desks. */
export async function writeAccountsAndCampaigns(
  database: Database,
  sample: Sample,
  passwordHash: string,
): Promise<void> {
  const at = atNoon(sample.days.campaignStarts);
  const [home] = sample.campaigns;
  const entry = {
    by: "system",
    at,
    campaign: null,
    kind: "installation",
    id: "installation",
    action: "set up",
    summary: "Set up with the sample campaigns",
    location: `/c/${home?.key ?? ""}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await updateInstallationRow(change, "installation", { set_up_at: at.toISOString() });
    await insertAccounts(change, sample, passwordHash);
    await insertCampaigns(change, sample);
    await insertRoles(change, sample);
    await insertDesks(change, sample);
  });
}

async function insertAccounts(change: Change, { colleagues }: Sample, passwordHash: string): Promise<void> {
  await insertAccountRows(
    change,
    colleagues.map((colleague) => ({
      id: accountId(colleague.key),
      email: colleague.email,
      name: colleague.name,
      position: colleague.title,
      zone: colleague.zone,
      password_hash: colleague.signsIn ? passwordHash : null,
      is_administrator: colleague.administrator ? 1 : 0,
      closed_at: null,
    })),
  );
}

async function insertCampaigns(change: Change, { campaigns, days }: Sample): Promise<void> {
  await insertCampaignRows(
    change,
    campaigns.map(({ key, name, aim, headOfMission, silenceIsAgreement }, position) => ({
      id: key,
      name,
      sentence: aim,
      status: "in progress",
      starts_on: days.campaignStarts,
      ends_on: days.campaignEnds,
      handling: SAMPLE_HANDLING,
      is_person_stance_allowed: 1,
      silence_is_agreement: silenceIsAgreement ? 1 : 0,
      head_of_mission_account_id: headOfMission === null ? null : accountId(headOfMission),
      position,
    })),
  );
}

async function insertRoles(change: Change, { colleagues }: Sample): Promise<void> {
  await insertCampaignRoleRows(
    change,
    colleagues.flatMap((colleague) =>
      colleague.roles.map(({ campaign, role }) => ({
        id: sampleId("role", `${campaign} ${colleague.key}`),
        campaign_id: campaign,
        account_id: accountId(colleague.key),
        role,
      })),
    ),
  );
}

function insertDesks(change: Change, { days }: Sample): Promise<void> {
  return insertDeskRows(
    change,
    DESKS.map((desk, position) => ({
      id: sampleId("desk", `${desk.campaign} ${desk.name}`),
      campaign_id: desk.campaign,
      name: desk.name,
      side: desk.side,
      holder_account_id: desk.holder === null ? null : accountId(desk.holder),
      deputy_account_id: desk.deputy === null ? null : accountId(desk.deputy),
      away_from: desk.isHolderAway ? addDays(days.today, -2) : null,
      away_until: desk.isHolderAway ? addDays(days.today, 4) : null,
      country: desk.country,
      zone: desk.zone,
      asked_by_default: desk.asks,
      is_asked_for_holding_lines: 1,
      position,
      retired_at: null,
    })),
  );
}
