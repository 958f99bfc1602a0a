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
import { editProofPoint } from "#db/queries/proof-point-acts.server.ts";
import { linksOfProofPoint } from "#db/queries/proof-point-list.server.ts";
import { EditForm } from "./edit-form.tsx";
import { readProofPointChoices, valuesOfProofPoint } from "./proof-point-choices.server.ts";
import { readProofPointForm } from "./proof-point-form.server.ts";
import { ProofPointFields } from "./proof-point-form.tsx";
import { proofPointHere } from "./proof-point-view.server.ts";

export const meta = () => pageTitle("Edit the proof point");

export const loader = campaignPage("write", async (arrival) => {
  const proofPoint = await proofPointHere(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    code: proofPoint.code,
    links: linksOfProofPoint(proofPoint),
    choices: await readProofPointChoices(arrival, proofPoint),
    values: arrival.kept ?? valuesOfProofPoint(proofPoint),
  };
});

const seenSchema = z.object({ version, links: z.string().max(20_000).default("") });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const { sources, colleagues } = await readProofPointChoices(arrival, proofPoint);
  const seen = readForm(form, seenSchema);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const read = readProofPointForm(form, {
    sources: new Set(sources.map((source) => source.code)),
    colleagues: new Set(colleagues.map((colleague) => colleague.id)),
    today: dateIn(now, WASHINGTON),
    checkedOn: proofPoint.checkedOn,
  });
  if (!read.ok) return refuseForm(form, read.errors);
  const edited = await database.change(author, submission, (change) =>
    editProofPoint(change, campaign.id, proofPoint.code, read.draft, seen.value),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const { id, version: present } = proofPoint;
  const theirs = Object.entries(valuesOfProofPoint(proofPoint)).filter(([name]) => name in LABELS);
  const texts = Object.fromEntries(theirs.map(([name, values]) => [name, values.join(", ")]));
  return refuseStale(form, await staleRecord(database, { kind: "proof point", id, version: present }, texts));
});

const LABELS = {
  claim: "Claim",
  figures: "Figures",
  sources: "Sources",
  asOf: "As of",
  edition: "Edition",
  reviewBy: "Review by",
  caveat: "Caveat",
  confidence: "Confidence",
  disclosure: "Disclosure",
};

export default function EditProofPoint() {
  const { base, code, links, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const own = `${base}/proof-points/${code}`;
  const typed = refused?.values ?? values;
  return (
    <>
      <PageHead
        title={`Edit proof point ${code}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Proof points", to: `${base}/proof-points` },
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
        <ProofPointFields values={typed} errors={refused?.errors ?? {}} choices={choices} />
      </EditForm>
    </>
  );
}
