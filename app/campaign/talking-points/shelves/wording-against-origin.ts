import type { ClearedFor } from "#app/campaign/clearances/clearance-status.ts";
import { type Block, isNoteToSpeaker } from "#app/campaign/paper-text/paper.ts";
import { citedCodes, withoutFootnoteMarks } from "#app/text/marks.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import { isFactHeading } from "../from-event/event-facts.ts";

/**
 * The wording of a block's origin as it stands today, in the library or in the record of the event, with the heading
 * that goes with it and the sides that cleared it.
 */
export type CurrentWording = {
  blockId: string;
  heading: string;
  text: string;
  clearedFor: ClearedFor;
  revisionId: string | null;
};

/** What a block's words are, measured against where they came from. */
export type Wording =
  | { wording: "own words" }
  /** `current` are the cleared words to say that may stand in its place, null where there are none. */
  | { wording: "note to the speaker"; current: CurrentWording | null }
  | { wording: "altered"; originText: string }
  | { wording: "own heading" }
  | { wording: "not cleared at its origin" }
  | { wording: "cleared for the embassy only" }
  | { wording: "changed at its origin"; current: CurrentWording }
  | { wording: "facts of the record" }
  | { wording: "cleared wording" };

/**
 * Tells whether a block is wording that both sides have cleared, used unaltered, and if not, why: typed by ourselves,
 * guidance and no words to say, altered here or under another heading, not cleared where it came from or by the
 * embassy alone, or meanwhile worded anew there. Facts of the event's record, used unaltered, are no wording and need no
 * clearing of their own. A footnote mark that is put into a text does not alter its words; one that is taken out does.
 * `current` is null where the origin is gone.
 */
export function wordingOf(block: Block, current: CurrentWording | null): Wording {
  const { origin, text } = block;
  if (origin.kind === "own words") return { wording: "own words" };
  if (isNoteToSpeaker(block)) {
    return { wording: "note to the speaker", current: current?.clearedFor === "nobody" ? null : current };
  }
  const isOffered = current !== null && (current.clearedFor !== "nobody" || origin.kind === "proof point");
  if (isOffered && withLineFeeds(current.text) !== withLineFeeds(origin.text)) {
    return { wording: "changed at its origin", current };
  }
  if (!isUnaltered(text, origin.text)) return { wording: "altered", originText: withLineFeeds(origin.text) };
  if (isUnderOwnHeading(block, current)) return { wording: "own heading" };
  if (origin.kind === "event record") return { wording: "facts of the record" };
  return BY_REACH[current?.clearedFor ?? "nobody"];
}

const BY_REACH = {
  nobody: { wording: "not cleared at its origin" },
  embassy: { wording: "cleared for the embassy only" },
  "both sides": { wording: "cleared wording" },
} as const;

/** Words above cleared words are words that nobody has cleared with them. */
function isUnderOwnHeading({ origin, heading }: Block, current: CurrentWording | null): boolean {
  if (origin.kind === "event record") return !isFactHeading(heading);
  return current !== null && current.heading !== heading;
}

function isUnaltered(text: string, originText: string): boolean {
  const cited = citedCodes(text);
  return (
    withLineFeeds(withoutFootnoteMarks(text)) === withLineFeeds(withoutFootnoteMarks(originText)) &&
    citedCodes(originText).every((code) => cited.includes(code))
  );
}

/**
 * Whether the ministry has cleared the wording of every block of a paper, used unaltered, so that the embassy may
 * clear it alone; facts of the record need no clearing. Facts that were true when they were taken over stay facts
 * when the record has moved on. Source: DOMAIN.md, clearance.
 */
export function isAllClearedByMinistry(
  blocks: readonly Block[],
  wordings: readonly CurrentWording[],
): boolean {
  return blocks.every((block) => {
    const { origin, text, heading } = block;
    if (origin.kind === "event record") return isUnaltered(text, origin.text) && isFactHeading(heading);
    const current = wordings.find((one) => one.blockId === block.id) ?? null;
    return wordingOf(block, current).wording === "cleared wording";
  });
}
