import { insertOrganisationRows } from "#app/campaign/organisations/store.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Sample } from "../sample-campaign.ts";
import { writeAudience } from "./audiences.server.ts";
import { writeContact } from "./contacts.server.ts";
import { atNoon, sampleId, writeEntry } from "./scribe.server.ts";

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
    insertOrganisationRows(
      change,
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
