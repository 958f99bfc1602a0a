import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { findAudience, type ListedAudience } from "../lists.server.ts";
import { stanceLabel } from "../stances/stance.ts";
import { audienceLocation, editAudience } from "../store.server.ts";
import { readAudienceForm } from "./audience-form.server.ts";
import { CampaignFields, NameFields } from "./audience-form.tsx";
import { EndAudience } from "./end-audience-form.tsx";

export const meta = () => pageTitle("Edit the audience");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, kept } = arrival;
  const audience = await audienceHere(arrival);
  return {
    audiences: `/c/${campaign.id}/audiences`,
    own: audienceLocation({ campaignId: campaign.id, audienceId: audience.id }),
    name: audience.name,
    endedOn: audience.endedOn,
    version: audience.version,
    owners: await listColleagues(database.read, campaign.id),
    values: kept ?? valuesOfAudience(audience),
  };
});

const seen = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign } = arrival;
  const target = { campaignId: campaign.id, audienceId: (await audienceHere(arrival)).id };
  const shown = readForm(form, seen);
  const read = readAudienceForm(form, await listColleagues(database.read, campaign.id));
  if (!shown.ok) return refuseForm(form, shown.errors);
  if (!read.ok) return refuseForm(form, read.errors);
  const edited = await database.change(author, submission, (change) =>
    editAudience(change, target, read.shared, read.details, shown.value.version),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason !== "changed-by-somebody-else") notFound();
  const theirs = await audienceHere(arrival);
  const record = { kind: "audience", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, audienceInWords(theirs)));
});

async function audienceHere({ params, campaign, account, database, now }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id, now, today: dateIn(now, WASHINGTON) };
  return (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
}

export default function EditAudience() {
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
          { label: "Audiences", to: page.audiences },
          { label: page.name, to: page.own },
          { label: "Edit", to: null },
        ]}
      />
      {stale === null ? null : (
        <Conflict
          stale={stale}
          mine={typedInWords(fields.values, page.owners)}
          labels={AUDIENCE_LABELS}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        <NameFields {...fields} />
        <CampaignFields {...fields} owners={page.owners} />
        <SaveBar label="Save" leave={page.own} />
      </FormFrame>
      <EndAudience own={page.own} endedOn={page.endedOn} version={page.version} />
    </>
  );
}

/** The fields of the form in their order, as a conflict names them. */
const AUDIENCE_LABELS: Readonly<Record<string, string>> = {
  name: "Audience",
  kind: "Kind",
  priority: "Priority",
  influence: "Influence",
  interest: "Interest",
  desiredStance: "Stance we want",
  goal: "Goal",
  owner: "Relationship owner",
};

/** What stands in the form when it opens. */
function valuesOfAudience(audience: ListedAudience): FormValues {
  return {
    name: [audience.name],
    kind: [audience.kind],
    priority: [String(audience.priority)],
    influence: [String(audience.influence)],
    interest: [String(audience.interest)],
    desiredStance: [audience.desiredStance === null ? "" : String(audience.desiredStance)],
    goal: [audience.goal],
    owner: [audience.owner?.id ?? ""],
  };
}

/** What stands in the record now, in words. */
function audienceInWords(audience: ListedAudience): Record<string, string> {
  const { owner, desiredStance } = audience;
  const values = Object.entries(valuesOfAudience(audience)).map(([name, [value = ""]]) => [name, value]);
  return {
    ...Object.fromEntries(values),
    desiredStance: desiredStance === null ? "" : stanceLabel(desiredStance),
    owner: owner?.name ?? "",
  };
}

/** What was typed, in words. */
function typedInWords(values: FormValues, owners: readonly { id: string; name: string }[]): FormValues {
  const stance = Number(values.desiredStance?.[0] ?? "");
  const owner = owners.find(({ id }) => id === values.owner?.[0]);
  return { ...values, desiredStance: [stance === 0 ? "" : stanceLabel(stance)], owner: [owner?.name ?? ""] };
}
