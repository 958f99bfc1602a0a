import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { planAction } from "./plan-action.server.ts";
import { PlanForm } from "./plan-form.tsx";
import { planPage } from "./plan-page.server.ts";
import planning from "./planning.css?url";

export const links: LinksFunction = () => [moving, planning].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Plan an event");

export const loader = campaignPage("write", planPage);

export const action = campaignAction("write", planAction);

export default function NewEvent() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Plan an event"
        sub={page.copiedFrom === null ? null : `A copy of “${page.copiedFrom}”. Choose its day.`}
        crumbs={[{ label: "Calendar", to: addressOf.calendar(page.campaignId) }, "New"]}
      />
      <ErrorSummary errors={refused?.errors} form="plan" />
      <PlanForm page={page} refused={refused ?? null} />
    </>
  );
}
