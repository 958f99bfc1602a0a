/** The longest texts of a library, in characters (UTF-16 units): generous for people, small for a page. */
export const TEXT_LIMITS = {
  title: 200,
  name: 100,
  line: 500,
  statement: 2_000,
  text: 5_000,
} as const;

/** A character that a paper cannot hold, and where it stands, lines and characters counted from 1. */
export type ControlCharacter = { codePoint: string; line: number; character: number };

/**
 * The first control character of a text, other than tab and line feed: Word, PDF and print cannot carry one, and
 * nobody sees it on the screen. Invisible characters of Unicode (a zero-width space, say) are text and stay.
 */
export function findControlCharacter(text: string): ControlCharacter | null {
  const match = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/u.exec(text);
  if (match === null) return null;
  const before = text.slice(0, match.index).split("\n");
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { codePoint: `U+${code}`, line: before.length, character: [...(before.at(-1) ?? "")].length + 1 };
}

/** What to tell the person who typed or pasted it. */
export function explainControlCharacter({ codePoint, line, character }: ControlCharacter): string {
  return `Remove the control character ${codePoint} on line ${line}, at character ${character}: a paper cannot contain it`;
}

/**
 * Whether the text is an address that a page may link to: http or https, with a host, without a name or password
 * in it and without blanks. `javascript:` and every other scheme is not.
 */
export function isWebAddress(text: string): boolean {
  if (/[\s\p{Cc}]/u.test(text) || !/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname !== "";
}

/** The text of bytes; null where they are not in UTF-8. */
export function inUtf8(bytes: AllowSharedBufferSource): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LINE_END = 0x0a;

/** The first line that is not in UTF-8, counted from 1; the last where every other is. */
export function firstLineNotInUtf8(bytes: Uint8Array): number {
  let number = 1;
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, start)) {
    if (inUtf8(bytes.subarray(start, end)) === null) return number;
    start = end + 1;
    number += 1;
  }
  return number;
}
