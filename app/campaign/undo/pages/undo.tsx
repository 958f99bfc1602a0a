import { useActionData } from "@remix-run/react";
import { afterChange, refuseByRule } from "#app/http/form.server.ts";
import { notAllowed, notFound, signedInAction, signedInPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { UndoAnswer } from "#app/ui/undo-answer.tsx";
import { findDoneChange } from "../done-change.server.ts";
import { undoChange } from "../undo.server.ts";
import { explainUndoRefusal } from "../undo.ts";

export const meta = () => pageTitle("Undo");

export const loader = signedInPage(async () => null);

/** Undoes what was done outside campaigns: one's own account, or as an administrator the installation's records. */
export const action = signedInAction(async ({ form, author, database }) => {
  const change = await findDoneChange(database.read, author.accountId, String(form.get("change")));
  if (change === null || change.campaignId !== null) notFound();
  const undone = await undoChange(database, author, change.id);
  if (undone.ok) return afterChange(undone);
  if (undone.reason === "not-allowed") notAllowed(explainUndoRefusal(undone));
  return refuseByRule(form, explainUndoRefusal(undone));
});

export default function Undo() {
  return <UndoAnswer errors={useActionData<typeof action>()?.errors} />;
}
