import { useActionData, useLoaderData } from "@remix-run/react";
import { listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { administratorAction, administratorPage, notFound } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findCampaign } from "../store.server.ts";
import { CAMPAIGN_LABELS, CampaignFields, CampaignRules } from "./campaign-fields.tsx";
import { valuesOfCampaign } from "./campaign-form.server.ts";
import { saveCampaign } from "./save-campaign.server.ts";

export const meta = () => pageTitle("Campaign");

export const loader = administratorPage(async ({ params, database, kept }) => {
  const campaign = await findCampaign(database.read, params.campaign ?? "");
  if (campaign === null) notFound();
  const stored: Readonly<Record<string, string>> = valuesOfCampaign(campaign, formatDate);
  const heads = await listEmbassyClearers(database.read, campaign.id);
  return { id: campaign.id, name: campaign.name, stored, kept, heads };
});

export const action = administratorAction(async (arrival) => {
  const campaign = await findCampaign(arrival.database.read, arrival.params.campaign ?? "");
  if (campaign === null) notFound();
  const location = `/admin/campaigns/${campaign.id}`;
  return saveCampaign(arrival, campaign, { withRules: true, location });
});

export default function EditCampaign() {
  const { id, name, stored, kept, heads } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values = sent?.values ?? kept;
  const typed = (field: string) => typedValue(values, field, values ? "" : (stored[field] ?? ""));
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          { label: "Campaigns", to: "/admin/campaigns" },
          { label: name, to: null },
        ]}
      />
      <ErrorSummary errors={sent?.errors} />
      {sent?.stale ? (
        <Conflict
          stale={sent.stale}
          mine={sent.values}
          labels={CAMPAIGN_LABELS}
          keepTheirs={`/admin/campaigns/${id}`}
        />
      ) : null}
      <FormFrame version={Number(typed("version"))}>
        <CampaignFields typed={typed} errors={sent?.errors ?? {}} />
        <CampaignRules typed={typed} errors={sent?.errors ?? {}} heads={heads} />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Save
          </button>
        </p>
      </FormFrame>
    </>
  );
}
