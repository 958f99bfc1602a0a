import { type ClearedFor, isOpenTo, type Side } from "#app/campaign/clearances/clearance-status.ts";
import { clearDraft, type Draft } from "#app/campaign/clearances/own-draft.ts";

export type ReplyClearanceRefusal =
  | "already-cleared"
  | "retired"
  | "text-is-another"
  | "no-words-to-say"
  | "own-draft";

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

/** What to tell a clearer whose act was refused; one wording for each refusal. */
export function explainReplyClearanceRefusal(reason: ReplyClearanceRefusal): string {
  switch (reason) {
    case "already-cleared":
      return "This reply is already cleared";
    case "retired":
      return "The objection is retired. Reinstate it before you clear its reply";
    case "text-is-another":
      return "Someone has changed the reply since you opened this page. Read the new one before you clear it";
    case "no-words-to-say":
      return "The reply has no words to say yet. Write them first: only words to say can be cleared, not a note to the speaker";
    case "own-draft":
      return "You wrote this reply, so someone else must clear it";
  }
}
