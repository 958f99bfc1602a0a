import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findAudience } from "../lists.server.ts";
import { explainAudienceRefusal } from "../refusals.ts";
import { audienceLocation, endAudience } from "../store.server.ts";
import { EndAudience } from "./end-audience-form.tsx";

export const meta = () => pageTitle("End an audience");

export const loader = campaignPage("write", async ({ campaign, account, database, params, now }) => {
  const view = { campaignId: campaign.id, accountId: account.id, now, today: dateIn(now, WASHINGTON) };
  const {
    id,
    name,
    endedOn,
    version: seen,
  } = (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
  return { own: audienceLocation({ campaignId: campaign.id, audienceId: id }), name, endedOn, version: seen };
});

const sent = z.object({ version, standing: z.enum(["ended", "taken up"]) });

export const action = campaignAction(
  "write",
  async ({ form, params, campaign, database, author, submission, now }) => {
    const read = readForm(form, sent);
    if (!read.ok) return refuseForm(form, read.errors);
    const target = { campaignId: campaign.id, audienceId: params.audience ?? "" };
    const endedOn = read.value.standing === "ended" ? dateIn(now, WASHINGTON) : null;
    const ended = await database.change(author, submission, (change) =>
      endAudience(change, target, endedOn, read.value.version),
    );
    if (ended.ok) return afterChange(ended);
    if (ended.reason === "audience-not-found") notFound();
    return refuseByRule(form, explainAudienceRefusal(ended.reason));
  },
);

export default function EndAnAudience() {
  const { name, ...audience } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          { label: name, to: audience.own },
          { label: "End", to: null },
        ]}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <EndAudience {...audience} />
    </>
  );
}
