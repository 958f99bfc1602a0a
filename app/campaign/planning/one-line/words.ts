import { foldText } from "#app/text/search-words.ts";
import type { LineContext, Said } from "./said.ts";

/** A word of the line, with its place there. `endsSegment`: a comma or a semicolon follows. */
export type Word = {
  text: string;
  folded: string;
  from: number;
  to: number;
  endsSegment: boolean;
  isQuoted: boolean;
};

/** What a reader finds at a word: how many words it takes, and what they say. */
export type Found = { length: number; says: Said };

/** Looks at the words from `at` on; null where they are nothing of its kind. */
export type Reader = (words: readonly Word[], at: number, context: LineContext) => Found | null;

const WORDS = /["“„][^"”“]*["”“]|(?:(?<=(?<![\d.:])\d{1,2}),(?=\d{1,2} ?h)|[^\s,;])+|[,;]/g;

/** The words of a line. The comma of "1,5 h" belongs to its word; what stands in quotes is one word. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  for (const { 0: text, index } of line.matchAll(WORDS)) {
    const last = words.at(-1);
    if (text === "," || text === ";") {
      if (last !== undefined) last.endsSegment = true;
      continue;
    }
    const isQuoted = /^["“„]/.test(text);
    words.push({
      text,
      folded: foldText(text),
      from: index,
      to: index + text.length,
      endsSegment: false,
      isQuoted,
    });
    joinYear(words);
  }
  return words;
}

/** The comma of "Nov 12, 2026" ends nothing. */
function joinYear(words: readonly Word[]): void {
  const [month, day, year] = words.slice(-3);
  if (month === undefined || day === undefined || year === undefined || !/^\d{4}$/.test(year.folded)) return;
  if (/^[a-z]{3,9}\.?$/.test(month.folded) && /^\d{1,2}(?:st|nd|rd|th)?$/.test(day.folded))
    day.endsSegment = false;
}

/**
 * The longest run of at most `most` words from `at` of which `read` says anything. A run ends with its segment. `next` is the word after the run in the same segment, or null.
 */
export function longestRun(
  words: readonly Word[],
  at: number,
  most: number,
  read: (phrase: string, next: string | null) => Said | null,
): Found | null {
  for (let length = runUpTo(words, at, most); length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    const last = run.at(-1);
    const next = last?.endsSegment ? null : (words[at + length]?.folded ?? null);
    const says = read(run.map(({ folded }) => folded).join(" "), next);
    if (says !== null) return { length, says };
  }
  return null;
}

function runUpTo(words: readonly Word[], at: number, most: number): number {
  let length = 0;
  while (length < most) {
    const word = words[at + length];
    if (word === undefined || word.isQuoted) break;
    length += 1;
    if (word.endsSegment) break;
  }
  return length;
}

const UNITS =
  /^(?:a\.?m\.?|p\.?m\.?|h|hrs?|hours?|min|mins|minutes?|days?|weeks?|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)[.]?$/;

/** Whether a word makes a quantity or a date of the number before it: "45 min", "2 pm", "12 Nov". */
export function isUnit(word: string | null): boolean {
  return word !== null && UNITS.test(word);
}
