import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { explainUndoRefusal } from "#app/domain/campaigns/undo.ts";
import { afterChange, refuseByRule } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findDoneChange } from "#db/done-change.server.ts";
import { undoChange } from "#db/undo.server.ts";

export const meta = () => pageTitle("Undo");

/** Undo is a button; its address alone leads back to the campaign. */
export const loader = campaignPage("read", async ({ campaign }) => redirect(`/c/${campaign.id}`));

export const action = campaignAction("write", async ({ form, author, campaign, database }) => {
  const change = await findDoneChange(database.read, author.accountId, String(form.get("change")));
  if (change === null || change.campaignId !== campaign.id) notFound();
  const undone = await undoChange(database, author, change.id);
  return undone.ok ? afterChange(undone) : refuseByRule(form, explainUndoRefusal(undone.reason));
});

export default function Undo() {
  return (
    <>
      <PageHead title="It was not undone" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
    </>
  );
}
