import { isAtLeastAsStrict, type Widened } from "#app/text/handling.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import type { HoldingLineText } from "./holding-line.ts";

/**
 * Which of the clearances of a line, the oldest first, covers a version: the newest of its very words until its very
 * instant, given for a text that travelled at least as far. Where none does, `widened` says how the version would
 * travel further than the newest clearance of its words allows. Source: DOMAIN.md, clearance.
 */
export function clearanceOfVersion<Cleared extends HoldingLineText>(
  version: HoldingLineText,
  clearances: readonly Cleared[],
): { clearance: Cleared | null; widened: Widened | null } {
  const ofTheseWords = clearances.filter((one) => hasSameWords(one, version));
  const covering = ofTheseWords.findLast(({ handling }) => isAtLeastAsStrict(version.handling, handling));
  if (covering !== undefined) return { clearance: covering, widened: null };
  const from = ofTheseWords.at(-1)?.handling;
  return { clearance: null, widened: from === undefined ? null : { from, to: version.handling } };
}

function hasSameWords(one: HoldingLineText, other: HoldingLineText): boolean {
  const isForTheSameTime = one.expiresAt.getTime() === other.expiresAt.getTime();
  return isForTheSameTime && withLineFeeds(one.text) === withLineFeeds(other.text);
}
