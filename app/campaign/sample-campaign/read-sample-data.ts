import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { readFrontMatter } from "#app/campaign/messages/library/front-matter.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { readSections } from "#app/campaign/messages/library/markdown-sections.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { timeOfDay } from "#app/http/fields.ts";
import { isZone } from "#app/time/wall-time.ts";

const FOLDER = new URL("data/", import.meta.url);

/** How a cell of a table is read. Several things in one cell are parted by a semicolon. */
export const words = z.string();
/** A time of day, 24 hours: "09:00". */
export const hour = timeOfDay();
/** A time zone by its IANA name. */
export const zone = words.transform((name, { addIssue }) => {
  if (isZone(name)) return name;
  addIssue("a time zone");
  return z.NEVER;
});
export const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "a number")
  .transform(Number);
export const yesOrNo = z.enum(["yes", "no"]).transform((cell) => cell === "yes");
export const wordsOrNone = words.transform((cell) => (cell === "" ? null : cell));
export const list = words.transform((cell) => (cell === "" ? [] : cell.split("; ")));
export const numbers = list.transform((cells) => cells.map(Number));

/** One of these words, or nothing. */
export function oneOrNone<const T extends string>(among: readonly T[]) {
  return wordsOrNone.pipe(z.enum(among).nullable());
}

/** The bytes of a file of the sample's data. */
export function readBytes(file: string): Uint8Array {
  return readFileSync(new URL(file, FOLDER));
}

/** The rows of a CSV file: a column "days ago" is the key `daysAgo` of the row. What is written otherwise is named by its line. */
export function sampleTable<T>(file: string, row: z.ZodType<T>): readonly T[] {
  const records: { record: unknown; info: { lines: number } }[] = parse(readBytes(file), {
    columns: (headings: string[]) => headings.map(keyOf),
    info: true,
  });
  return records.map(({ record, info }) => {
    const read = row.safeParse(record);
    if (!read.success) throw new Error(`${file}, line ${info.lines}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

function keyOf(heading: string): string {
  return heading.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A Markdown file: its front matter, and the text under its title or under one of its other headings, "" where there is none. */
export type Note<T> = { front: T; text: string; under(heading: string): string };

/** Reads a Markdown file as the message library writes them. Throws where it is written otherwise. */
export function readNote<T>(file: string, front: z.ZodType<T>): Note<T> {
  const read = readFrontMatter(readFileSync(new URL(file, FOLDER), "utf8"), front);
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.fault)}`);
  const parts = readSections(read.matter.body, read.matter.bodyLine);
  if (!parts.ok) throw new Error(`${file}, line ${parts.line}: a line out of place`);
  const { sections } = parts;
  return {
    front: read.matter.value,
    text: sections.find(({ level }) => level === 1)?.text ?? "",
    under: (heading) => sections.find((section) => section.heading === heading)?.text ?? "",
  };
}

/** Every Markdown file of a folder, by name. */
export function readNotes<T>(folder: string, front: z.ZodType<T>): readonly Note<T>[] {
  return namesIn(folder).map((name) => readNote(`${folder}/${name}`, front));
}

/** A message library of the sample: a folder as `messages/` is one. */
export function readLibrary(folder: string): Library {
  const files = namesIn(folder).map((name) => ({ name, bytes: readBytes(`${folder}/${name}`) }));
  const parsed = parseLibrary(files);
  if (!parsed.ok) throw new Error(`${folder}: ${JSON.stringify(parsed.faults)}`);
  return parsed.library;
}

function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, FOLDER)).sort();
}
