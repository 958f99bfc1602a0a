/** What is wrong at a line (from 1) of a file of session days, in words. */
export type DaysFault = { line: number; words: string };

/** A fault at a line; `words` say what is wrong, beginning with a small letter. */
export function faultAt(line: number, words: string): DaysFault {
  return { line, words };
}

/** The fault as `FILE:LINE: reason`, the form in which every import reports one. */
export function daysFaultInWords(file: string, { line, words }: DaysFault): string {
  return `${file}:${line}: ${words}`;
}

/** How large a file of session days may be, in bytes. */
export const LARGEST_DAYS_FILE = 1_000_000;

/** How many rows such a file may have: both chambers for some thirteen years, day by day. */
export const MOST_DAYS_ROWS = 10_000;
