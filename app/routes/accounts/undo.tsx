import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { explainUndoRefusal } from "#app/domain/campaigns/undo.ts";
import { afterChange, refuseByRule } from "#app/http/form.server.ts";
import { notFound, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findDoneChange } from "#db/done-change.server.ts";
import { undoChange } from "#db/undo.server.ts";

export const meta = () => pageTitle("Undo");

export const loader = signedInPage(async () => redirect("/"));

/** Undoes what was done outside campaigns: one's own account, or as an administrator the installation's records. */
export const action = signedInAction(async ({ form, author, account, database }) => {
  const change = await findDoneChange(database.read, author.accountId, String(form.get("change")));
  if (change === null || change.campaignId !== null) notFound();
  if (change.recordId !== account.id && !account.isAdministrator) notFound();
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
