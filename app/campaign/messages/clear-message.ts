import type { Side } from "#app/campaign/clearances/clearance-status.ts";
import { clearDraft } from "#app/campaign/clearances/own-draft.ts";
import {
  type MessageState,
  mayStillBeCleared,
  messageStatus,
  type RevisionClearance,
} from "./message-status.ts";

export type MessageClearanceRefusal = keyof typeof REFUSALS;

/**
 * Decides whether a clearer may clear the newest revision of a message. It clears the text that the clearer was shown
 * and no other, unless it counts as cleared for the clearer's side already or is their own draft; a message without a
 * proof point cannot be cleared (DESIGN.md, messages; DOMAIN.md, clearance).
 */
export function clearMessage(request: {
  message: MessageState & { writers: readonly string[]; proofPoints: number };
  clearances: readonly RevisionClearance[];
  shownHash: string;
  clearer: { accountId: string; side: Side };
  ownDraftMayBeCleared: boolean;
}): { ok: true; isOwnDraft: boolean } | { ok: false; reason: MessageClearanceRefusal } {
  const { message, clearances, shownHash, clearer, ownDraftMayBeCleared } = request;
  const status = messageStatus(message, clearances);
  if (status.status === "retired") return { ok: false, reason: "retired" };
  if (message.newest.textHash !== shownHash) return { ok: false, reason: "text-is-another" };
  if (!mayStillBeCleared(status, clearer.side)) return { ok: false, reason: "already-cleared" };
  if (message.proofPoints === 0) return { ok: false, reason: "no-proof-point" };
  return clearDraft({ writers: message.writers, ownDraftMayBeCleared }, clearer.accountId);
}

const REFUSALS = {
  "already-cleared": "This wording is already cleared",
  retired: "The message is retired and cannot be cleared",
  "text-is-another":
    "Someone has changed the wording since you opened this page. Read the new wording before you clear it",
  "no-proof-point": "A message without a proof point cannot be cleared. Add one first",
  "own-draft": "You wrote this wording, so someone else must clear it",
};

/** What to tell a clearer whose act was refused; one wording for each refusal. */
export function explainMessageClearanceRefusal(reason: MessageClearanceRefusal): string {
  return REFUSALS[reason];
}
