/** A word of a text, with the place where it stands, and the stem by which it is found again in another form. */
export type StemmedWord = { stem: string; start: number; end: number };

/** The words of a text in their order: letters and digits, with accents and invisible characters that stand in them. */
export function stemmedWords(text: string): readonly StemmedWord[] {
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
