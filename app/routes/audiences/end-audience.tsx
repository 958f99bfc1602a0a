import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { explainAudienceRefusal } from "#app/domain/audiences/refusals.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { audienceLocation, endAudience } from "#db/queries/audiences.server.ts";

export const meta = () => pageTitle("End an audience");

export const loader = campaignPage("write", async ({ campaign, params }) =>
  redirect(audienceLocation({ campaignId: campaign.id, audienceId: params.audience ?? "" })),
);

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

export default function NotEnded() {
  return (
    <>
      <PageHead title="The audience was not changed" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
    </>
  );
}
