import { useActionData } from "@remix-run/react";
import { afterChange, refuseByRule } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notAllowed, notFound } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { UndoAnswer } from "#app/ui/undo-answer.tsx";
import { findDoneChange } from "../done-change.server.ts";
import { undoChange } from "../undo.server.ts";
import { explainUndoRefusal } from "../undo.ts";

export const meta = () => pageTitle("Undo");

export const loader = campaignPage("read", async () => null);

/** Whoever belongs to the campaign asks; what undoing does decides whether they may. */
export const action = campaignAction("read", async ({ form, author, campaign, database }) => {
  const change = await findDoneChange(database.read, author.accountId, String(form.get("change")));
  if (change === null || change.campaignId !== campaign.id) notFound();
  const undone = await undoChange(database, author, change.id);
  if (undone.ok) return afterChange(undone);
  if (undone.reason === "not-allowed") notAllowed(explainUndoRefusal(undone));
  return refuseByRule(form, explainUndoRefusal(undone));
});

export default function Undo() {
  return <UndoAnswer errors={useActionData<typeof action>()?.errors} />;
}
