import { plainWords } from "#app/text/marks.ts";
import { sentencesOf } from "#app/text/sentences.ts";

/** A sentence shorter than this says too little to be recognised by. */
const LEAST_SENTENCE = 20;

/**
 * Whether a text tells an internal claim: all of it, or a whole sentence of it of 20 characters and more. Capitals,
 * marks, blanks, punctuation and invisible characters make no difference; other words for the same fact do, and are
 * for the sender to see.
 */
export function tellsClaim(text: string, claim: string): boolean {
  const words = comparable(text);
  const whole = comparable(claim);
  if (whole === "") return false;
  const sentences = sentencesOf(claim)
    .map(comparable)
    .filter((sentence) => sentence.length >= LEAST_SENTENCE);
  return [whole, ...sentences].some((part) => ` ${words} `.includes(` ${part} `));
}

/**
 * The numbers of a text that give a fact away, like "1.72", "2,1" or "559": with a decimal or of three digits and
 * more, years from 1900 to 2099 left out. A decimal comma counts as a point, a thousands separator as nothing.
 */
export function distinctiveNumbers(text: string): readonly string[] {
  const written = text.replaceAll(/(?<=\d)[\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, "");
  const numbers = written.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return numbers
    .map(asPlainNumber)
    .filter((number) => /\.|\d{3}/.test(number) && !/^(19|20)\d\d$/.test(number));
}

function asPlainNumber(number: string): string {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number)) return number.replaceAll(",", "");
  return number.replace(",", ".");
}

function comparable(text: string): string {
  const visible = plainWords(text)
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? " " : ""));
  return visible
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
