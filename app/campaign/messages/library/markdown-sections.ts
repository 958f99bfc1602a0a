import { escapeText, tidyText, unescapeLine } from "./library-file.ts";

/** A line "- Name: value" with the lines that go on with it. `line` counts from 1. */
export type Field = { name: string; value: string; line: number };

/** A heading with the text and the fields under it. `level` is 1 or 2. */
export type Section = {
  level: 1 | 2;
  heading: string;
  line: number;
  text: string;
  fields: readonly Field[];
};

type OpenSection = Omit<Section, "text" | "fields"> & { text: string[]; fields: OpenField[] };
type OpenField = { name: string; lines: string[]; line: number };

/**
 * Reads the sections of a Markdown body whose first line is line `firstLine` of its file. A section is a heading,
 * then its text, then its fields. Gives the number of the first line that has no place in that order, if any.
 */
export function readSections(
  body: string,
  firstLine: number,
): { ok: true; sections: readonly Section[] } | { ok: false; line: number } {
  const sections: OpenSection[] = [];
  for (const [index, line] of body.split("\n").entries()) {
    if (!takeLine(line, firstLine + index, sections)) return { ok: false, line: firstLine + index };
  }
  return { ok: true, sections: sections.map(closeSection) };
}

function takeLine(line: string, number: number, sections: OpenSection[]): boolean {
  const heading = /^(#{1,2}) (.+)$/.exec(line);
  if (heading?.[1] && heading[2]) {
    const level = heading[1] === "#" ? 1 : 2;
    sections.push({ level, heading: heading[2].trim(), line: number, text: [], fields: [] });
    return true;
  }
  const section = sections.at(-1);
  if (section === undefined) return line.trim() === "";
  return takeFieldLine(line, number, section) || takeTextLine(line, section);
}

function takeFieldLine(line: string, number: number, section: OpenSection): boolean {
  const field = /^- ([^:]+):(?: (.*))?$/.exec(line);
  if (field?.[1]) {
    section.fields.push({ name: field[1], lines: [field[2] ?? ""], line: number });
    return true;
  }
  const open = section.fields.at(-1);
  if (open === undefined || !(line.trim() === "" || line.startsWith("  "))) return false;
  open.lines.push(line.slice(2));
  return true;
}

function takeTextLine(line: string, section: OpenSection): boolean {
  if (section.fields.length > 0 || /^[#\-<=>|]/.test(line)) return false;
  section.text.push(unescapeLine(line));
  return true;
}

function closeSection({ text, fields, ...section }: OpenSection): Section {
  return {
    ...section,
    text: tidyText(text.join("\n")),
    fields: fields.map(({ lines, ...field }) => ({ ...field, value: tidyText(lines.join("\n")) })),
  };
}

/** A section as it is written: only fields that have a value. */
export type SectionToWrite = {
  level: 1 | 2;
  heading: string;
  text: string;
  fields: readonly (readonly [name: string, value: string | null])[];
};

/** The section in Markdown, ending with a line end: what `readSections` reads as the same section. */
export function formatSection({ level, heading, text, fields }: SectionToWrite): string {
  const written = fields.flatMap(([name, value]) => (value ? [formatField(name, value)] : []));
  const blocks = [
    `${"#".repeat(level)} ${heading}`,
    ...(text === "" ? [] : [escapeText(text).join("\n")]),
    ...(written.length === 0 ? [] : [written.join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function formatField(name: string, value: string): string {
  const lines = value.split("\n").map((line, index) => (line === "" || index === 0 ? line : `  ${line}`));
  return `- ${name}: ${lines.join("\n")}`;
}
