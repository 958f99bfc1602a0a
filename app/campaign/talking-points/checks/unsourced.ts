import { citedCodes, plainWords } from "#app/text/marks.ts";
import { sentencesOf } from "#app/text/sentences.ts";
import { unmarkedFootnotes } from "../footnotes.ts";
import type { Block } from "../talking-points.ts";

/** Digits with a letter before them are a name, as in F-35 or AN/TPY-2; a year or a date alone is no claim. */
const FIGURE =
  /[%‰€$£¥]|(?<![\p{L}\p{N}/-]|\p{L}[-/ ]?)\d|\b(?:per ?cent|billions?|millions?|trillions?|euros?|dollars?|korun|CZK|USD|EUR)\b/iu;
const DATE =
  /\b(?:\d{1,2}\.? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)?(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d(?:[–-](?:\d\d){1,2})?\b/g;

/** What a block says without a source: the whole claim, or the sentences that give a figure. */
export type Unsourced = { what: "claim" } | { what: "figure"; sentence: string };

/**
 * What in a block has no footnote. A point to make is a claim and needs one; elsewhere, and in a point whose
 * footnotes all stand at their words, each sentence with a figure (digits, per cent, money) needs a footnote of its
 * own. A source without a mark in the text covers the whole block. A judgement, a line to avoid and facts of the
 * event's record need none; dates are no figures.
 */
export function unsourcedIn(block: Block): readonly Unsourced[] {
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
