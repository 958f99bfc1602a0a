import type { Figure } from "#app/text/figures.ts";

/**
 * What a figure is of, so that two papers can be compared: blind to case, diacritics, blanks, punctuation and the
 * kind of dash, and with "US" and "U.S." for "United States". The year is part of it: another year is another
 * figure. "United States, share of GDP, 2024" and "united states – share of GDP (2024)" are the same.
 */
export function figureKey(what: string): string {
  return plain(what.replaceAll(/\bU\.\s?S\.(?:\s?A\.)?/gi, "United States"))
    .split(" ")
    .map((word) => (word === "us" || word === "usa" ? "united states" : word))
    .join(" ");
}

/** Words that say nothing about which edition it is. */
const EMPTY_WORDS = new Set(["a", "the", "of", "from", "in", "by", "edition", "report"]);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG_MONTH =
  /^(?:january|february|march|april|june|july|august|sept|september|october|november|december)$/;

/**
 * Which edition a figure or a proof point stands in: "NATO report of April 2025" and "NATO, Apr. 2025" are one
 * edition, "NATO, August 2025" is another. Null and "" are no edition.
 */
export function editionKey(edition: string | null): string {
  return plain(edition ?? "")
    .split(" ")
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(shortMonth)
    .join(" ");
}

function shortMonth(word: string): string {
  return LONG_MONTH.test(word) && MONTHS.includes(word.slice(0, 3)) ? word.slice(0, 3) : word;
}

const NUMBER = /\d+(?:(?:[ \u00a0\u2009\u202f'’]|,)\d{3}(?!\d))*(?:[.,]\d+)?/g;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/%|per ?cent|percent/, "%"],
  [/trillions?|\btn\b/, "trillion"],
  [/billions?|\bbn\b/, "billion"],
  [/millions?|\bmn?\b/, "million"],
  [/thousands?/, "thousand"],
  [/euros?|€|\beur\b/, "euro"],
  [/dollars?|\$|\busd\b/, "dollar"],
  [/korun|crowns?|\bkč\b|\bczk\b/, "koruna"],
];

/**
 * The value of a figure as numbers and units, so that "3.19 %", "3.19%" and "3,19 per cent" are one value, and
 * "138 billion euros" and "138 billion dollars" are two. A value without a number is compared by its words.
 */
export function valueKey(value: string): string {
  const numbers = numbersIn(value);
  if (numbers.length === 0) return plain(value);
  const text = value.toLowerCase();
  const units = UNITS.filter(([pattern]) => pattern.test(text)).map(([, unit]) => unit);
  return [...numbers, ...units].join(" ");
}

/** The numbers of a text in their order, written alike: thousands without a mark, decimals behind a point. */
export function numbersIn(text: string): readonly string[] {
  return Array.from(text.matchAll(NUMBER), ([number]) => plainNumber(number));
}

function plainNumber(number: string): string {
  const bare = number.replaceAll(/[ \u00a0\u2009\u202f'’]/g, "").replaceAll(/,(?=\d{3}(?!\d))/g, "");
  return String(Number(bare.replace(",", ".")));
}

/** Whether a text names a value: all of its numbers stand among those of the text. */
export function namesValue(text: string, value: string): boolean {
  const inText = new Set(numbersIn(text));
  const own = numbersIn(value);
  return own.length > 0 && own.every((number) => inText.has(number));
}

/** Whether two figures say the same: the same value in the same edition. What they are of is not looked at. */
export function saysTheSame(one: Figure, other: Figure): boolean {
  return (
    valueKey(one.value) === valueKey(other.value) && editionKey(one.edition) === editionKey(other.edition)
  );
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}
