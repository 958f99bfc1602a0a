/** A text as whose draft it is: the accounts that wrote some of it, and whether the campaign lets a writer clear. */
export type Draft = { writers: readonly string[]; ownDraftMayBeCleared: boolean };

/**
 * Who may not clear a text, at a desk, for a side or as head of mission: whoever wrote some of it, for no one clears
 * their own draft; nobody where the campaign's setting allows it. Source: DOMAIN.md, clearance.
 */
export function barredFrom({ writers, ownDraftMayBeCleared }: Draft): readonly string[] {
  return ownDraftMayBeCleared ? [] : writers;
}

/** Whether an account may clear a text in view of who wrote it; where a writer may, the clearance says so. */
export function clearDraft(
  draft: Draft,
  clearerId: string,
): { ok: true; isOwnDraft: boolean } | { ok: false; reason: "own-draft" } {
  if (barredFrom(draft).includes(clearerId)) return { ok: false, reason: "own-draft" };
  return { ok: true, isOwnDraft: draft.writers.includes(clearerId) };
}

/** What to tell a clearer who is asked at a desk about what they wrote: "part of this cable"; without a full stop. */
export function explainOwnDraft(wrote: string): string {
  return `You wrote ${wrote}, and no one may clear their own draft in this campaign. Another clearer must clear it; an administrator can name one, or change this rule`;
}

/** What to tell whoever sends a text to the campaign's clearers that none of them may clear; without a full stop. */
export const NO_OTHER_CLEARER =
  "No one in this campaign can clear this text: there is no clearer, or the only clearers wrote it and may not clear their own draft. Ask an administrator to name another clearer, or to change that rule";
