import { useActionData, useLoaderData } from "@remix-run/react";
import { explainAudienceRefusal } from "#app/campaign/audiences/audience-of-organisation.ts";
import { eventChoices, personStanceRecord, readingFaults } from "#app/campaign/audiences/stances/record.ts";
import { addStanceReading } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { isOffered, namedOption } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { refuseByRule, save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { explainContactRefusal, personStanceAllowed } from "../contact.ts";
import { contactHere, listAudiencesOfContact, listMeetingChoices } from "../contact-page.server.ts";
import { contactLocation } from "../memberships.server.ts";

export const meta = () => pageTitle("Add a person’s stance");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, kept, today } = arrival;
  const { contact, refusal, audiences, events } = await personHere(arrival);
  return {
    refusal,
    contacts: addressOf.contacts(campaign.id),
    own: contactLocation({ campaignId: campaign.id, contactId: contact.id }),
    name: contact.name,
    audiences,
    event: eventChoices(events, today),
    values: kept ?? personStanceRecord.typed({ readOn: today }),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const { contact, refusal, audiences, events } = await personHere(arrival);
  if (refusal !== null) return refuseByRule(form, refusal);
  const read = checkRead(personStanceRecord.read(form, today), (typed) =>
    isOffered(audiences, typed.audience)
      ? readingFaults(typed, events, today)
      : { audience: "Choose an audience that the person belongs to" },
  );
  return save(
    arrival,
    read,
    (change, { audience, ...typed }) => {
      const target = { campaignId: campaign.id, audienceId: audience, contactId: contact.id };
      return addStanceReading(change, target, typed);
    },
    ({ reason }) => explainAudienceRefusal(reason),
  );
});

/** The person with what the form may choose from, and why no stance of them is kept where that is so. */
async function personHere(arrival: CampaignArrival) {
  const { campaign, account, database } = arrival;
  const contact = await contactHere(arrival);
  const view = { campaignId: campaign.id, accountId: account.id };
  const allowed = personStanceAllowed(contact, campaign);
  const audiences = await listAudiencesOfContact(database.read, campaign.id, contact.id);
  return {
    contact,
    refusal: allowed.ok ? null : explainContactRefusal(allowed.reason),
    audiences: audiences.map(namedOption),
    events: await listMeetingChoices(database.read, view, contact.id),
  };
}

export default function NewContactStance() {
  const { refusal, contacts, own, name, audiences, event, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const head = {
    title: `Where ${name} stands`,
    crumbs: [{ label: "Contacts", to: contacts }, { label: name, to: own }, "Stance"],
  };
  if (refusal !== null)
    return (
      <>
        <PageHead {...head} />
        <ErrorSummary errors={refused?.errors ?? {}} />
        <p className="hint">
          {refusal} <a href={own}>Back to {name}</a>
        </p>
      </>
    );
  const noAudience = audiences.length === 0 ? "Add the person to an audience in this campaign first" : "";
  return (
    <RecordPage
      of={personStanceRecord}
      head={head}
      refused={refused}
      values={values}
      choices={{ audience: audiences, event: event.choices }}
      hints={{ audience: noAudience, event: event.hint }}
      action={`${own}/stance`}
      leave={own}
      save="Add the reading"
    />
  );
}
