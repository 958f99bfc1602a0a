import { useActionData, useLoaderData } from "@remix-run/react";
import { findOrganisation } from "#app/campaign/organisations/lists.server.ts";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type FieldErrors, type FormValues, typedValues } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { Choices } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { audienceOfOrganisation, hasSides } from "../audience-of-organisation.ts";
import { explainAudienceRefusal } from "../refusals.ts";
import { type AudienceInCampaign, addAudience, type SharedAudience } from "../store.server.ts";
import { readAudienceForm, readSidedForm } from "./audience-form.server.ts";
import { CampaignFields, NameFields } from "./audience-form.tsx";

export const meta = () => pageTitle("Add an audience");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, account, database, url, kept } = arrival;
  const organisation = await organisationOf(arrival);
  return {
    campaignId: campaign.id,
    own: url.pathname + url.search.replace(/[?&]kept=[^&]*/, ""),
    organisation:
      organisation === null ? null : { name: organisation.name, hasSides: hasSides(organisation.kind) },
    owners: await listColleagues(database.read, campaign.id),
    values: kept ?? { owner: [account.id], side: [url.searchParams.get("side") ?? ""] },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, database, author, submission } = arrival;
  const owners = await listColleagues(database.read, campaign.id);
  const read = await readNewAudience(arrival, form, owners);
  if (!read.ok) return "errors" in read ? refuseForm(form, read.errors) : refuseByRule(form, read.sentence);
  const added = await database.change(author, submission, (change) =>
    addAudience(change, campaign.id, read.shared, read.details),
  );
  return added.ok ? afterChange(added) : refuseByRule(form, explainAudienceRefusal(added.reason));
});

type ReadNewAudience =
  | { ok: true; shared: SharedAudience; details: AudienceInCampaign }
  | { ok: false; errors: Readonly<Record<string, string>> }
  | { ok: false; sentence: string };

async function readNewAudience(
  arrival: CampaignArrival,
  form: FormData,
  owners: readonly { id: string }[],
): Promise<ReadNewAudience> {
  const organisation = await organisationOf(arrival);
  if (organisation === null) {
    const read = readAudienceForm(form, owners);
    return read.ok ? { ...read, shared: { ...read.shared, organisationId: null, side: null } } : read;
  }
  const read = readSidedForm(form, owners);
  if (!read.ok) return read;
  if (organisation.endedOn !== null)
    return { ok: false, sentence: explainAudienceRefusal("organisation-ended") };
  const source = {
    ...organisation,
    parentName: organisation.kind === "subcommittee" ? (organisation.parent?.name ?? null) : null,
  };
  const made = audienceOfOrganisation(source, read.side);
  if (!made.ok) return { ok: false, errors: { side: explainAudienceRefusal(made.reason) } };
  return { ok: true, shared: { ...made.audience, organisationId: organisation.id }, details: read.details };
}

async function organisationOf({ url, database }: CampaignArrival) {
  const id = url.searchParams.get("organisation");
  return id === null ? null : ((await findOrganisation(database.read, id)) ?? notFound());
}

export default function NewAudience() {
  const { campaignId, own, organisation, owners, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const fields = { values: refused?.values ?? values, errors };
  const audiences = `/c/${campaignId}/audiences`;
  return (
    <>
      <PageHead
        title={organisation === null ? "Add an audience" : `Make an audience of ${organisation.name}`}
        sub={organisation === null ? <FromTheList organisations={`/c/${campaignId}/organisations`} /> : null}
        crumbs={[
          { label: "Audiences", to: audiences },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={own}>
        {organisation === null ? <NameFields {...fields} /> : null}
        {organisation?.hasSides ? <SideField {...fields} /> : null}
        <CampaignFields {...fields} owners={owners} />
        <SaveBar label="Add the audience" leave={audiences} pending="Adding…" />
      </FormFrame>
    </>
  );
}

function FromTheList({ organisations }: { organisations: string }) {
  return (
    <>
      A committee or an agency? <a href={organisations}>Find the organisation</a> and make the audience of it.
    </>
  );
}

/** Which side of a committee is met: the two are two audiences. */
function SideField({ values, errors }: { values: FormValues; errors: FieldErrors }) {
  return (
    <Choices
      kind="one"
      look="buttons"
      name="side"
      label="Side"
      hint="Majority and minority are two audiences"
      error={errors.side}
      chosen={typedValues(values, "side", [])}
      choices={[
        { value: "majority", label: "Majority" },
        { value: "minority", label: "Minority" },
      ]}
    />
  );
}
