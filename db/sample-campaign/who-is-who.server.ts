import type { AudienceInCampaign, SampleAudience } from "#app/domain/sample-campaign/audiences.ts";
import type { Sample } from "#app/domain/sample-campaign/sample-campaign.ts";
import type { SampleContact } from "#app/domain/sample-campaign/sample-contact.ts";
import { addDays } from "#app/domain/time/calendar-date.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

/** Organisations, audiences and contacts: all as the engagement plan would have them at the start. */
export async function writeWhoIsWho(database: Database, sample: Sample): Promise<void> {
  await writeOrganisations(database, sample);
  for (const audience of sample.audiences) await writeAudience(database, sample, audience);
  for (const contact of sample.contacts) await writeContact(database, sample, contact);
}

async function writeOrganisations(database: Database, { organisations, days }: Sample): Promise<void> {
  const [first] = organisations;
  const entry = {
    by: "system",
    at: atNoon(days.campaignStarts),
    campaign: null,
    kind: "organisation",
    id: sampleId("organisation", first?.key ?? ""),
    action: "added",
    summary: `Added ${organisations.length} organisations`,
    location: "/",
  } as const;
  await writeEntry(database, entry, (change) =>
    change.insertMany(
      "organisation",
      organisations.map(({ key, name, kind, congressCode, chamber }) => ({
        id: sampleId("organisation", key),
        key: congressCode,
        kind,
        name,
        parent_id: chamber === null || chamber === key ? null : sampleId("organisation", chamber),
        chamber,
        source: "Sample",
      })),
    ),
  );
}

async function writeAudience(database: Database, sample: Sample, audience: SampleAudience): Promise<void> {
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
    await change.insert("audience", {
      id,
      kind,
      name,
      side,
      organisation_id: sampleId("organisation", organisation),
    });
    await change.insertMany(
      "campaign_audience",
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

type Reading = {
  campaign: string;
  audienceId: string;
  contactId: string | null;
  stance: number;
  readOn: string;
  evidence: string;
  owner: string;
};

function insertReading(change: Change, reading: Reading): Promise<void> {
  const { campaign, audienceId, contactId, stance, readOn, evidence, owner } = reading;
  return change.insert("stance_reading", {
    id: sampleId("stance reading", `${campaign} ${audienceId} ${contactId ?? ""} ${readOn}`),
    campaign_id: campaign,
    audience_id: audienceId,
    contact_id: contactId,
    stance,
    read_on: readOn,
    evidence,
    outreach_event_id: null,
    author_account_id: accountId(owner),
  });
}

async function writeContact(database: Database, sample: Sample, contact: SampleContact): Promise<void> {
  const id = sampleId("contact", contact.key);
  const campaigns = campaignsOf(sample, contact);
  const [campaign] = campaigns;
  if (campaign === undefined) return;
  const entry = {
    by: accountId(contact.owner),
    at: atNoon(sample.days.campaignStarts),
    campaign,
    kind: "contact",
    id,
    action: "added",
    summary: `Added: ${contact.givenName} ${contact.familyName}`,
    location: `/c/${campaign}/contacts/${id}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await change.insert("contact", contactRow(sample, contact, id));
    await change.insertMany(
      "campaign_contact",
      campaigns.map((one) => ({
        id: sampleId("contact in campaign", `${one} ${id}`),
        campaign_id: one,
        contact_id: id,
      })),
    );
    await change.insertMany(
      "audience_contact",
      contact.audiences.map((audience) => ({
        id: sampleId("contact of audience", `${audience} ${id}`),
        audience_id: sampleId("audience", audience),
        contact_id: id,
      })),
    );
    for (const { daysAgo, stance, evidence } of contact.readings) {
      const readOn = addDays(sample.days.today, -daysAgo);
      const audienceId = sampleId("audience", contact.audiences[0] ?? "");
      await insertReading(change, {
        campaign,
        audienceId,
        contactId: id,
        stance,
        readOn,
        evidence,
        owner: contact.owner,
      });
    }
  });
}

function contactRow({ days }: Sample, contact: SampleContact, id: string) {
  return {
    id,
    key: null,
    name: `${contact.givenName} ${contact.familyName}`,
    sort_name: `${contact.familyName}, ${contact.givenName}`,
    title: contact.title,
    organisation_id: sampleId("organisation", contact.organisation),
    role_in_decision: contact.role,
    is_elected_or_appointed: contact.politicalAppointee ? 1 : 0,
    purpose: "engagement plan",
    source: "Met in Washington (invented)",
    as_of: days.campaignStarts,
    informed_on: addDays(days.campaignStarts, 30),
    retain_until: null,
    owner_account_id: accountId(contact.owner),
    ended_on: null,
  } as const;
}

function campaignsOf({ audiences }: Sample, contact: SampleContact): string[] {
  const own = audiences.filter(({ key }) => contact.audiences.includes(key));
  return [...new Set(own.flatMap(({ campaigns }) => campaigns.map(({ campaign }) => campaign)))];
}
