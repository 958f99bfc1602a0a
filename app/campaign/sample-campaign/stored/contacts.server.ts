import {
  insertAudienceContactRows,
  insertCampaignContactRows,
} from "#app/campaign/contacts/memberships.server.ts";
import { nameSortKey } from "#app/campaign/contacts/names.ts";
import { insertContactRows } from "#app/campaign/contacts/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import type { Sample } from "../sample-campaign.ts";
import type { SampleContact } from "../who-is-who.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";
import { insertReading } from "./stance-readings.server.ts";

/** A contact in the campaigns of its audiences; a political appointee with readings. */
export async function writeContact(
  database: Database,
  sample: Sample,
  contact: SampleContact,
): Promise<void> {
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
    await insertContactRows(change, [contactRow(sample, contact, id)]);
    await insertCampaignContactRows(
      change,
      campaigns.map((one) => ({
        id: sampleId("contact in campaign", `${one} ${id}`),
        campaign_id: one,
        contact_id: id,
      })),
    );
    await insertAudienceContactRows(
      change,
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
    sort_name: nameSortKey(contact.givenName, contact.familyName),
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
