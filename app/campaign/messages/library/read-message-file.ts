import { z } from "zod";
import { calendarDay } from "#app/http/fields.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { readFrontMatter } from "./front-matter.ts";
import { FRAMING_HEADING, type LibraryFraming, type LibraryMessage, messageFileName } from "./library.ts";
import type { LibraryFault } from "./library-fault.ts";
import type { LibraryFileText } from "./library-file.ts";
import { readSections, type Section } from "./markdown-sections.ts";

/** A message and its framings as their file has them, with the line of each key of its front matter. */
export type MessageFile = {
  message: LibraryMessage;
  framings: readonly LibraryFraming[];
  file: string;
  lineOf: (key: string) => number;
};

const codes = z
  .array(z.string("codes in brackets, like [P1, P2]"), "codes in brackets, like [P1, P2]")
  .refine((list) => new Set(list).size === list.length, "each code only once");
const day = calendarDay("a day like 2027-06-30", "a day like 2027-06-30");

const messageKeys = z.strictObject({
  kind: z.literal("key message", 'the words "key message"'),
  number: z
    .int("a whole number from 1 to 999")
    .min(1, "a whole number from 1 to 999")
    .max(999, "a whole number from 1 to 999"),
  effectiveFrom: day.nullable().default(null),
  effectiveUntil: day.nullable().default(null),
  proofPoints: codes,
  objections: codes,
});

const PARTS = ["Talking point", "Avoid", "Note"];

/** Reads the file of one key message: front matter, title with the statement, its parts, then its framings. */
export function readMessageFile(
  { name: file, text }: LibraryFileText,
  faults: LibraryFault[],
): MessageFile | null {
  const read = readFrontMatter(text, messageKeys);
  if (!read.ok) {
    faults.push({ file, ...read.fault });
    return null;
  }
  const { value, body, bodyLine, lineOf } = read.matter;
  const parts = readSections(body, bodyLine);
  if (!parts.ok) {
    faults.push({ file, line: parts.line, reason: "line-out-of-place" });
    return null;
  }
  if (file !== messageFileName(value.number)) {
    const expected = `the number in the file's name; with this number, the file must be called ${messageFileName(value.number)}`;
    faults.push({ file, line: lineOf("number"), reason: "key-not-as-expected", key: "number", expected });
  }
  const { kind: _, ...keys } = value;
  const message = { ...keys, ...readTexts(file, parts.sections, faults) };
  return { message, framings: readFramings(value.number, file, parts.sections, faults), file, lineOf };
}

const LONGEST_AUDIENCE = 160;

function readFramings(
  message: number,
  file: string,
  sections: readonly Section[],
  faults: LibraryFault[],
): LibraryFraming[] {
  return sections.filter(isFraming).map(({ heading, text, line }) => {
    const audience = heading.slice(FRAMING_HEADING.length).trim();
    if (audience.length > LONGEST_AUDIENCE) {
      const of = "the name of the audience";
      faults.push({ file, line, reason: "text-too-long", of, most: LONGEST_AUDIENCE });
    }
    return { message, audience, text };
  });
}

function isFraming({ level, heading }: Section): boolean {
  return level === 2 && heading.startsWith(FRAMING_HEADING);
}

type MessageTexts = Pick<LibraryMessage, "title" | "statement" | "talkingPoint" | "avoid" | "note">;

function readTexts(file: string, sections: readonly Section[], faults: LibraryFault[]): MessageTexts {
  const [head, ...parts] = sections;
  checkParts(file, head, parts, faults);
  const textOf = (heading: string) => parts.find((part) => part.heading === heading)?.text ?? "";
  return {
    title: head?.heading ?? "",
    statement: head?.text ?? "",
    talkingPoint: textOf("Talking point"),
    avoid: textOf("Avoid"),
    note: textOf("Note"),
  };
}

function checkParts(
  file: string,
  head: Section | undefined,
  parts: readonly Section[],
  faults: LibraryFault[],
) {
  const headLine = head?.line ?? 1;
  if (head?.level !== 1)
    faults.push({ file, line: headLine, reason: "text-missing", of: 'a heading "# Title"' });
  if (head && head.heading.length > TEXT_LIMITS.title) {
    faults.push({ file, line: headLine, reason: "text-too-long", of: "the title", most: TEXT_LIMITS.title });
  }
  if (!parts.some((part) => part.heading === "Talking point")) {
    faults.push({ file, line: headLine, reason: "text-missing", of: 'the heading "## Talking point"' });
  }
  for (const section of [...(head ? [head] : []), ...parts]) checkText(file, section, faults);
  for (const [index, part] of parts.entries()) {
    const isTwice = parts.findIndex((one) => one.heading === part.heading) < index;
    if (part.level !== 2 || !(PARTS.includes(part.heading) || isFraming(part))) {
      faults.push({ file, line: part.line, reason: "heading-unknown", heading: part.heading });
    } else if (isTwice) faults.push({ file, line: part.line, reason: "field-twice", field: part.heading });
  }
}

function checkText(file: string, { heading, text, line, fields }: Section, faults: LibraryFault[]) {
  const of = `"${heading}"`;
  if (text === "") faults.push({ file, line, reason: "text-missing", of });
  if (text.length > TEXT_LIMITS.text) {
    faults.push({ file, line, reason: "text-too-long", of, most: TEXT_LIMITS.text });
  }
  for (const field of fields)
    faults.push({ file, line: field.line, reason: "field-unknown", field: field.name });
}
