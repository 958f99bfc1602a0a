import { isStale, numberFootnotes } from "./footnotes.ts";
import { type Block, blocksOf, type Footnote, type TalkingPoints } from "./talking-points.ts";

/** More points than a listener keeps: six, from the UK PM brief. */
export const MOST_POINTS = 6;
/** A calm speaking pace. */
export const WORDS_A_MINUTE = 130;

/** The wording of a block's origin as it stands today; null where the origin is own words or is gone. */
export type CurrentWording = {
  blockId: string;
  isCleared: boolean;
  wordingAtOrigin: string;
  wordingNow: string;
  newRevisionId: string | null;
};

/** What a reader should know before the paper is used. None of it forbids using it. */
export type Check =
  | { check: "too-many-points"; count: number }
  | { check: "no-source"; block: Block }
  | { check: "stale-source"; footnote: Footnote; since: string }
  | { check: "internal-source"; footnote: Footnote }
  | { check: "uncleared-origin"; block: Block }
  | { check: "wording-has-changed"; block: Block; wording: CurrentWording };

/**
 * Everything that a paper should be warned about on a day: more than six points, a point to make without a
 * source, sources past their review date or not to be disclosed, wordings that are not cleared at their origin,
 * and wordings whose origin has a newer one. `today` is a date like 2026-11-24.
 */
export function checkPaper(
  paper: TalkingPoints,
  wordings: readonly CurrentWording[],
  today: string,
): readonly Check[] {
  const points = blocksOf(paper, "points-to-make");
  return [
    ...(points.length > MOST_POINTS ? [{ check: "too-many-points" as const, count: points.length }] : []),
    ...points.filter((block) => block.footnotes.length === 0).map((block) => noSource(block)),
    ...numberFootnotes(paper).flatMap(({ footnote }) => checkFootnote(footnote, today)),
    ...paper.blocks.flatMap((block) => checkOrigin(block, wordings)),
  ];
}

/** Minutes that the points to make take to say aloud at 130 words a minute; never under half a minute. */
export function readingMinutes(paper: TalkingPoints): number {
  const words = blocksOf(paper, "points-to-make").flatMap((block) => block.text.match(/\S+/g) ?? []);
  return Math.max(0.5, words.length / WORDS_A_MINUTE);
}

function noSource(block: Block): Check {
  return { check: "no-source", block };
}

function checkFootnote(footnote: Footnote, today: string): readonly Check[] {
  const { reviewBy } = footnote;
  const stale: readonly Check[] =
    reviewBy !== null && isStale(footnote, today)
      ? [{ check: "stale-source", footnote, since: reviewBy }]
      : [];
  return footnote.isInternal ? [...stale, { check: "internal-source", footnote }] : stale;
}

function checkOrigin(block: Block, wordings: readonly CurrentWording[]): readonly Check[] {
  if (block.origin.kind === "own-words") return [{ check: "uncleared-origin", block }];
  const wording = wordings.find((one) => one.blockId === block.id);
  if (wording === undefined || !wording.isCleared) return [{ check: "uncleared-origin", block }];
  const isOutdated = wording.wordingNow !== wording.wordingAtOrigin;
  return isOutdated ? [{ check: "wording-has-changed", block, wording }] : [];
}
