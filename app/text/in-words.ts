/** A number with its noun, "1 rating" and "2 ratings"; the plural is the noun with an s, unless it is given: "2 people". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/**
 * "Petr", "Petr and Jana", "Petr, Jana and Eva", or with "or"; where a name has a comma itself, "Pentagon, NATO policy, and Eva" and
 * "Petr; Pentagon, NATO policy; and Eva".
 */
export function inWords(names: readonly string[], joint: "and" | "or" = "and"): string {
  const last = names.at(-1) ?? "";
  const [first = "", ...others] = names;
  if (others.length === 0) return last;
  if (others.length === 1) return `${first}${first.includes(", ") ? "," : ""} ${joint} ${last}`;
  const [between, end] = names.some((name) => name.includes(", ")) ? ["; ", ";"] : [", ", ""];
  return `${names.slice(0, -1).join(between)}${end} ${joint} ${last}`;
}

/** Under this many no percentage is given: one more or less would move it by over twenty points. */
export const LEAST_FOR_PERCENT = 5;

/** So many of so many; `percent` is whole, 0 to 100, and null under five. */
export type Share = { n: number; of: number; percent: number | null };

/**
 * A share with its numbers. A share short of all is never rounded up to 100 %, nor one above none down to 0 %.
 * Throws where `n` is not from 0 to `of`.
 */
export function shareOf(n: number, of: number): Share {
  if (n < 0 || n > of) throw new RangeError(`${n} of ${of} is no share.`);
  return { n, of, percent: of < LEAST_FOR_PERCENT ? null : wholePercent(n, of) };
}

function wholePercent(n: number, of: number): number {
  const percent = Math.round((100 * n) / of);
  if (n < of && percent === 100) return 99;
  return n > 0 && percent === 0 ? 1 : percent;
}

/** "27 of 30 (90 %)", "27 of 30 meetings (90 %)", "2 of 3" where no percentage is given, and "none to count" of nothing. */
export function shareInWords({ n, of, percent }: Share, noun = ""): string {
  if (of === 0) return "none to count";
  const told = noun === "" ? `${n} of ${of}` : `${n} of ${of} ${noun}`;
  return percent === null ? told : `${told} (${percent} %)`;
}

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number as a word, "no", "three"; in digits above `most`, which is twelve or less. */
export function numberInWords(count: number, most = 10): string {
  return (count <= most ? NUMBERS[count] : undefined) ?? String(count);
}

/** A count of a sentence, "one week" and "13 weeks". */
export function countedInWords(count: number, noun: string): string {
  return `${numberInWords(count, 12)} ${noun}${count === 1 ? "" : "s"}`;
}

/** "1st", "22nd", "113th". */
export function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th")}`;
}

/** How often: "once", "twice", "3 times". */
export function timesInWords(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

const COUNTS = ["zero", ...NUMBERS.slice(1)];

/** A whole number in digits or, up to twelve, as a word; "a" and "an" are one. Null for anything else. */
export function countIn(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === "a" || text === "an") return 1;
  const index = COUNTS.indexOf(text);
  return index < 0 ? null : index;
}

/** The words as a sentence begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words as they stand within a sentence. */
export function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The order of codes by the number in them, "O2" before "O10". Made once: each time that it is made costs more than a sort. */
export const compareCodes = new Intl.Collator("en", { numeric: true }).compare;
