import { citedCodes, withoutFootnoteMarks } from "./marks.ts";
import type { Block } from "./talking-points.ts";
import { withLineFeeds } from "./text-hash.ts";

/** The wording of a block's origin as it stands today: in the library, or in the record of the event. */
export type CurrentWording = { blockId: string; text: string; isCleared: boolean; revisionId: string | null };

/** What a block's words are, measured against where they came from. */
export type Wording =
  | { wording: "own words" }
  | { wording: "altered"; originText: string }
  | { wording: "not cleared at its origin" }
  | { wording: "changed at its origin"; current: CurrentWording }
  | { wording: "facts of the record" }
  | { wording: "cleared wording" };

/**
 * Tells whether a block is cleared wording used unaltered, and if not, why: typed by ourselves, altered here,
 * not cleared where it came from, or meanwhile worded anew there. Facts of the event's record, used unaltered, are no
 * wording and need no clearing of their own. A footnote mark that is put into a text does not alter its words; one
 * that is taken out does. `current` is null where the origin is gone.
 */
export function wordingOf(block: Block, current: CurrentWording | null): Wording {
  const { origin, text } = block;
  if (origin.kind === "own words") return { wording: "own words" };
  const isOffered = current !== null && (current.isCleared || origin.kind === "proof point");
  if (isOffered && withLineFeeds(current.text) !== withLineFeeds(origin.text)) {
    return { wording: "changed at its origin", current };
  }
  if (!isUnaltered(text, origin.text)) return { wording: "altered", originText: withLineFeeds(origin.text) };
  if (origin.kind === "event record") return { wording: "facts of the record" };
  return current?.isCleared ? { wording: "cleared wording" } : { wording: "not cleared at its origin" };
}

function isUnaltered(text: string, originText: string): boolean {
  const cited = citedCodes(text);
  return (
    withLineFeeds(withoutFootnoteMarks(text)) === withLineFeeds(withoutFootnoteMarks(originText)) &&
    citedCodes(originText).every((code) => cited.includes(code))
  );
}

/**
 * Whether every block of a paper is cleared wording or facts of the record, used unaltered, so that the embassy may
 * clear it alone. Facts that were true when they were taken over stay facts when the record has moved on.
 */
export function isAllClearedWording(blocks: readonly Block[], wordings: readonly CurrentWording[]): boolean {
  return blocks.every((block) => {
    if (block.origin.kind === "event record") return isUnaltered(block.text, block.origin.text);
    const current = wordings.find((one) => one.blockId === block.id) ?? null;
    return wordingOf(block, current).wording === "cleared wording";
  });
}
