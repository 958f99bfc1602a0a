import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { crumbsOf } from "../../pages/visit-crumbs.ts";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import type { Deadline } from "../deadlines.ts";
import { editDeadline, removeDeadline } from "../store.server.ts";
import { DEADLINE_LABELS, DeadlineFields } from "./deadline-fields.tsx";
import { readDeadlineForm } from "./deadline-form.server.ts";

export const meta = () => pageTitle("Edit the deadline");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, deadline } = await deadlineHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    name: deadline.title,
    version: deadline.version,
    colleagues: await listColleagues(arrival.database.read, arrival.campaign.id),
    values: arrival.kept ?? valuesOfDeadline(deadline),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { deadline } = await deadlineHere(arrival);
  return arrival.form.get("act") === "remove" ? remove(arrival, deadline.id) : edit(arrival, deadline.id);
});

async function remove(arrival: CampaignArrival & Sent, deadlineId: string) {
  const target = { ...targetHere(arrival, "#due"), deadlineId };
  const removed = await arrival.database.change(arrival.author, arrival.submission, (change) =>
    removeDeadline(change, target),
  );
  return removed.ok ? afterChange(removed) : notFound();
}

const schema = z.object({ version });

async function edit(arrival: CampaignArrival & Sent, deadlineId: string) {
  const { form, database, author, submission } = arrival;
  const shown = readForm(form, schema);
  if (!shown.ok) return refuseForm(form, shown.errors);
  const read = await readDeadlineForm(arrival);
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { ...targetHere(arrival, "#due"), deadlineId };
  const edited = await database.change(author, submission, (change) =>
    editDeadline(change, target, read.details, shown.value.version),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const { visit, deadline } = await deadlineHere(arrival);
  const record = { kind: "outreach event", id: visit.event.id, version: deadline.version } as const;
  const words = Object.entries(valuesOfDeadline(deadline)).map(([name, values]) => [name, values.join(", ")]);
  return refuseStale(form, await staleRecord(database, record, Object.fromEntries(words)));
}

async function deadlineHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const deadline = visit.deadlines.find(({ id }) => id === arrival.params.deadline);
  return deadline === undefined ? notFound() : { visit, deadline };
}

export default function EditDeadline() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const stale = refused?.stale ?? null;
  return (
    <>
      <PageHead
        title={page.name}
        sub={page.title}
        crumbs={crumbsOf(page, page.name)}
        acts={<ButtonForm action="?" label="Remove it" fields={{ act: "remove" }} />}
      />
      {stale === null ? null : (
        <Conflict stale={stale} mine={refused?.values ?? {}} labels={DEADLINE_LABELS} keepTheirs="?" />
      )}
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action="?" version={stale?.version ?? page.version}>
        <DeadlineFields
          values={refused?.values ?? page.values}
          errors={refused?.errors ?? {}}
          colleagues={page.colleagues}
        />
        <SaveBar label="Save" leave={page.here} />
      </FormFrame>
    </>
  );
}

/** What stands in the form of a deadline when it opens. */
function valuesOfDeadline({ title, days, time, owner, note }: Deadline): FormValues {
  return {
    title: [title],
    days: [String(Math.abs(days))],
    side: [days > 0 ? "after" : "before"],
    time: [time],
    owner: [owner?.id ?? ""],
    note: [note],
  };
}
