import {
  type AvoidedWords,
  type AvoidLine,
  findAvoidedWords,
} from "#app/campaign/instructions/avoided-words.ts";
import { isStale, unmarkedFootnotes } from "#app/campaign/paper-text/footnotes.ts";
import {
  type Block,
  blocksInOrder,
  blocksOf,
  type Footnote,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import { citedCodes, plainWords } from "#app/text/marks.ts";
import { sentencesOf } from "#app/text/sentences.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type CurrentWording, type Wording, wordingOf } from "../shelves/wording-against-origin.ts";

/** More points than a listener keeps: six, from the UK PM brief. */
export const MOST_POINTS = 6;

/** What a reader should know before the paper is used, each with its block. None of it forbids using it. */
export type Check =
  | { check: "too many points"; count: number; block: Block }
  | { check: "too long"; minutes: number; slotMinutes: number }
  | { check: "claim without a source"; block: Block }
  | { check: "figure without a source"; block: Block; sentence: string }
  | { check: "stale source"; block: Block; footnote: Footnote }
  | { check: "internal source" | "retired source"; block: Block; footnote: Footnote }
  | ({ check: "avoided words" } & AvoidedWords)
  | { check: "wording"; block: Block; wording: Wording };

/** What a paper is checked against: the library's wordings, Avoid and red lines, the event's length, a day. */
export type CheckedAgainst = {
  wordings: readonly CurrentWording[];
  avoidLines: readonly AvoidLine[];
  /** The minutes of the event; null where the paper is for none. */
  slotMinutes: number | null;
  /** A date like 2026-11-24. */
  today: CalendarDate;
};

/**
 * Everything that a paper should be warned about on a day: more than six points to make, or more than can be said in
 * the event's time; a claim or a figure without a footnote; sources past their review date, not to be disclosed or
 * retired, each named once; words of an Avoid or red line; and blocks that are not cleared wording used unaltered.
 */
export function checkPaper(paper: TalkingPoints, against: CheckedAgainst): readonly Check[] {
  const blocks = blocksInOrder(paper);
  return [
    ...checkLength(paper, against.slotMinutes),
    ...blocks.flatMap(checkClaims),
    ...citedOnce(blocks).flatMap(({ block, footnote }) => checkFootnote(block, footnote, against.today)),
    ...findAvoidedWords(paper, against.avoidLines).map(
      (found): Check => ({ check: "avoided words", ...found }),
    ),
    ...blocks.flatMap((block) => checkWording(block, against.wordings)),
  ];
}

function checkLength(paper: TalkingPoints, slotMinutes: number | null): readonly Check[] {
  const points = blocksOf(paper, "points to make");
  const [seventh] = points.slice(MOST_POINTS);
  const minutes = readingMinutes(paper);
  const tooMany: readonly Check[] =
    seventh === undefined ? [] : [{ check: "too many points", count: points.length, block: seventh }];
  if (slotMinutes === null || minutes <= slotMinutes) return tooMany;
  return [...tooMany, { check: "too long", minutes, slotMinutes }];
}

function checkClaims(block: Block): readonly Check[] {
  return unsourcedIn(block).map((unsourced): Check => {
    if (unsourced.what === "claim") return { check: "claim without a source", block };
    return { check: "figure without a source", block, sentence: unsourced.sentence };
  });
}

/** Each footnote of the paper with the block that mentions it first. */
function citedOnce(blocks: readonly Block[]): readonly { block: Block; footnote: Footnote }[] {
  const first = new Map<string, { block: Block; footnote: Footnote }>();
  for (const block of blocks) {
    for (const footnote of block.footnotes) {
      if (!first.has(footnote.proofPointId)) first.set(footnote.proofPointId, { block, footnote });
    }
  }
  return [...first.values()];
}

function checkFootnote(block: Block, footnote: Footnote, today: CalendarDate): readonly Check[] {
  const { isInternal, isRetired } = footnote;
  return [
    ...(isStale(footnote, today) ? [{ check: "stale source", block, footnote } as const] : []),
    ...(isInternal ? [{ check: "internal source", block, footnote } as const] : []),
    ...(isRetired ? [{ check: "retired source", block, footnote } as const] : []),
  ];
}

function checkWording(block: Block, wordings: readonly CurrentWording[]): readonly Check[] {
  const wording = wordingOf(block, wordings.find((one) => one.blockId === block.id) ?? null);
  const isFine = wording.wording === "cleared wording" || wording.wording === "facts of the record";
  return isFine ? [] : [{ check: "wording", block, wording }];
}

/** Digits with a letter before them are a name, as in F-35 or AN/TPY-2; a year or a date alone is no claim. */
const FIGURE =
  /[%‰€$£¥]|(?<![\p{L}\p{N}/-]|\p{L}[-/ ]?)\d|\b(?:per ?cent|billions?|millions?|trillions?|euros?|dollars?|korun|CZK|USD|EUR)\b/iu;

const DATE =
  /\b(?:\d{1,2}\.? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)?(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d(?:[–-](?:\d\d){1,2})?\b/g;

/** What a block says without a source: the whole claim, or the sentences that give a figure. */
type Unsourced = { what: "claim" } | { what: "figure"; sentence: string };

/**
 * What in a block has no footnote. A point to make is a claim and needs one; elsewhere, and in a point whose
 * footnotes all stand at their words, each sentence with a figure (digits, per cent, money) needs a footnote of its
 * own. A source without a mark in the text covers the whole block. A judgement, a line to avoid and facts of the
 * event's record need none; dates are no figures.
 */
function unsourcedIn(block: Block): readonly Unsourced[] {
  const { section, origin, isJudgement, footnotes, text } = block;
  if (isJudgement || section === "avoid" || origin.kind === "event record") return [];
  if (footnotes.length === 0 && section === "points to make") return [{ what: "claim" }];
  if (unmarkedFootnotes(block).length > 0) return [];
  return sentencesOf(text)
    .filter(
      (sentence) =>
        citedCodes(sentence).length === 0 && FIGURE.test(plainWords(sentence).replaceAll(DATE, "")),
    )
    .map((sentence): Unsourced => ({ what: "figure", sentence: plainWords(sentence) }));
}

/** A calm speaking pace. */
const WORDS_A_MINUTE = 130;

/** Minutes that the points to make take to say aloud at 130 words a minute; marks and footnotes are not read. */
export function readingMinutes(paper: TalkingPoints): number {
  const words = blocksOf(paper, "points to make").flatMap(({ text }) => plainWords(text).match(/\S+/g) ?? []);
  return words.length / WORDS_A_MINUTE;
}
