import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { EditForm } from "../../edit-form.tsx";
import { addProofPoint } from "../acts.server.ts";
import { readProofPointChoices } from "./proof-point-choices.server.ts";
import { readProofPointForm } from "./proof-point-form.server.ts";
import { ProofPointFields } from "./proof-point-form.tsx";

export const meta = () => pageTitle("Add a proof point");

export const loader = campaignPage("write", async (arrival) => ({
  base: `/c/${arrival.campaign.id}`,
  choices: await readProofPointChoices(arrival, null),
  values: arrival.kept ?? {},
}));

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const { sources, colleagues } = await readProofPointChoices(arrival, null);
  const read = readProofPointForm(form, {
    sources: new Set(sources.map((source) => source.code)),
    colleagues: new Set(colleagues.map((colleague) => colleague.id)),
    today: dateIn(now, WASHINGTON),
    checkedOn: null,
  });
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addProofPoint(change, campaign.id, read.draft),
  );
  return added.ok ? afterChange(added) : notFound();
});

export default function NewProofPoint() {
  const { base, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Add a proof point"
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Proof points", to: `${base}/proof-points` },
          { label: "Add a proof point", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <EditForm
        action={`${base}/proof-points/new`}
        version={null}
        links={null}
        leaveTo={`${base}/proof-points`}
      >
        <ProofPointFields
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          choices={choices}
        />
      </EditForm>
    </>
  );
}
