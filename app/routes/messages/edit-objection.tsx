import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { editObjection } from "#db/queries/objection-acts.server.ts";
import { linksOfObjection } from "#db/queries/objection-list.server.ts";
import { EditForm } from "./edit-form.tsx";
import { strangersAmong } from "./message-choices.server.ts";
import { readObjectionChoices, valuesOfObjection } from "./objection-choices.server.ts";
import { readObjectionForm } from "./objection-form.server.ts";
import { ObjectionFields } from "./objection-form.tsx";
import { objectionHere } from "./objection-view.server.ts";

export const meta = () => pageTitle("Edit the objection");

export const loader = campaignPage("write", async (arrival) => {
  const objection = await objectionHere(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    code: objection.code,
    links: linksOfObjection(objection),
    choices: await readObjectionChoices(arrival, objection),
    values: arrival.kept ?? valuesOfObjection(objection),
  };
});

const seenSchema = z.object({ version, links: z.string().max(20_000).default("") });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const objection = await objectionHere(arrival);
  const { code, id, version: present } = objection;
  const { sources, proofPoints } = await readObjectionChoices(arrival, objection);
  const seen = readForm(form, seenSchema);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const today = dateIn(now, WASHINGTON);
  const read = readObjectionForm(form, { sources: new Set(sources.map((source) => source.code)), today });
  if (!read.ok) return refuseForm(form, read.errors);
  const strangers = strangersAmong({ proofPoints: read.draft.proofPoints }, { proofPoints });
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  const edited = await database.change(author, submission, (change) =>
    editObjection(change, campaign.id, code, read.draft, seen.value),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const theirs = Object.entries(valuesOfObjection(objection)).filter(([name]) => name in LABELS);
  const texts = Object.fromEntries(theirs.map(([name, values]) => [name, values.join(", ")]));
  return refuseStale(form, await staleRecord(database, { kind: "objection", id, version: present }, texts));
});

const LABELS = {
  name: "Name",
  says: "What is said against us",
  who: "Heard from",
  reply: "Our reply",
  difficult: "Difficult question",
  proofPoints: "Proof points",
  sources: "Sources",
};

export default function EditObjection() {
  const { base, code, links, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const own = `${base}/objections/${code}`;
  const typed = refused?.values ?? values;
  return (
    <>
      <PageHead
        title={`Edit objection ${code}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: code, to: own },
          { label: "Edit", to: null },
        ]}
      />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={LABELS} keepTheirs={`${own}/edit`} />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      <EditForm
        action={`${own}/edit`}
        version={Number(typedValue(typed, "version", ""))}
        links={refused && refused.stale === null ? typedValue(typed, "links", links) : links}
        leaveTo={own}
      >
        <ObjectionFields values={typed} errors={refused?.errors ?? {}} choices={choices} />
      </EditForm>
    </>
  );
}
