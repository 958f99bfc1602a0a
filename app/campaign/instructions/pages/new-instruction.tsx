import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { addInstruction } from "../store.server.ts";
import { InstructionFields } from "./instruction-fields.tsx";
import { errorsOf, readInstructionForm } from "./instruction-form.server.ts";

export const meta = () => pageTitle("Record an instruction");

export const loader = campaignPage("write", async ({ campaign, now, kept }) => ({
  list: `/c/${campaign.id}/instructions`,
  handling: campaign.handling,
  today: dateIn(now, WASHINGTON),
  kept,
}));

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const read = readInstructionForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addInstruction(change, campaign.id, read.value),
  );
  return added.ok ? afterChange(added) : refuseForm(form, errorsOf(added.reason));
});

export default function NewInstruction() {
  const { list, handling, today, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const empty = { issuer: "", reference: "", text: "", redLines: "", expiresOn: "" };
  return (
    <>
      <PageHead
        title="Record an instruction"
        crumbs={[
          { label: "Instructions", to: list },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame>
        <InstructionFields
          values={refused?.values ?? kept}
          errors={refused?.errors ?? {}}
          otherwise={{ ...empty, handling, receivedOn: formatDate(today) }}
        />
        <button type="submit" className="btn primary">
          Save
        </button>
      </FormFrame>
    </>
  );
}
