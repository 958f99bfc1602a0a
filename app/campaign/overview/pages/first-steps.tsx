import { useLoaderData } from "@remix-run/react";
import { hideFirstSteps } from "#app/campaign/campaigns/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { readFirstSteps } from "../first-steps.server.ts";
import { FirstStepsList } from "./first-steps-list.tsx";
import styles from "./overview.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("First steps");

export const loader = campaignPage("read", async ({ database, campaign, account, now, may }) => ({
  campaignId: campaign.id,
  steps: await readFirstSteps(database.read, campaign, now),
  isHidden: campaign.hidesFirstSteps,
  isAdministrator: account.isAdministrator,
  mayWrite: may("write"),
}));

export const action = campaignAction("write", (arrival) => {
  const { id } = arrival.campaign;
  const isHidden = arrival.form.get("hidden") === "yes";
  return save(
    arrival,
    { ok: true, value: isHidden },
    async (change) => {
      const saved = await hideFirstSteps(change, id, isHidden, `/c/${id}`);
      return saved.ok ? saved : { ok: false as const, reason: "not-found" as const };
    },
    () => ({}),
  );
});

export default function FirstSteps() {
  const { campaignId, steps, isHidden, isAdministrator, mayWrite } = useLoaderData<typeof loader>();
  const isAllDone = steps.every(({ isDone }) => isDone);
  return (
    <>
      <PageHead
        title="First steps"
        sub="What a new campaign needs. Each step is ticked once it is done."
        crumbs={[{ label: "Overview", to: `/c/${campaignId}` }, "First steps"]}
      />
      <FirstStepsList steps={steps} campaignId={campaignId} isAdministrator={isAdministrator} />
      {isAllDone || !mayWrite ? null : (
        <ButtonForm
          action={addressOf.firstSteps(campaignId)}
          label={isHidden ? "Show on the overview" : "Hide from the overview"}
          fields={{ hidden: isHidden ? "no" : "yes" }}
        />
      )}
    </>
  );
}
