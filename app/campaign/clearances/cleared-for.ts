/** The two sides that clear. A desk belongs to one of them (DOMAIN.md, clearance). */
export type Side = "embassy" | "ministry";

/** For which sides an exact wording counts as cleared. */
export type ClearedFor = "nobody" | "embassy" | "both sides";

/**
 * Of the clearances of one exact wording the one that reaches farthest; null where there is none. The ministry's
 * counts for both sides; the embassy's, and what the head of mission released, for the embassy only.
 * Source: DOMAIN.md, clearance.
 */
export function widestClearance<Given extends { authority: Side }>(
  ofThisText: readonly Given[],
): Given | null {
  return ofThisText.find(({ authority }) => authority === "ministry") ?? ofThisText[0] ?? null;
}

/** For whom a wording with this widest clearance counts as cleared. Source: DOMAIN.md, clearance. */
export function clearedFor(widest: { authority: Side } | null): ClearedFor {
  if (widest === null) return "nobody";
  return widest.authority === "ministry" ? "both sides" : "embassy";
}

/**
 * Whether a clearer of that side still has something to clear in a wording: the embassy what nobody has cleared, the
 * ministry also what the embassy alone has. Source: DOMAIN.md, clearance.
 */
export function isOpenTo(side: Side, reach: ClearedFor): boolean {
  return reach === "nobody" || (reach === "embassy" && side === "ministry");
}
