import { useActionData } from "@remix-run/react";
import { notAllowed, notFound, type Sent, type SignedInArrival } from "#app/http/page.server.ts";
import { afterChange, refuseByRule } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { findDoneChange } from "../done-change.server.ts";
import { undoChange } from "../undo-change.server.ts";
import { explainUndoRefusal } from "../undo-in-words.ts";

/** Why something stays as it is; or, where nothing was asked, what Undo is. */
export function UndoPage() {
  const refused = useActionData<typeof answerUndo>();
  return refused === undefined ? (
    <>
      <PageHead title="Undo" />
      <Empty text="There is nothing to undo here. Use the Undo button beside the change that you have just made." />
    </>
  ) : (
    <>
      <PageHead title="It was not undone" />
      <ErrorSummary errors={refused.errors} />
    </>
  );
}

/** Undoes what its doer has just done in this campaign; null is outside campaigns: an own account, the installation's records. */
export async function answerUndo(
  { form, author, database }: SignedInArrival & Sent,
  campaignId: string | null,
) {
  const change = await findDoneChange(database.read, author.accountId, String(form.get("change")));
  if (change === null || change.campaignId !== campaignId) notFound();
  const undone = await undoChange(database, author, change.id);
  if (undone.ok) return afterChange(undone);
  if (undone.reason === "not-allowed") notAllowed(explainUndoRefusal(undone));
  return refuseByRule(form, explainUndoRefusal(undone));
}
