import { useActionData, useLoaderData } from "@remix-run/react";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { listColleagues } from "#app/campaign/campaigns/choices.server.ts";
import { ownerOptions } from "#app/campaign/campaigns/choices.ts";
import { listOrganisationChoices } from "#app/campaign/organisations/lists.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type FieldErrors, isOffered, namedOption, withPresent } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { isPublicRecord } from "../contact.ts";
import { type ContactRecord, contactHere } from "../contact-page.server.ts";
import { contactLocation } from "../memberships.server.ts";
import { type ContactText, contactRecord, type OursOfContact, publicContactRecord } from "../record.ts";
import { addContact, editContact } from "../store.server.ts";

export const meta = ownTitle;

/** The contact that is edited; null where one is added. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.contact === undefined ? null : await contactHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, account, url, kept } = arrival;
  const present = await presentIn(arrival);
  const contacts = addressOf.contacts(campaign.id);
  const usual = { owner: account.id, organisation: url.searchParams.get("organisation") };
  return {
    title: present === null ? "Add a contact" : "Edit the contact",
    contacts,
    own: contactLocation({ campaignId: campaign.id, contactId: present?.id ?? "" }),
    present: present && { name: present.name, source: present.source, version: present.version },
    isPublic: present !== null && isPublicRecord(present),
    audience: await audienceOf(arrival),
    choices: await choicesFor(arrival, present),
    values: kept ?? (present === null ? contactRecord.typed(usual) : typedOf(present)),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const present = await presentIn(arrival);
  const audience = await audienceOf(arrival);
  const choices = await choicesFor(arrival, present);
  const faults = (typed: ContactText | OursOfContact) => faultsOf(typed, choices, today);
  if (present === null)
    return save(
      arrival,
      checkRead(contactRecord.read(form, today), faults),
      (change, typed) => addContact(change, campaign.id, typed, audience?.id ?? null),
      () => "",
    );
  const target = { campaignId: campaign.id, contactId: present.id };
  const of = isPublicRecord(present) ? publicContactRecord : contactRecord;
  return save(
    arrival,
    checkRead<ContactText | OursOfContact>(of.read(form, today), faults),
    (change, typed, version) => editContact(change, target, typed, version),
    () => "",
    async () => presentOf(await contactHere(arrival)),
  );
});

/** What is wrong beside the form itself: a day to come, or something chosen that is not offered. */
function faultsOf(
  typed: ContactText | OursOfContact,
  { owner, organisation }: Awaited<ReturnType<typeof choicesFor>>,
  today: CalendarDate,
): FieldErrors {
  const errors: Record<string, string> = {};
  if ("organisation" in typed && !isOffered(organisation, typed.organisation))
    errors.organisation = "Choose an organisation from the list";
  if (typed.informedOn !== null && typed.informedOn > today)
    errors.informedOn = "Enter today or an earlier day";
  if (!isOffered(owner, typed.owner)) errors.owner = "Choose a colleague in this campaign";
  return errors;
}

/** What the form may choose from: colleagues of the campaign, organisations that exist, and those that the contact has. */
async function choicesFor({ campaign, database }: CampaignArrival, present: ContactRecord | null) {
  const organisation = present?.organisation ?? null;
  const [owners, organisations] = await Promise.all([
    listColleagues(database.read, campaign.id),
    listOrganisationChoices(database.read),
  ]);
  return {
    owner: ownerOptions(owners, present?.owner ?? null),
    organisation: withPresent(
      organisations.map(namedOption),
      organisation === null ? [] : [namedOption(organisation)],
    ),
  };
}

async function audienceOf({ url, campaign, database }: CampaignArrival) {
  const id = url.searchParams.get("audience");
  if (id === null) return null;
  const audiences = await listAudienceChoices(database.read, campaign.id);
  return audiences.find((audience) => audience.id === id) ?? notFound();
}

const presentOf = (theirs: ContactRecord) => ({
  kind: "contact" as const,
  ...theirs,
  values: typedOf(theirs),
});

function typedOf(contact: ContactRecord) {
  const { owner, organisation } = contact;
  return contactRecord.typed({ ...contact, owner: owner?.id, organisation: organisation?.id });
}

export default function WriteContact() {
  const { title, contacts, own, present, isPublic, audience, choices, values } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = { refused, values, choices };
  if (present === null)
    return (
      <RecordPage
        {...page}
        of={contactRecord}
        head={{
          title,
          sub: audience === null ? null : `To ${audience.name}`,
          crumbs: [{ label: "Contacts", to: contacts }, "New"],
        }}
        action={`${contacts}/new${audience === null ? "" : `?audience=${audience.id}`}`}
        leave={contacts}
        save="Add the contact"
        pending="Adding…"
      />
    );
  return (
    <RecordPage
      {...page}
      of={isPublic ? publicContactRecord : contactRecord}
      head={{
        title: `Edit: ${present.name}`,
        crumbs: [{ label: "Contacts", to: contacts }, { label: present.name, to: own }, "Edit"],
      }}
      version={present.version}
      action={`${own}/edit`}
      leave={own}
      before={
        isPublic ? (
          <p className="hint">
            Name, office and seats come from a public list ({present.source}) and change with it. The details
            below are our own.
          </p>
        ) : null
      }
    />
  );
}
