import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { organisationRecord } from "../record.ts";
import { addOrganisation } from "../store.server.ts";

export const meta = () => pageTitle("Add an organisation");

export const loader = campaignPage("write", async ({ campaign, kept }) => ({
  organisations: addressOf.organisations(campaign.id),
  values: kept ?? organisationRecord.typed({}),
}));

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  return save(
    arrival,
    organisationRecord.read(form, today),
    (change, typed) => addOrganisation(change, campaign.id, typed),
    () => "",
  );
});

export default function NewOrganisation() {
  const { organisations, values } = useLoaderData<typeof loader>();
  return (
    <RecordPage
      of={organisationRecord}
      head={{
        title: "Add an organisation",
        crumbs: [{ label: "Organisations", to: organisations }, "New"],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      action={`${organisations}/new`}
      leave={organisations}
      save="Add the organisation"
      pending="Adding…"
    />
  );
}
