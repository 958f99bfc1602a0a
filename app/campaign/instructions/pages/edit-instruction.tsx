import { useActionData, useLoaderData } from "@remix-run/react";
import { version } from "#app/http/fields.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { listChanges } from "#db/history.server.ts";
import { instructionHere } from "../instruction-view.server.ts";
import type { Instruction } from "../lists.server.ts";
import { editInstruction } from "../store.server.ts";
import { InstructionFields } from "./instruction-fields.tsx";
import { errorsOf, readInstructionForm } from "./instruction-form.server.ts";

export const meta = () => pageTitle("Edit an instruction");

export const loader = campaignPage("write", async (arrival) => {
  const instruction = await instructionHere(arrival);
  return { base: `/c/${arrival.campaign.id}/instructions`, instruction, kept: arrival.kept };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const { id } = await instructionHere(arrival);
  const seen = version.safeParse(form.get("version"));
  const read = readInstructionForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  if (!seen.success) return refuseForm(form, { "": "The page is out of date: load it again" });
  const saved = await database.change(author, submission, (change) =>
    editInstruction(change, { campaignId: campaign.id, id }, read.value, seen.data),
  );
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "not-found") notFound();
  if (saved.reason !== "changed-by-somebody-else") return refuseForm(form, errorsOf(saved.reason));
  const present = await instructionHere(arrival);
  const [latest] = await listChanges(database.read, "instruction", id, 1);
  return refuseStale(form, {
    by: latest?.accountName ?? "Somebody",
    at: latest?.madeAt ?? "",
    version: present.version,
    theirs: valuesOf(present),
  });
});

function valuesOf(instruction: Instruction) {
  const { issuer, reference, text, redLines, handling, receivedOn, expiresOn } = instruction;
  return {
    issuer,
    reference,
    text,
    redLines: redLines.join("\n"),
    handling,
    receivedOn: formatDate(receivedOn),
    expiresOn: expiresOn === null ? "" : formatDate(expiresOn),
  };
}

const LABELS = {
  issuer: "Issued by",
  reference: "Reference",
  receivedOn: "Received on",
  expiresOn: "Last day",
  text: "What it asks",
  redLines: "Red lines",
  handling: "How it may travel",
};

export default function EditInstruction() {
  const { base, instruction, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? kept;
  return (
    <>
      <PageHead
        title={`Edit ${instruction.reference}`}
        crumbs={[
          { label: "Instructions", to: base },
          { label: instruction.reference, to: `${base}/${instruction.id}` },
          { label: "Edit", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={LABELS} keepTheirs="?" />
      ) : null}
      <FormFrame version={Number(typedValue(values, "version", String(instruction.version)))}>
        <InstructionFields values={values} errors={refused?.errors ?? {}} otherwise={valuesOf(instruction)} />
        <button type="submit" className="btn primary">
          Save
        </button>
      </FormFrame>
    </>
  );
}
