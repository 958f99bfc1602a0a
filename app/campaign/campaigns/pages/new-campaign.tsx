import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { administratorAction, administratorPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { addCampaign } from "../store.server.ts";
import { CampaignFields, CampaignRules } from "./campaign-fields.tsx";
import { readCampaignForm, readCampaignRules } from "./campaign-form.server.ts";

export const meta = () => pageTitle("Add a campaign");

export const loader = administratorPage(async ({ kept }) => ({ kept }));

export const action = administratorAction(async ({ database, form, author, submission, now }) => {
  const read = readCampaignForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const written = { ...read.value, ...readCampaignRules(form, []) };
  const added = await database.change(author, submission, (change) => addCampaign(change, written));
  return afterChange(added);
});

const AT_FIRST: Readonly<Record<string, string>> = {
  status: "planned",
  handling: "TLP:AMBER",
  clashDays: "14",
  travelMinutes: "30",
  embassyClearsAlone: "yes",
};

export default function NewCampaign() {
  const { kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values = sent?.values ?? kept;
  const typed = (name: string) => typedValue(values, name, values ? "" : (AT_FIRST[name] ?? ""));
  return (
    <>
      <PageHead
        title="Add a campaign"
        sub="A planned sequence of communication with a measurable outcome."
        crumbs={[
          { label: "Campaigns", to: "/admin/campaigns" },
          { label: "Add a campaign", to: null },
        ]}
      />
      <ErrorSummary errors={sent?.errors} />
      <FormFrame>
        <CampaignFields typed={typed} errors={sent?.errors ?? {}} />
        <CampaignRules typed={typed} errors={sent?.errors ?? {}} heads={[]} />
        <p className="save">
          <button className="btn primary" type="submit" data-pending="Saving…">
            Add the campaign
          </button>
        </p>
        <p className="note">Then give people their roles in it, each in his or her account.</p>
      </FormFrame>
    </>
  );
}
