import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ORGANISATION_KINDS } from "#app/campaign/audiences/audience-of-organisation.ts";
import { line, optionalLine } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addOrganisation } from "../store.server.ts";

export const meta = () => pageTitle("Add an organisation");

export const loader = campaignPage("write", async ({ campaign, kept }) => ({
  organisations: `/c/${campaign.id}/organisations`,
  values: kept,
}));

const sent = z.object({
  name: line(200, "Enter what the organisation is called"),
  kind: z.enum(ORGANISATION_KINDS, { error: "Choose what kind of organisation it is" }),
  address: optionalLine(300),
  phone: optionalLine(60),
  source: line(200, "Say where this comes from: a web page, a card"),
});

export const action = campaignAction("write", async ({ form, campaign, database, author, submission }) => {
  const read = readForm(form, sent);
  if (!read.ok) return refuseForm(form, read.errors);
  return afterChange(
    await database.change(author, submission, (change) => addOrganisation(change, campaign.id, read.value)),
  );
});

export default function NewOrganisation() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const values = refused?.values ?? page.values;
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <PageHead
        title="Add an organisation"
        crumbs={[
          { label: "Organisations", to: page.organisations },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={`${page.organisations}/new`}>
        <TextInput
          {...text("name")}
          label="Name"
          hint="As it names itself: Department of State"
          autoComplete="off"
        />
        <Select
          {...text("kind")}
          label="Kind"
          options={[
            { value: "", label: "Choose" },
            ...ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kind })),
          ]}
        />
        <TextInput {...text("address")} label="Address" optional autoComplete="off" />
        <TextInput {...text("phone")} label="Telephone" optional autoComplete="off" />
        <TextInput {...text("source")} label="Where this comes from" autoComplete="off" />
        <SaveBar label="Add the organisation" leave={page.organisations} pending="Adding…" />
      </FormFrame>
    </>
  );
}
