import {
  type Block,
  blocksInOrder,
  isNoteToSpeaker,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import { plainWords } from "#app/text/marks.ts";
import { sentencesOf } from "#app/text/sentences.ts";

/** A word of a text, with the place where it stands, and the stem by which it is found again in another form. */
type StemmedWord = { stem: string; start: number; end: number };

/** The words of a text in their order: letters and digits, with accents and invisible characters that stand in them. */
function stemmedWords(text: string): readonly StemmedWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu), ({ 0: word, index }) => ({
    stem: stemOf(word),
    start: index,
    end: index + word.length,
  }));
}

/** The endings that English puts on a word, with what is left of it; the first that fits is taken off. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)ies$/, "y"],
  [/(?<=..(?:s|x|z|ch|sh))es$/, ""],
  [/(?<=..[^s])s$/, ""],
  [/(?<=...)ing$/, ""],
  [/(?<=...)ed$/, ""],
];

/** Blind to case, diacritics and the plain endings of English: "Preparing", "prepares" and "prepare" are one. */
function stemOf(word: string): string {
  const plain = word
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  const [ending, instead] = ENDINGS.find(([one]) => one.test(plain)) ?? [/$/, ""];
  return plain.replace(ending, instead).replace(/(?<=...)e$/, "");
}

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

/** Something that is not to be said: words one after another, or words that make the thought, all in one sentence. */
type AvoidedTerm = { manner: "together" | "in one sentence"; stems: readonly string[] };

const QUOTED = /[“„"«]([^“”„"«»]+)[”“"»]/g;

const END_OF_CLAUSE = /[.;!?\n]+(?=\s|$)|,\s*(?=(?:but|rather|instead|say|use|lead|prefer)\b)/i;

const ADVICE =
  /^(?:but |and |rather |instead,? |better )?(?:say|use|lead|open|begin|start|prefer|speak of|call|stress|have|keep|put|quote|give|name|point|show|write|refer|emphasise|present|frame|describe|answer)\b/i;

const LEAD =
  /^(?:(?:please|avoid|never|do not|don['’]t|not|no|nothing|say|saying|use|using|speak|speaking|mention|mentioning|talk|talking|write|claim|claiming|suggest|suggesting|call it|that|of|about|the (?:bare )?(?:words?|phrases?|terms?))\b[\s:,]*)+/i;

const LONGEST_TOGETHER = 4;

const SMALL_WORDS = new Set(
  stemmedWords(
    "a an the and or nor but that this these those it its they their them we our us you your he she his her i is are was were be been being am has have had do does did will would shall should can could may might must to of in on at by for from with without as than then so not no if when while into onto over under about what which who whom whose there here any all some",
  ).map((word) => word.stem),
);

/**
 * What an Avoid line or a red line forbids to say, taken from its plain English: each term in quotation marks, each
 * item of a list of up to four words, or else the thought of the clause, by its words of meaning. What a clause tells
 * to say instead ("say …", "open with …"), and what follows a colon, is not forbidden; what follows "rather than" or
 * "instead of" is.
 */
function avoidedTerms(line: string): readonly AvoidedTerm[] {
  const quotes: string[] = [];
  const marked = line.replaceAll(QUOTED, (_, words: string) => `«${quotes.push(words) - 1}»`);
  return marked.split(END_OF_CLAUSE).flatMap((clause) => {
    const forbidden = forbiddenPart((clause ?? "").trim());
    const quoted = Array.from(forbidden.matchAll(/«(\d+)»/g), ([, at]) => quotes[Number(at)] ?? "");
    const terms = quoted.length > 0 ? quoted.map((words) => together(words)) : unquoted(forbidden);
    return terms.filter((term) => term.stems.length > 0);
  });
}

function forbiddenPart(clause: string): string {
  if (!ADVICE.test(clause)) return clause;
  return clause.split(/\b(?:rather than|instead of|and not|but not)\b|, not\b/i)[1] ?? "";
}

function unquoted(clause: string): readonly AvoidedTerm[] {
  const [said = ""] = clause.trim().replace(LEAD, "").split(":");
  const items = said.split(/,|\/|\bor\b|\bnor\b/).map((item) => item.trim());
  if (items.every((item) => stemmedWords(item).length <= LONGEST_TOGETHER)) return items.map(together);
  const meaning = stemmedWords(said).filter((word) => !SMALL_WORDS.has(word.stem));
  return [{ manner: "in one sentence", stems: meaning.map((word) => word.stem) }];
}

/** A small word before the first word of meaning counts for nothing: "an exit" is "exit". */
function together(words: string): AvoidedTerm {
  const stems = stemmedWords(words).map((word) => word.stem);
  const first = stems.findIndex((stem) => !SMALL_WORDS.has(stem));
  return { manner: "together", stems: first === -1 ? [] : stems.slice(first) };
}
