import { type CurrentWording, type Wording, wordingOf } from "./cleared-wording.ts";
import { isStale, numberFootnotes } from "./footnotes.ts";
import { type Block, blocksInOrder, blocksOf, type Footnote, type TalkingPoints } from "./talking-points.ts";

/** More points than a listener keeps: six, from the UK PM brief. */
export const MOST_POINTS = 6;
/** A calm speaking pace. */
const WORDS_A_MINUTE = 130;

/** What a reader should know before the paper is used. None of it forbids using it. */
export type Check =
  | { check: "too many points"; count: number }
  | { check: "no source"; block: Block }
  | { check: "stale source"; footnote: Footnote; since: string }
  | { check: "internal source"; footnote: Footnote }
  | { check: "wording"; block: Block; wording: Wording };

/**
 * Everything that a paper should be warned about on a day: more than six points, a point to make without a
 * source, sources past their review date or not to be disclosed, and blocks that are not cleared wording used
 * unaltered. `today` is a date like 2026-11-24.
 */
export function checkPaper(
  paper: TalkingPoints,
  wordings: readonly CurrentWording[],
  today: string,
): readonly Check[] {
  const points = blocksOf(paper, "points to make");
  const tooMany: readonly Check[] =
    points.length > MOST_POINTS ? [{ check: "too many points", count: points.length }] : [];
  const withoutSource = points.filter((block) => block.footnotes.length === 0);
  return [
    ...tooMany,
    ...withoutSource.map((block): Check => ({ check: "no source", block })),
    ...numberFootnotes(paper).flatMap(({ footnote }) => checkFootnote(footnote, today)),
    ...blocksInOrder(paper).flatMap((block) => checkWording(block, wordings)),
  ];
}

/** Minutes that the points to make take to say aloud at 130 words a minute. */
export function readingMinutes(paper: TalkingPoints): number {
  const words = blocksOf(paper, "points to make").flatMap((block) => block.text.match(/\S+/g) ?? []);
  return words.length / WORDS_A_MINUTE;
}

function checkFootnote(footnote: Footnote, today: string): readonly Check[] {
  const { reviewBy } = footnote;
  const stale: readonly Check[] =
    reviewBy !== null && isStale(footnote, today)
      ? [{ check: "stale source", footnote, since: reviewBy }]
      : [];
  return footnote.isInternal ? [...stale, { check: "internal source", footnote }] : stale;
}

function checkWording(block: Block, wordings: readonly CurrentWording[]): readonly Check[] {
  const wording = wordingOf(block, wordings.find((one) => one.blockId === block.id) ?? null);
  return wording.wording === "cleared wording" ? [] : [{ check: "wording", block, wording }];
}
