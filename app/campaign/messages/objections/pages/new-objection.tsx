import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { EditForm } from "../../edit-form.tsx";
import { strangersAmong } from "../../message-choices.server.ts";
import { addObjection } from "../acts.server.ts";
import { readObjectionChoices } from "./objection-choices.server.ts";
import { readObjectionForm } from "./objection-form.server.ts";
import { ObjectionFields } from "./objection-form.tsx";

export const meta = () => pageTitle("Add an objection");

export const loader = campaignPage("write", async (arrival) => ({
  base: `/c/${arrival.campaign.id}`,
  choices: await readObjectionChoices(arrival, null),
  values: arrival.kept ?? {},
}));

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const { sources, proofPoints } = await readObjectionChoices(arrival, null);
  const today = dateIn(now, WASHINGTON);
  const read = readObjectionForm(form, { sources: new Set(sources.map((source) => source.code)), today });
  if (!read.ok) return refuseForm(form, read.errors);
  const strangers = strangersAmong({ proofPoints: read.draft.proofPoints }, { proofPoints });
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  const added = await database.change(author, submission, (change) =>
    addObjection(change, campaign.id, read.draft),
  );
  return added.ok ? afterChange(added) : notFound();
});

export default function NewObjection() {
  const { base, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Add an objection"
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Add an objection", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <EditForm action={`${base}/objections/new`} version={null} links={null} leaveTo={`${base}/messages`}>
        <ObjectionFields
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          choices={choices}
        />
      </EditForm>
    </>
  );
}
