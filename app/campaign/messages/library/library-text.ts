import { z } from "zod";
import { keptAs } from "#app/http/fields.ts";

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
