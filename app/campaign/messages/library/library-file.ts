import { z } from "zod";
import { keptAs } from "#app/http/fields.ts";
import { firstLineNotInUtf8, inUtf8 } from "#app/text/text-limits.ts";
import { LARGEST_LIBRARY_FILE, type LibraryFault } from "./library-fault.ts";

/** A file of the library's folder as it lies on the disk; `name` has no folder in it. */
export type LibraryFile = { name: string; bytes: Uint8Array };

/** The text of a file of the library. */
export type LibraryFileText = { name: string; text: string };

const BYTE_ORDER_MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/**
 * The text of a file. Refuses a file over 1 MB, with a byte-order mark, not in UTF-8, with Windows line ends, with
 * a NUL character, or with the marks of an unfinished merge, and names the line.
 */
export function readLibraryFile({
  name: file,
  bytes,
}: LibraryFile): { ok: true; value: LibraryFileText } | { ok: false; fault: LibraryFault } {
  if (bytes.length > LARGEST_LIBRARY_FILE)
    return { ok: false, fault: { file, line: 1, reason: "file-too-large" } };
  if (BYTE_ORDER_MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte))) {
    return { ok: false, fault: { file, line: 1, reason: "byte-order-mark" } };
  }
  const text = inUtf8(bytes);
  if (text === null)
    return { ok: false, fault: { file, line: firstLineNotInUtf8(bytes), reason: "not-utf-8" } };
  const fault = firstLineFault(text);
  return fault ? { ok: false, fault: { file, ...fault } } : { ok: true, value: { name: file, text } };
}

const LINE_FAULTS = [
  { pattern: /\r/, reason: "carriage-return" },
  { pattern: /\0/, reason: "nul-character" },
  { pattern: /^(<{7}|\|{7}|>{7})( |$)|^={7}$/, reason: "unfinished-merge" },
] as const;

function firstLineFault(text: string) {
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const fault = LINE_FAULTS.find(({ pattern }) => pattern.test(line));
    if (fault) return { line: index + 1, reason: fault.reason };
  }
  return null;
}

/**
 * A text as it is kept: lines end with LF and carry no blanks at their end, no empty line before or after.
 * What a person typed on purpose (words, empty lines between paragraphs, any other character) stays.
 */
export function tidyText(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const tidy = lines.map((line) => line.trimEnd());
  const first = tidy.findIndex((line) => line !== "");
  const last = tidy.findLastIndex((line) => line !== "");
  return first === -1 ? "" : tidy.slice(first, last + 1).join("\n");
}

/** A text of one line as it is kept: any run of blanks and line ends is one space, none at the ends. */
export function tidyLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A field of a form whose text is kept as the library's files write it. */
export function tidy<Type extends z.ZodType<string>>(type: Type) {
  return keptAs(type, z.globalRegistry.get(type)?.control === "text" ? tidyText : tidyLine);
}

const MARK = /^[#\-\\<=>|]/;

/**
 * The lines of a text as they stand in a library file. A line that would read as Markdown's own, or as a mark
 * of an unfinished merge, gets a backslash in front, which Markdown does not show.
 */
export function escapeText(text: string): string[] {
  return text.split("\n").map((line) => (MARK.test(line) ? `\\${line}` : line));
}

/** The opposite of `escapeText` for one line. */
export function unescapeLine(line: string): string {
  return line.startsWith("\\") && MARK.test(line.slice(1)) ? line.slice(1) : line;
}
