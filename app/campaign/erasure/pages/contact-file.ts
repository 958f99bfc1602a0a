import { listStanceReadingsOfContact } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { isPublicRecord } from "#app/campaign/contacts/contact.ts";
import {
  type ContactRecord,
  contactHere,
  listAudiencesOfContact,
} from "#app/campaign/contacts/contact-page.server.ts";
import { retainedUntil } from "#app/campaign/contacts/retention.ts";
import { listSeatsOfContact } from "#app/campaign/organisations/seat-lists.server.ts";
import { fileAnswer } from "#app/documents/file-answer.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { isOnRecord } from "#app/text/person-name.ts";
import { readPersonInWork } from "../person-in-work.server.ts";

/** All that the campaign keeps of one person, as they could read it. Source: DOMAIN.md, rule 8. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaign, database, now, today } = arrival;
  const contact = await contactHere(arrival);
  if (!isOnRecord(contact.name)) notFound();
  const { read } = database;
  const kept = {
    product: "Demarche",
    madeAt: now.toISOString(),
    campaign: campaign.name,
    handling: campaign.handling,
    person: factsOf(contact),
    note: contact.note,
    audiences: (await listAudiencesOfContact(read, campaign.id, contact.id)).map(({ name }) => name),
    seats: (await listSeatsOfContact(read, contact.id)).map(
      ({ organisation, title, startedOn, endedOn }) => ({
        organisation: organisation.name,
        title,
        startedOn,
        endedOn,
      }),
    ),
    stanceReadings: (await listStanceReadingsOfContact(read, campaign.id, contact.id)).map(
      ({ readOn, stance, evidence, author }) => ({ readOn, stance, evidence, author }),
    ),
    ...(await readPersonInWork(read, campaign.id, contact.id)),
  };
  const name = `contact-${contact.name}-${today}`;
  return fileAnswer(name, "json", `${JSON.stringify(kept, null, 1)}\n`);
});

function factsOf(contact: ContactRecord) {
  const { organisation, owner, asOf, lastContactOn, endedOn, ...facts } = contact;
  return {
    name: facts.name,
    position: facts.title,
    organisation: organisation?.name ?? null,
    officeAddress: facts.office,
    email: facts.email,
    telephone: facts.phone,
    isElectedOrAppointed: facts.isElectedOrAppointed,
    roleInDecision: facts.roleInDecision,
    relationshipOwner: owner?.name ?? null,
    keptFor: facts.purpose,
    source: facts.source,
    sourceAsOf: asOf,
    informedOn: facts.informedOn,
    keptUntil: retainedUntil({ ...contact, isPublicRecord: isPublicRecord(contact) }),
    lastContactOn,
    endedOn,
  };
}
