import type { Block } from "./talking-points.ts";
import { withLineFeeds } from "./text-hash.ts";

/** The wording of a block's origin as it stands today in the library. */
export type CurrentWording = { blockId: string; text: string; isCleared: boolean; revisionId: string | null };

/** What a block's words are, measured against where they came from. */
export type Wording =
  | { wording: "own words" }
  | { wording: "altered"; originText: string }
  | { wording: "not cleared at its origin" }
  | { wording: "changed at its origin"; current: CurrentWording }
  | { wording: "cleared wording" };

/**
 * Tells whether a block is cleared wording used unaltered, and if not, why: typed by ourselves, altered here,
 * not cleared where it came from, or meanwhile worded anew there. `current` is null where the origin is gone.
 */
export function wordingOf(block: Block, current: CurrentWording | null): Wording {
  if (block.origin.kind === "own words") return { wording: "own words" };
  const originText = withLineFeeds(block.origin.text);
  const isOffered = current !== null && (current.isCleared || block.origin.kind === "proof point");
  if (isOffered && withLineFeeds(current.text) !== originText) {
    return { wording: "changed at its origin", current };
  }
  if (withLineFeeds(block.text) !== originText) return { wording: "altered", originText };
  return current?.isCleared ? { wording: "cleared wording" } : { wording: "not cleared at its origin" };
}

/** Whether every block of a paper is cleared wording used unaltered, so that the embassy may clear it alone. */
export function isAllClearedWording(blocks: readonly Block[], wordings: readonly CurrentWording[]): boolean {
  return blocks.every((block) => {
    const current = wordings.find((one) => one.blockId === block.id) ?? null;
    return wordingOf(block, current).wording === "cleared wording";
  });
}
