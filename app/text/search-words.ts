/** More words than this are not looked for: nobody narrows a search by a ninth. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;

/**
 * The words that somebody looks for: runs of letters, marks and digits, in the order typed, 8 at most, each
 * cut at 40 characters. Everything else only separates, so no typed text is ever an operator of the index.
 */
export function searchWords(typed: string): string[] {
  const words = typed.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => [...word].slice(0, LONGEST_WORD).join(""));
}

/** The words as a query of the full-text index: every word must occur, each as the beginning of a word. */
export function indexQuery(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(" ");
}

/** Whether each of these words begins a word of the text, blind to case and diacritics. */
export function startsWithWords(text: string, words: readonly string[]): boolean {
  const begun = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldAll);
  return words.every((word) => begun.some((one) => one.startsWith(foldAll(word))));
}

export type MarkedPart = { text: string; isMatch: boolean };

/**
 * Cuts a text into parts, those that begin a word with one of the words looked for marked; blind to case
 * and diacritics like the index, so "cerny" marks "Černý".
 */
export function markMatches(text: string, words: readonly string[]): MarkedPart[] {
  const letters = [...text.normalize("NFC")];
  const folded = letters.map(fold);
  const wanted = words.map((word) => [...word].map(fold)).filter((word) => word.length > 0);
  const parts: MarkedPart[] = [];
  for (let at = 0; at < letters.length; ) {
    const length = startsWord(folded, at) ? longestMatch(folded, at, wanted) : 0;
    const step = Math.max(length, 1);
    append(parts, letters.slice(at, at + step).join(""), length > 0);
    at += step;
  }
  return parts;
}

/** A letter without its marks and in lower case; a letter that has none stays. */
function fold(letter: string): string {
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function foldAll(word: string): string {
  return [...word.normalize("NFC")].map(fold).join("");
}

function startsWord(letters: readonly string[], at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? "");
}

function longestMatch(letters: readonly string[], at: number, words: readonly string[][]): number {
  const matching = words.filter((word) => word.every((letter, index) => letters[at + index] === letter));
  return Math.max(0, ...matching.map((word) => word.length));
}

function append(parts: MarkedPart[], text: string, isMatch: boolean): void {
  const last = parts.at(-1);
  if (last?.isMatch === isMatch) last.text += text;
  else parts.push({ text, isMatch });
}

const plainLetters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

/**
 * A text as it is compared and searched: no diacritics, no case, single spaces. "Černý" and "cerny" are
 * one: `foldText("Dvořák, Łukasz") === "dvorak, lukasz"`.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðßæœþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
