import { insertAudienceRows, insertCampaignAudienceRows } from "#app/campaign/audiences/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import type { Sample } from "../sample-campaign.ts";
import type { SampleAudience } from "../who-is-who.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";
import { insertReading } from "./stance-readings.server.ts";

type AudienceInCampaign = SampleAudience["campaigns"][number];

/** An audience with its place in each campaign and its stance readings. */
export async function writeAudience(
  database: Database,
  sample: Sample,
  audience: SampleAudience,
): Promise<void> {
  const id = sampleId("audience", audience.key);
  const [first] = audience.campaigns;
  if (first === undefined) return;
  const entry = {
    by: accountId(first.owner),
    at: atNoon(sample.days.campaignStarts),
    campaign: first.campaign,
    kind: "audience",
    id,
    action: "added",
    summary: `Added: ${audience.name}`,
    location: `/c/${first.campaign}/audiences/${id}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    const { kind, name, side, organisation } = audience;
    await insertAudienceRows(change, [
      {
        id,
        kind,
        name,
        side,
        organisation_id: sampleId("organisation", organisation),
      },
    ]);
    await insertCampaignAudienceRows(
      change,
      audience.campaigns.map((inCampaign) => rowInCampaign(sample, audience, inCampaign)),
    );
  });
  for (const inCampaign of audience.campaigns) await writeReadings(database, sample, audience, inCampaign);
}

function rowInCampaign(
  { audiences, objectives }: Sample,
  audience: SampleAudience,
  inCampaign: AudienceInCampaign,
) {
  const { campaign, priority, influence, interest, desiredStance, owner } = inCampaign;
  const objective = objectives.find((one) => one.campaign === campaign && one.audience === audience.key);
  return {
    id: sampleId("audience in campaign", `${campaign} ${audience.key}`),
    campaign_id: campaign,
    audience_id: sampleId("audience", audience.key),
    priority,
    influence,
    interest,
    desired_stance: desiredStance,
    goal: objective?.goal ?? "",
    owner_account_id: accountId(owner),
    position: audiences.indexOf(audience),
    ended_on: null,
  };
}

async function writeReadings(
  database: Database,
  { days }: Sample,
  audience: SampleAudience,
  { campaign, owner, readings }: AudienceInCampaign,
): Promise<void> {
  const audienceId = sampleId("audience", audience.key);
  for (const { daysAgo, stance, evidence } of readings) {
    const readOn = addDays(days.today, -daysAgo);
    const entry = {
      by: accountId(owner),
      at: atNoon(readOn),
      campaign,
      kind: "audience",
      id: audienceId,
      action: "stance read",
      summary: `Stance ${stance}: ${audience.name}`,
      location: `/c/${campaign}/audiences/${audienceId}`,
    } as const;
    await writeEntry(database, entry, (change) =>
      insertReading(change, { campaign, audienceId, contactId: null, stance, readOn, evidence, owner }),
    );
  }
}
