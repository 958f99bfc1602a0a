import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import {
  type AudienceRefusal,
  audienceOfOrganisation,
  explainAudienceRefusal,
  hasSides,
  type Side,
} from "../audience-of-organisation.ts";
import { findAudienceSource, listSidesTaken } from "../lists.server.ts";
import { audienceRecord, madeAudienceRecord, sidedAudienceRecord } from "../record.ts";
import { addAudience } from "../store.server.ts";
import { ownerChoices, ownerFault } from "./audience-here.server.ts";

export const meta = () => pageTitle("Add an audience");

const SIDES = sidedAudienceRecord.fields.find(({ name }) => name === "side")?.options ?? [];

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, account, url, kept } = arrival;
  const organisation = await organisationOf(arrival);
  const taken =
    organisation === null ? [] : await listSidesTaken(arrival.database.read, campaign.id, organisation.id);
  const free = SIDES.filter(({ value }) => !taken.some((side) => side === value));
  const only = free.length === 1 ? free[0] : undefined;
  const usual = { owner: account.id, side: only?.value ?? url.searchParams.get("side") };
  return {
    campaignId: campaign.id,
    own: url.pathname + url.search.replace(/[?&]kept=[^&]*/, ""),
    organisation: organisation && {
      name: organisation.name,
      hasSides: hasSides(organisation.kind),
      isTaken: hasSides(organisation.kind) ? free.length === 0 : taken.length > 0,
    },
    choices: { owner: await ownerChoices(arrival), side: free.length === 0 ? SIDES : free },
    values: kept ?? { ...audienceRecord.typed(usual), ...sidedAudienceRecord.typed(usual) },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const organisation = await organisationOf(arrival);
  const owners = await ownerChoices(arrival);
  if (organisation === null)
    return save(
      arrival,
      checkRead(audienceRecord.read(form, today), (typed) => ownerFault(typed, owners)),
      (change, typed) =>
        addAudience(change, campaign.id, { ...typed, organisationId: null, side: null }, typed),
      ({ reason }) => explainAudienceRefusal(reason),
    );
  return save(
    arrival,
    checkRead(sidedAudienceRecord.read(form, today), (typed) => ownerFault(typed, owners)),
    async (change, typed) => {
      const made = madeOf(organisation, typed.side);
      if (!made.ok) return made;
      const shared = { ...made.audience, organisationId: organisation.id };
      return addAudience(change, campaign.id, shared, typed);
    },
    ({ reason }) => saidOf(reason),
  );
});

type Organisation = NonNullable<Awaited<ReturnType<typeof organisationOf>>>;

function madeOf(organisation: Organisation, side: Side | null) {
  if (organisation.endedOn !== null) return { ok: false as const, reason: "organisation-ended" as const };
  return audienceOfOrganisation(organisation, side);
}

function saidOf(reason: AudienceRefusal) {
  const sentence = explainAudienceRefusal(reason);
  return reason === "side-needed" || reason === "side-not-held" ? { side: sentence } : sentence;
}

async function organisationOf({ url, database }: CampaignArrival) {
  const id = url.searchParams.get("organisation");
  return id === null ? null : ((await findAudienceSource(database.read, id)) ?? notFound());
}

export default function NewAudience() {
  const { campaignId, own, organisation, choices, values } = useLoaderData<typeof loader>();
  const audiences = addressOf.audiences(campaignId);
  const made = organisation?.hasSides ? sidedAudienceRecord : madeAudienceRecord;
  return (
    <RecordPage
      of={organisation === null ? audienceRecord : made}
      head={{
        title: organisation === null ? "Add an audience" : `Add ${organisation.name} as an audience`,
        sub: subOf(organisation, campaignId),
        crumbs: [{ label: "Audiences", to: audiences }, "New"],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      choices={choices}
      action={own}
      leave={audiences}
      save="Add the audience"
      pending="Adding…"
    />
  );
}

function subOf(organisation: { hasSides: boolean; isTaken: boolean } | null, campaignId: string) {
  if (organisation === null) return <FromTheList organisations={addressOf.organisations(campaignId)} />;
  if (!organisation.isTaken) return null;
  return organisation.hasSides
    ? "Majority and minority are both already audiences of this campaign."
    : "It is already an audience of this campaign.";
}

function FromTheList({ organisations }: { organisations: string }) {
  return (
    <>
      A committee or an agency? <a href={organisations}>Find the organisation</a> and create the audience from
      it.
    </>
  );
}
