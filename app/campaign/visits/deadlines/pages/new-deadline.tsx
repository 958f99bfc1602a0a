import { useActionData, useLoaderData } from "@remix-run/react";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { crumbsOf } from "../../pages/visit-crumbs.ts";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { addDeadline } from "../store.server.ts";
import { DeadlineFields } from "./deadline-fields.tsx";
import { readDeadlineForm } from "./deadline-form.server.ts";

export const meta = () => pageTitle("Add a deadline");

export const loader = campaignPage("write", async (arrival) => {
  const { event } = await visitHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, event.id),
    title: event.title,
    colleagues: await listColleagues(arrival.database.read, arrival.campaign.id),
    values: arrival.kept ?? { owner: [arrival.account.id] },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission } = arrival;
  const read = await readDeadlineForm(arrival);
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addDeadline(change, targetHere(arrival, "#due"), read.details),
  );
  return added.ok ? afterChange(added) : notFound();
});

export default function NewDeadline() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a deadline" sub={page.title} crumbs={crumbsOf(page, "Add a deadline")} />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action="?">
        <DeadlineFields
          values={refused?.values ?? page.values}
          errors={refused?.errors ?? {}}
          colleagues={page.colleagues}
        />
        <SaveBar label="Add" leave={page.here} />
      </FormFrame>
    </>
  );
}
