import {
  ExternalHyperlink,
  type FileChild,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import {
  type CourseChart,
  type CoursesBlock,
  type DocumentBlock,
  type Line,
  type ListBlock,
  type ListItem,
  noteNumbers,
  type PrintedRun,
  plainCell,
} from "./document.ts";
import { courseDrawing } from "./drawing.ts";
import { barsTable, partsOf, plainTable, rangesTable, type SetTable } from "./set-table.ts";
import type { WordPictures } from "./word-picture.ts";
import { POINT } from "./word-styles.ts";
import { wordTable } from "./word-table.ts";

/**
 * What a Word file under way holds already: its pictures, and how many lists, each of which counts anew. `width` is
 * that of the text and `indents` are those of lists, in twentieths of a point; `where` stands before the names of styles.
 */
export type WordState = {
  pictures: WordPictures;
  lists: number;
  width: number;
  indents: { Text: number; Annex: number };
  where: "" | "Annex";
  density: number;
};

/** In points. */
const PICTURE = 180;
const CHARTS = { across: 3, height: 88 };

/** A block as what stands under each other in a Word file. `state` grows by what is in it. */
export async function blockParagraphs(block: DocumentBlock, state: WordState): Promise<FileChild[]> {
  const { where } = state;
  switch (block.kind) {
    case "words":
      return [new Paragraph({ text: block.text, style: `${where}${block.isNote ? "Note" : "Words"}` })];
    case "paragraph":
      return [new Paragraph({ style: `${where}Words`, children: block.lines.flatMap(lineRuns) })];
    case "list":
      return listParagraphs(block, state);
    case "courses":
      return coursesOf(block, state);
    case "table":
      return (await Promise.all(partsOf(block).map((part) => captioned(plainTable(part), state)))).flat();
    case "ranges":
      return captioned(rangesTable(block, PICTURE), state);
    case "bars":
      return captioned(barsTable(block, PICTURE), state);
  }
}

function listParagraphs({ isNumbered, items }: ListBlock, state: WordState): Paragraph[] {
  const reference = isNumbered ? "counted" : "dotted";
  const numbering = { reference, level: 0, instance: state.lists };
  state.lists += 1;
  return items.flatMap((item) => itemParagraphs(item, numbering, state));
}

/** The first line of an item has the number or the dot; the others, and what is to be known of it, stand under it. */
function itemParagraphs(
  { lines, marks }: ListItem,
  numbering: { reference: string; level: number; instance: number },
  { where, indents }: WordState,
): Paragraph[] {
  const indent = { left: indents[where === "" ? "Text" : "Annex"] };
  const style = `${where}Item`;
  const words = lines.map((line, index) => {
    const children = line.map(runOf);
    if (index === 0) return new Paragraph({ style, numbering, children });
    return new Paragraph({ style, indent, spacing: { before: 2 * POINT }, children });
  });
  return [...words, ...marks.map((text) => new Paragraph({ style: `${where}Warning`, indent, text }))];
}

/** A line of a paragraph, which each after the first begins anew. */
function lineRuns(line: Line, at: number): ParagraphChild[] {
  return [...(at === 0 ? [] : [new TextRun({ break: 1 })]), ...line.map(runOf)];
}

function runOf(run: PrintedRun): ParagraphChild {
  if (run.kind === "note") {
    const number = new TextRun({ text: noteNumbers(run), superScript: true });
    return new InternalHyperlink({ anchor: `source${run.number}`, children: [number] });
  }
  const { text, isStrong, isEmphasis, address } = run;
  const look = { text, ...(isStrong ? { bold: true } : {}), ...(isEmphasis ? { italics: true } : {}) };
  if (address === null) return new TextRun(look);
  return new ExternalHyperlink({
    link: address,
    children: [new TextRun({ ...look, style: "Hyperlink" })],
  });
}

async function captioned(table: SetTable, { pictures, width }: WordState): Promise<FileChild[]> {
  return [
    new Paragraph({ style: "TableCaption", text: table.caption }),
    await wordTable(table, width, pictures),
  ];
}

/** Charts in rows of three: a table of Word whose heads are their titles. */
async function coursesOf(
  { charts, note }: CoursesBlock,
  { pictures, width, density }: WordState,
): Promise<FileChild[]> {
  const rows: FileChild[] = [];
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    const table = chartsTable(charts.slice(first, first + CHARTS.across), width, density);
    rows.push(await wordTable(table, width, pictures));
  }
  return [...rows, new Paragraph({ style: "Note", text: note })];
}

function chartsTable(charts: readonly CourseChart[], width: number, density: number): SetTable {
  const across = width / POINT / CHARTS.across - 10;
  return {
    caption: "",
    columns: charts.map(({ title }) => ({ text: title, share: 1, isFigure: false, picture: null })),
    rows: [
      charts.map((chart) => ({
        ...plainCell(""),
        text: chart.subtitle,
        picture: {
          drawing: courseDrawing(chart, across, CHARTS.height * density),
          alt: chart.description,
        },
      })),
    ],
  };
}

export function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}
