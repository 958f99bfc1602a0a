import type { ReceptionTint } from "#app/method/verdict.ts";
import type { WordsRun } from "#app/text/marks.ts";
import { type About, type PageMarks, reportMarks } from "./page-edges.ts";

/**
 * A document as it leaves the product, be it a paper, a report, a review or a cable: the one text from which every format is
 * written, so that all of them carry the same words, figures and marks. Plain data: the same document makes the same file.
 */
export type Document = {
  language: "en-GB";
  /** A paper is set as large as it is read out; a report closer, so that two pages hold it; a letter as it is sent. */
  look: "paper" | "report" | "letter";
  /** Whoever gets it is told nothing of how it was made. */
  isForOutsiders: boolean;
  /** What a file of it is called. */
  name: string;
  /** A letter to somebody outside has none: "". */
  title: string;
  marks: PageMarks;
  /** How the text leaves, which the document says before its title too; null for what needs no clearance. */
  leaving: { line: string; version: string; isWarning: boolean } | null;
  /** The finding, a sentence each. */
  opening: readonly string[];
  /** What it is about; one that needs no name has "". */
  facts: readonly { name: string; text: string }[];
  sections: readonly Section[];
  notes: Notes;
  /** What stands behind the text, from a page of its own, and can be left away. */
  annex: Annex | null;
};

export type Annex = { title: string; sections: readonly Section[] };

/**
 * The sources in short, numbered once and run on in one small paragraph: the first `shown` of them where pages are counted,
 * and `closing`, which says where more stands.
 */
export type Notes = { each: readonly Footnote[]; shown: number; closing: string };

/** Those that stand on a page. */
export function shownNotes({ each, shown }: Notes): readonly Footnote[] {
  return each.slice(0, shown);
}

/** One without a heading has "" for a title. */
export type Section = { title: string; blocks: readonly DocumentBlock[] };

export type DocumentBlock =
  | { kind: "words"; text: string; isNote: boolean }
  | { kind: "paragraph"; lines: readonly Line[] }
  | ListBlock
  | TableBlock
  | CoursesBlock
  | RangesBlock
  | BarsBlock;

export type ListBlock = { kind: "list"; isNumbered: boolean; items: readonly ListItem[] };

/** `marks` say loudly what the reader has to know of the item: that it is not to be said, that its source is stale. */
export type ListItem = { lines: readonly Line[]; marks: readonly string[] };

export type Line = readonly PrintedRun[];

/**
 * Words of one look, or the numbers of footnotes from `number` up to `until`, of which a stale one stands alone. `address`
 * is where the words link to.
 */
export type PrintedRun = WordsRun | NoteRun;

export type NoteRun = { kind: "note"; number: number; until: number; isStale: boolean };

/** A source, cited by its number. */
export type Footnote = { number: number; text: string; marks: readonly string[] };

/** A table whose first column names the row. */
export type TableBlock = {
  kind: "table";
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
};

/** `share` is the column's part of the width; figures stand on the right. */
export type TableColumn = { text: string; isFigure: boolean; share: number };

/**
 * `strong` stands before the text, in bold, and `detail` under it, smaller; each may be "". The tint never says what the
 * words do not.
 */
export type TableCell = { strong: string; text: string; detail: string; tint: ReceptionTint | null };

/** Small charts of the same size beside each other, on the same axes. */
export type CoursesBlock = { kind: "courses"; charts: readonly CourseChart[]; note: string };

/** A level of −2 to +2 over time with its likely range, and the ratings. Days are counted since 1970. */
export type CourseChart = {
  title: string;
  subtitle: string;
  /** What somebody who does not see the picture is told. */
  description: string;
  points: readonly { day: number; mean: number; lower: number; upper: number }[];
  marks: readonly { day: number; score: number; count: number }[];
};

/** The heads of the columns of a plot: what a row is, what its picture shows, what its words say. */
export type PlotHeads = { name: string; picture: string; text: string };

/** A dot and its likely range a row, on the scale of −2 to +2; `text` says the same in words. */
export type RangesBlock = {
  kind: "ranges";
  caption: string;
  heads: PlotHeads;
  rows: readonly { name: string; mean: number; lower: number; upper: number; text: string }[];
};

/** A bar a row: so much of so much; `text` says the same in words. A `whole` of 0 has no bar. */
export type BarsBlock = {
  kind: "bars";
  caption: string;
  heads: PlotHeads;
  rows: readonly { name: string; part: number; whole: number; text: string }[];
};

export const NO_NOTES: Notes = { each: [], shown: 0, closing: "" };

/** A report: of what, whose and as of when stands on each of its pages, and is what its file is called. */
export function reportOf(
  about: About,
  text: Pick<Document, "title" | "opening" | "facts" | "sections">,
): Document {
  const name = `${about.asOf}, ${about.campaign}`;
  const marks = reportMarks(about);
  const notes = NO_NOTES;
  const always = { language: "en-GB", look: "report", isForOutsiders: false, leaving: null } as const;
  return { ...always, name, marks, notes, annex: null, ...text };
}

export function plainWords(text: string): DocumentBlock {
  return { kind: "words", text, isNote: false };
}

/** Words that are set smaller. */
export function noteWords(text: string): DocumentBlock {
  return { kind: "words", text, isNote: true };
}

/** A list of plain lines, each with a dot. */
export function plainList(lines: readonly string[]): ListBlock {
  const items = lines.map((text) => ({ lines: [[plainRun(text)]], marks: [] }));
  return { kind: "list", isNumbered: false, items };
}

/** A paragraph of one line, which runs on as the page has it. */
export function paragraphOf(line: Line): DocumentBlock & { kind: "paragraph" } {
  return { kind: "paragraph", lines: [line] };
}

export function plainRun(text: string): WordsRun {
  return { kind: "words", text, isStrong: false, isEmphasis: false, address: null };
}

export function strongRun(text: string): WordsRun {
  return { ...plainRun(text), isStrong: true };
}

export function emphasisRun(text: string): WordsRun {
  return { ...plainRun(text), isEmphasis: true };
}

/** A cell of plain words. */
export function plainCell(text: string): TableCell {
  return { strong: "", text, detail: "", tint: null };
}

/** Columns of the same width but for the first, which names the row; those in `figures` stand on the right. */
export function reportColumns(
  labels: readonly string[],
  figures: readonly string[] = [],
): readonly TableColumn[] {
  return labels.map((text, at) => ({ text, isFigure: figures.includes(text), share: at === 0 ? 1.3 : 1 }));
}

/** "3", "1–6" for several in a row, "8▲" for a stale one. */
export function noteNumbers({ number, until, isStale }: NoteRun): string {
  return `${number === until ? number : `${number}\u2013${until}`}${isStale ? "\u25B2" : ""}`;
}

/** A line of the document as plain words: a footnote by its number, an address beside what links to it. */
export function wordsOf(line: Line): string {
  return line
    .map((run) => {
      if (run.kind === "note") return ` [${noteNumbers(run)}]`;
      return run.address === null ? run.text : `${run.text} (${run.address})`;
    })
    .join("");
}

/** What XML and paper cannot carry (control characters, halves of a character) is left out; a tab is a blank. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\v\f\r\u0085\u2028\u2029]/g, " ")
    .replaceAll(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu, "");
}

/** A document with each of its texts of such signs alone: what people typed may hold others. `lineFeed` is what becomes of one. */
export function printableDocument(document: Document, lineFeed: "\n" | " "): Document {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === "string" ? printable(value).replaceAll("\n", lineFeed) : value,
  );
}
