import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { isPublicRecord } from "../contact.ts";
import { type ContactRecord, findContact } from "../contact-page.server.ts";
import { editContact } from "../store.server.ts";
import { contactLocation } from "../target.server.ts";
import { contactChoices } from "./contact-choices.server.ts";
import { readOwnForm, readPersonForm } from "./contact-form.server.ts";
import { OwnFields, PersonFields } from "./contact-form.tsx";

export const meta = () => pageTitle("Edit the contact");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, kept } = arrival;
  const contact = await contactHere(arrival);
  return {
    contacts: `/c/${campaign.id}/contacts`,
    own: contactLocation({ campaignId: campaign.id, contactId: contact.id }),
    name: contact.name,
    isPublic: isPublicRecord(contact),
    source: contact.source,
    version: contact.version,
    ...(await contactChoices(arrival)),
    values: kept ?? valuesOfContact(contact),
  };
});

const seen = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const contact = await contactHere(arrival);
  const choices = await contactChoices(arrival);
  const shown = readForm(form, seen);
  const person = isPublicRecord(contact) ? null : readPersonForm(form, choices);
  const own = readOwnForm(form, choices, dateIn(now, WASHINGTON));
  if (!shown.ok) return refuseForm(form, shown.errors);
  if (!own.ok || person?.ok === false) {
    return refuseForm(form, {
      ...(person?.ok === false ? person.errors : {}),
      ...(own.ok ? {} : own.errors),
    });
  }
  const target = { campaignId: campaign.id, contactId: contact.id };
  const details = { person: person?.value ?? null, own: own.value };
  const edited = await database.change(author, submission, (change) =>
    editContact(change, target, details, shown.value.version),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const theirs = await contactHere(arrival);
  const record = { kind: "contact", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, contactInWords(theirs)));
});

async function contactHere({ params, campaign, account, database }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id };
  return (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
}

export default function EditContact() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  const fields = { values: refused?.values ?? page.values, errors };
  return (
    <>
      <PageHead
        title={`Edit: ${page.name}`}
        crumbs={[
          { label: "Contacts", to: page.contacts },
          { label: page.name, to: page.own },
          { label: "Edit", to: null },
        ]}
      />
      {stale === null ? null : (
        <Conflict
          stale={stale}
          mine={typedInWords(fields.values, page)}
          labels={CONTACT_LABELS}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        {page.isPublic ? (
          <p className="hint">
            Name, office and seats come from a public list ({page.source}) and change with it. What is below
            is ours.
          </p>
        ) : (
          <PersonFields {...fields} organisations={page.organisations} />
        )}
        <OwnFields {...fields} owners={page.owners} />
        <SaveBar label="Save" leave={page.own} />
      </FormFrame>
    </>
  );
}

/** The fields of the form in their order, as a conflict names them. */
const CONTACT_LABELS: Readonly<Record<string, string>> = {
  name: "Name",
  title: "Position",
  organisation: "Organisation",
  office: "Office address",
  email: "E-mail",
  phone: "Telephone",
  isElectedOrAppointed: "Elected or appointed",
  source: "Where this comes from",
  roleInDecision: "Role in the decision",
  purpose: "Why we keep this",
  informedOn: "Informed on",
  retainUntil: "Keep until",
  owner: "Relationship owner",
  note: "Note",
};

/** The fields that we decide, of one in a public list too. */
const OWN_FIELDS = ["roleInDecision", "purpose", "informedOn", "retainUntil", "owner", "note"];

/** What stands in the form when it opens. */
function valuesOfContact(contact: ContactRecord): FormValues {
  return {
    name: [contact.name],
    title: [contact.title],
    organisation: [contact.organisation?.id ?? ""],
    office: [contact.office],
    email: [contact.email],
    phone: [contact.phone],
    isElectedOrAppointed: contact.isElectedOrAppointed ? ["on"] : [],
    source: [contact.source],
    roleInDecision: [contact.roleInDecision ?? ""],
    purpose: [contact.purpose],
    informedOn: [contact.informedOn === null ? "" : formatDate(contact.informedOn)],
    retainUntil: [contact.retainUntil === null ? "" : formatDate(contact.retainUntil)],
    owner: [contact.owner?.id ?? ""],
    note: [contact.note],
  };
}

/** What stands in the record now, in words; of one in a public list only what is ours. */
function contactInWords(contact: ContactRecord): Record<string, string> {
  const values = Object.entries(valuesOfContact(contact)).map(
    ([name, [value = ""]]) => [name, value] as const,
  );
  const words = [
    ...values,
    ["organisation", contact.organisation?.name ?? ""] as const,
    ["owner", contact.owner?.name ?? ""] as const,
  ];
  return Object.fromEntries(words.filter(([name]) => contact.key === null || OWN_FIELDS.includes(name)));
}

type Named = { id: string; name: string };

/** What was typed, with names instead of identifiers. */
function typedInWords(
  values: FormValues,
  { owners, organisations }: { owners: readonly Named[]; organisations: readonly Named[] },
): FormValues {
  const nameIn = (list: readonly Named[], field: string) =>
    list.find(({ id }) => id === values[field]?.[0])?.name ?? "";
  return {
    ...values,
    owner: [nameIn(owners, "owner")],
    organisation: [nameIn(organisations, "organisation")],
  };
}
