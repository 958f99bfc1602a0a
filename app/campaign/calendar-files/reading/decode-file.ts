import { inUtf8 } from "#app/text/text-limits.ts";

type DecodedFile = { ok: true; text: string; remark: string | null } | { ok: false; sentence: string };

/** The largest calendar file that is read, in bytes. */
export const LARGEST_CALENDAR_FILE = 10 * 1_048_576;

const TOO_LARGE = "This file is larger than 10 MB, the limit for a calendar, so it was not read";
const NO_TEXT = "This file is not text, so it is not a calendar";
const EMPTY = "This file is empty";

/**
 * The text of a calendar file, with every line end as "\n".
 *
 * UTF-8 [RFC 5545, section 3.1.4], also where a line is folded within a letter, or UTF-16 where a byte order mark says so.
 * What is no UTF-8 is read as Windows-1250, the old encoding of Central Europe, and the remark says so. Refuses a file that is too large, empty, or no text.
 */
export function decodeCalendarFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > LARGEST_CALENDAR_FILE) return { ok: false, sentence: TOO_LARGE };
  const { text, remark } = decoded(bytes);
  if (text.trim() === "") return { ok: false, sentence: EMPTY };
  if (countOfNul(text) > text.length / 10) return { ok: false, sentence: NO_TEXT };
  return { ok: true, text: text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, remark };
}

function decoded(bytes: Uint8Array): { text: string; remark: string | null } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), remark: null };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), remark: null };
  const text = inUtf8(bytes) ?? inUtf8(withLettersWhole(bytes));
  if (text !== null) return { text, remark: null };
  const remark =
    "The file is not in UTF-8; its letters were read as Windows-1250. Where accents look wrong, save the file as UTF-8";
  return { text: new TextDecoder("windows-1250").decode(bytes), remark };
}

const [LINE_FEED, RETURN, BLANK, TAB] = [10, 13, 32, 9];

/**
 * The bytes with each fold that stands within a letter moved behind it: old programs fold at 75 octets whatever they are
 * [RFC 5545, section 3.1]. No letter begins with a byte that goes on with one, so nothing else is touched; lines stay lines.
 */
function withLettersWhole(bytes: Uint8Array): Uint8Array {
  const mended = new Uint8Array(bytes.length);
  let put = 0;
  let folds: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = foldAt(bytes, at);
    if (length > 0 && goesOn(bytes[at + length])) {
      folds.push(...bytes.subarray(at, at + length));
      at += length;
      continue;
    }
    if (folds.length > 0 && !goesOn(bytes[at])) {
      mended.set(folds, put);
      put += folds.length;
      folds = [];
    }
    mended[put] = bytes[at] ?? 0;
    put += 1;
    at += 1;
  }
  mended.set(folds, put);
  return mended;
}

/** How long the fold is that begins there: a line end and a blank; 0 where none does. */
function foldAt(bytes: Uint8Array, at: number): number {
  if (!isLineEnd(bytes[at])) return 0;
  const blank = at + (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1);
  return bytes[blank] === BLANK || bytes[blank] === TAB ? blank + 1 - at : 0;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === RETURN;
}

function goesOn(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

function countOfNul(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) count += 1;
  return count;
}
