import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { editFeedback } from "../store.server.ts";
import { feedbackChoices } from "./feedback-choices.server.ts";
import { FEEDBACK_LABELS, FeedbackFields } from "./feedback-fields.tsx";
import { errorsOf, readFeedbackForm } from "./feedback-form.server.ts";
import { feedbackHere, valuesOf, wordsOf } from "./feedback-here.server.ts";

export const meta = () => pageTitle("Edit the reaction");

export const loader = campaignPage("write", async (arrival) => {
  const feedback = await feedbackHere(arrival);
  return {
    list: `/c/${arrival.campaign.id}/feedback`,
    own: `/c/${arrival.campaign.id}/feedback/${feedback.id}`,
    version: feedback.version,
    choices: await feedbackChoices(arrival),
    values: arrival.kept ?? valuesOf(feedback),
  };
});

const schema = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const { id } = await feedbackHere(arrival);
  const seen = readForm(form, schema);
  const read = readFeedbackForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const target = { campaignId: campaign.id, feedbackId: id };
  const saved = await database.change(author, submission, (change) =>
    editFeedback(change, target, read.value, seen.value.version),
  );
  if (saved.ok) return afterChange(saved);
  if ("field" in saved) return refuseForm(form, errorsOf(saved));
  if (saved.reason === "not-found") notFound();
  const theirs = await feedbackHere(arrival);
  const record = { kind: "feedback", id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, wordsOf(theirs)));
});

export default function EditFeedback() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const stale = refused?.stale ?? null;
  return (
    <>
      <PageHead
        title="Edit the reaction"
        crumbs={[
          { label: "Reactions", to: page.list },
          { label: "This one", to: page.own },
          { label: "Edit", to: null },
        ]}
      />
      {stale === null ? null : (
        <Conflict stale={stale} mine={refused?.values ?? {}} labels={FEEDBACK_LABELS} keepTheirs={page.own} />
      )}
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        <FeedbackFields
          values={refused?.values ?? page.values}
          errors={refused?.errors ?? {}}
          choices={page.choices}
        />
        <SaveBar label="Save" leave={page.own} />
      </FormFrame>
    </>
  );
}
