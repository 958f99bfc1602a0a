import { notAllowed, notFound, type Sent, type SignedInArrival } from "#app/http/page.server.ts";
import { afterChange, refuseByRule } from "#app/http/save-form.server.ts";
import { findDoneChange } from "../done-change.server.ts";
import { undoChange } from "../undo-change.server.ts";
import { explainUndoRefusal } from "../undo-refusal.ts";

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
