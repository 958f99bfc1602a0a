const NUMBER_WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** A whole number in digits or, up to twelve, as a word; "a" and "an" are one. Null for anything else. */
export function countIn(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === "a" || text === "an") return 1;
  const index = NUMBER_WORDS.indexOf(text);
  return index < 0 ? null : index;
}

const UNITS =
  /^(?:a\.?m\.?|p\.?m\.?|h|hrs?|hours?|min|mins|minutes?|days?|weeks?|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)[.]?$/;

/** Whether a word makes a quantity or a date of the number before it: "45 min", "2 pm", "12 Nov". */
export function isUnit(word: string | null): boolean {
  return word !== null && UNITS.test(word);
}
