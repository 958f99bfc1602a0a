import { type ClearedFor, isOpenTo, type Side } from "#app/campaign/clearances/clearance-status.ts";
import { clearDraft, type Draft } from "#app/campaign/clearances/own-draft.ts";

export type ReplyClearanceRefusal = keyof typeof REFUSALS;

/**
 * Decides whether a clearer may clear the reply to an objection: the words to say that the clearer was shown, once for
 * each side, and only where there are some, whatever note to the speaker stands beside them; not their own draft
 * (DOMAIN.md, objection: "with a cleared reply"; clearance).
 */
export function clearReply(
  objection: Draft & {
    isSameText: boolean;
    wordsToSay: string;
    clearedFor: ClearedFor;
    clearer: { accountId: string; side: Side };
    retiredAt: string | null;
  },
): { ok: true; isOwnDraft: boolean } | { ok: false; reason: ReplyClearanceRefusal } {
  const { clearer } = objection;
  if (objection.retiredAt !== null) return { ok: false, reason: "retired" };
  if (!objection.isSameText) return { ok: false, reason: "text-is-another" };
  if (!isOpenTo(clearer.side, objection.clearedFor)) return { ok: false, reason: "already-cleared" };
  if (objection.wordsToSay === "") return { ok: false, reason: "no-words-to-say" };
  return clearDraft(objection, clearer.accountId);
}

const REFUSALS = {
  "already-cleared": "This reply is already cleared",
  retired: "The objection is retired. Reinstate it before you clear its reply",
  "text-is-another":
    "Someone has changed the reply since you opened this page. Read the new one before you clear it",
  "no-words-to-say":
    "Nothing has been written under “Words to say” yet. Write the reply there first: a note to the speaker cannot be cleared",
  "own-draft": "You wrote this reply, so someone else must clear it",
};

/** What to tell a clearer whose act was refused; one wording for each refusal. */
export function explainReplyClearanceRefusal(reason: ReplyClearanceRefusal): string {
  return REFUSALS[reason];
}
