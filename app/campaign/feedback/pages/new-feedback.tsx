import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addFeedback } from "../store.server.ts";
import { feedbackChoices } from "./feedback-choices.server.ts";
import { FeedbackFields } from "./feedback-fields.tsx";
import { errorsOf, readFeedbackForm } from "./feedback-form.server.ts";

export const meta = () => pageTitle("Record a reaction");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, now, url, kept } = arrival;
  const asked = (name: string) => [url.searchParams.get(name) ?? ""];
  const day = formatDate(dateIn(now, WASHINGTON));
  return {
    list: `/c/${campaign.id}/feedback`,
    choices: await feedbackChoices(arrival),
    values: kept ?? {
      day: [day],
      message: asked("message"),
      audience: asked("audience"),
      contact: asked("contact"),
    },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const read = readFeedbackForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addFeedback(change, campaign.id, read.value),
  );
  return added.ok ? afterChange(added) : refuseForm(form, errorsOf(added));
});

export default function NewFeedback() {
  const { list, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Record a reaction"
        crumbs={[
          { label: "Reactions", to: list },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action={`${list}/new`}>
        <FeedbackFields values={refused?.values ?? values} errors={refused?.errors ?? {}} choices={choices} />
        <SaveBar label="Record it" leave={list} />
      </FormFrame>
    </>
  );
}
