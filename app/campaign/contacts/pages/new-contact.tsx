import { useActionData, useLoaderData } from "@remix-run/react";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addContact } from "../store.server.ts";
import { contactChoices } from "./contact-choices.server.ts";
import { readOwnForm, readPersonForm } from "./contact-form.server.ts";
import { OwnFields, PersonFields } from "./contact-form.tsx";

export const meta = () => pageTitle("Add a contact");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, account, url, kept } = arrival;
  const audience = await audienceOf(arrival);
  return {
    contacts: `/c/${campaign.id}/contacts`,
    own: url.pathname + (audience === null ? "" : `?audience=${audience.id}`),
    audience,
    ...(await contactChoices(arrival)),
    values: kept ?? { owner: [account.id], organisation: [url.searchParams.get("organisation") ?? ""] },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, database, author, submission, now } = arrival;
  const audience = await audienceOf(arrival);
  const choices = await contactChoices(arrival);
  const person = readPersonForm(form, choices);
  const own = readOwnForm(form, choices, dateIn(now, WASHINGTON));
  if (!person.ok || !own.ok) {
    return refuseForm(form, { ...(person.ok ? {} : person.errors), ...(own.ok ? {} : own.errors) });
  }
  const details = { person: person.value, own: own.value, audienceId: audience?.id ?? null };
  return afterChange(
    await database.change(author, submission, (change) => addContact(change, campaign.id, details)),
  );
});

async function audienceOf({ url, campaign, database }: CampaignArrival) {
  const id = url.searchParams.get("audience");
  if (id === null) return null;
  const audiences = await listAudienceChoices(database.read, campaign.id);
  return audiences.find((audience) => audience.id === id) ?? notFound();
}

export default function NewContact() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const fields = { values: refused?.values ?? page.values, errors };
  return (
    <>
      <PageHead
        title="Add a contact"
        sub={page.audience === null ? null : `To ${page.audience.name}`}
        crumbs={[
          { label: "Contacts", to: page.contacts },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={page.own}>
        <PersonFields {...fields} organisations={page.organisations} />
        <OwnFields {...fields} owners={page.owners} />
        <SaveBar label="Add the contact" leave={page.contacts} pending="Adding…" />
      </FormFrame>
    </>
  );
}
