import { useActionData, useLoaderData } from "@remix-run/react";
import { explainAudienceRefusal } from "#app/campaign/audiences/refusals.ts";
import {
  type EventChoices,
  eventChoices,
  StanceFields,
} from "#app/campaign/audiences/stances/stance-fields.tsx";
import { readStanceForm } from "#app/campaign/audiences/stances/stance-form.server.ts";
import { addStanceReading } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Option, Select } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { personStanceAllowed } from "../contact.ts";
import { findContact, listAudiencesOfContact, listMeetingChoices } from "../contact-page.server.ts";
import { explainContactRefusal } from "../refusals.ts";
import { contactLocation } from "../target.server.ts";

export const meta = () => pageTitle("Add a person's stance");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, kept, now } = arrival;
  const { contact, refusal, audiences, events } = await contactHere(arrival);
  return {
    refusal,
    contacts: `/c/${campaign.id}/contacts`,
    own: contactLocation({ campaignId: campaign.id, contactId: contact.id }),
    name: contact.name,
    audiences: audiences.map(({ id, name }) => ({ value: id, label: name })),
    events: eventChoices(events),
    values: kept ?? { readOn: [formatDate(dateIn(now, WASHINGTON))] },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, database, author, submission, now } = arrival;
  const { contact, refusal, audiences, events } = await contactHere(arrival);
  if (refusal !== null) return refuseByRule(form, refusal);
  const audience = audiences.find(({ id }) => id === form.get("audience"));
  const read = readStanceForm(form, dateIn(now, WASHINGTON), events.rows);
  if (!read.ok) return refuseForm(form, read.errors);
  if (audience === undefined)
    return refuseForm(form, { audience: "Choose an audience that the person belongs to" });
  const target = { campaignId: campaign.id, audienceId: audience.id, contactId: contact.id };
  const added = await database.change(author, submission, (change) =>
    addStanceReading(change, target, read.reading),
  );
  return added.ok ? afterChange(added) : refuseByRule(form, explainAudienceRefusal(added.reason));
});

/** The person with what the form may choose from, and why no stance of them is kept where that is so. */
async function contactHere({ params, campaign, account, database }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id };
  const contact = (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
  const allowed = personStanceAllowed(contact, campaign);
  return {
    contact,
    refusal: allowed.ok ? null : explainContactRefusal(allowed.reason),
    audiences: await listAudiencesOfContact(database.read, campaign.id, contact.id),
    events: await listMeetingChoices(database.read, view, contact.id),
  };
}

export default function NewContactStance() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? page.values;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead
        title={`Where ${page.name} stands`}
        crumbs={[
          { label: "Contacts", to: page.contacts },
          { label: page.name, to: page.own },
          { label: "Stance", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      {page.refusal === null ? (
        <StanceForm page={page} values={values} errors={errors} />
      ) : (
        <p className="hint">
          {page.refusal} <a href={page.own}>Back to {page.name}</a>
        </p>
      )}
    </>
  );
}

function StanceForm({
  page,
  values,
  errors,
}: {
  page: { own: string; audiences: readonly Option[]; events: EventChoices };
  values: FormValues;
  errors: FieldErrors;
}) {
  return (
    <FormFrame action={`${page.own}/stance`}>
      <Select
        name="audience"
        label="As one of"
        hint={page.audiences.length === 0 ? "Put the person in an audience of the campaign first" : null}
        value={typedValue(values, "audience", "")}
        error={errors.audience}
        options={page.audiences}
      />
      <StanceFields values={values} errors={errors} events={page.events} of="person" />
      <SaveBar label="Add the reading" leave={page.own} />
    </FormFrame>
  );
}
