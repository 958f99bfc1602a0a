import {
  type Block,
  blocksInOrder,
  isNoteToSpeaker,
  type TalkingPoints,
} from "#app/campaign/talking-points/talking-points.ts";
import { plainWords } from "#app/text/marks.ts";
import { sentencesOf } from "#app/text/sentences.ts";
import { type StemmedWord, stemmedWords } from "#app/text/word-stems.ts";
import { type AvoidedTerm, avoidedTerms } from "./avoided-terms.ts";

/** A line that says what not to say, and whose it is, as in "message 2". */
export type AvoidLine = { text: string; of: string };
/** Words of a block that a line forbids, as they stand there. */
export type AvoidedWords = { block: Block; words: string; line: AvoidLine };

/**
 * Where a paper says what an Avoid line or a red line forbids: by whole words, blind to case, diacritics and plain
 * endings. The paper's own blocks under Avoid are lines too, and are not looked through; nor are notes to the speaker. The same words of a block
 * are named once, for the first line that forbids them.
 */
export function findAvoidedWords(paper: TalkingPoints, lines: readonly AvoidLine[]): readonly AvoidedWords[] {
  const blocks = blocksInOrder(paper);
  const own = blocks.flatMap(({ section, text }) =>
    section === "avoid" ? [{ text: plainWords(text), of: "this paper" }] : [],
  );
  const known = [...lines, ...own].map((line) => ({ line, terms: avoidedTerms(line.text) }));
  const said = blocks.filter((block) => block.section !== "avoid" && !isNoteToSpeaker(block));
  return said.flatMap((block) => wordsIn(block, known));
}

function wordsIn(
  block: Block,
  known: readonly { line: AvoidLine; terms: readonly AvoidedTerm[] }[],
): readonly AvoidedWords[] {
  const found = new Map<string, AvoidedWords>();
  const sentences = sentencesOf(plainWords(block.text)).map((text) => ({ text, words: stemmedWords(text) }));
  for (const { line, terms } of known) {
    for (const term of terms) {
      for (const sentence of sentences) {
        const words = saidIn(sentence, term);
        if (words !== null && !found.has(words)) found.set(words, { block, words, line });
      }
    }
  }
  return [...found.values()];
}

type Sentence = { text: string; words: readonly StemmedWord[] };

function saidIn(sentence: Sentence, term: AvoidedTerm): string | null {
  return term.manner === "together" ? saidTogether(sentence, term.stems) : saidInAll(sentence, term.stems);
}

function saidTogether({ text, words }: Sentence, stems: readonly string[]): string | null {
  const at = words.findIndex((_, index) =>
    stems.every((stem, offset) => words[index + offset]?.stem === stem),
  );
  const [first, last] = [words[at], words[at + stems.length - 1]];
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end);
}

function saidInAll({ text, words }: Sentence, stems: readonly string[]): string | null {
  if (!stems.every((stem) => words.some((word) => word.stem === stem))) return null;
  const said = words.filter((word) => stems.includes(word.stem));
  return said.map((word) => text.slice(word.start, word.end)).join(" … ");
}
