import type { ReceptionTint } from "#app/method/reception-tint.ts";

/**
 * A report as it leaves the product: the one text from which Word and PDF are written, so that both carry the same
 * words, figures and marks as the page. Plain data: it may be kept as it is, and the same report makes the same file.
 */
export type ReportDocument = {
  language: "en-GB";
  title: string;
  marks: ReportMarks;
  /** The finding, a sentence each. */
  opening: readonly string[];
  facts: readonly { name: string; text: string }[];
  sections: readonly ReportSection[];
};

/** What stands at the head and at the foot of every page. */
export type ReportMarks = {
  /** How it may travel, like "TLP:AMBER". */
  handling: string;
  campaign: string;
  /** Which report, and as of when: "Effectiveness, as of Thu 26 Nov 2026". */
  asOf: string;
  /** Who took the copy and when, on both clocks; of a frozen review the day of the review, which stays. */
  taken: string;
};

export type ReportSection = { title: string; blocks: readonly ReportBlock[] };

export type ReportBlock =
  | { kind: "words"; text: string; isNote: boolean }
  | { kind: "list"; items: readonly string[] }
  | ReportTable
  | ReportCourses
  | ReportRanges
  | ReportBars;

/** A table whose first column names the row. */
export type ReportTable = {
  kind: "table";
  caption: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportCell[])[];
};

/** `share` is the column's part of the width; figures stand on the right. */
export type ReportColumn = { text: string; isFigure: boolean; share: number };

/**
 * `strong` stands before the text, in bold, and `detail` under it, smaller; each may be "". The tint never says what the
 * words do not.
 */
export type ReportCell = { strong: string; text: string; detail: string; tint: ReceptionTint | null };

/** Small charts of the same size beside each other, on the same axes. */
export type ReportCourses = { kind: "courses"; charts: readonly CourseChart[]; note: string };

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
export type ReportRanges = {
  kind: "ranges";
  caption: string;
  heads: PlotHeads;
  rows: readonly { name: string; mean: number; lower: number; upper: number; text: string }[];
};

/** A bar a row: so much of so much; `text` says the same in words. A `whole` of 0 has no bar. */
export type ReportBars = {
  kind: "bars";
  caption: string;
  heads: PlotHeads;
  rows: readonly { name: string; part: number; whole: number; text: string }[];
};

/** A cell of plain words. */
export function plainCell(text: string): ReportCell {
  return { strong: "", text, detail: "", tint: null };
}

/** Columns of the same width but for the first, which names the row; those in `figures` stand on the right. */
export function reportColumns(
  labels: readonly string[],
  figures: readonly string[] = [],
): readonly ReportColumn[] {
  return labels.map((text, at) => ({ text, isFigure: figures.includes(text), share: at === 0 ? 1.3 : 1 }));
}
