import {
  Bookmark,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
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
  type PrintedRun,
  plainCell,
} from "./document.ts";
import { courseDrawing } from "./drawing.ts";
import { barsTable, plainTable, rangesTable, type SetTable } from "./set-table.ts";
import type { WordPictures } from "./word-picture.ts";
import { INDENT, POINT } from "./word-styles.ts";
import { wordTable } from "./word-table.ts";

/**
 * What a Word file under way holds already: its pictures; the footnotes that have stood in the text, for Word takes each one
 * once, and a later mention refers to the first; and how many lists, each of which counts anew.
 */
export type WordState = { pictures: WordPictures; mentioned: Set<number>; lists: number };

/** The margin beside tables and pictures, and the room between, in twentieths of a point. */
export const SIDE = 48 * POINT;
const WIDTH = 595 * POINT - 2 * SIDE;
/** In points. */
const PICTURE = 180;
const CHARTS = { across: 3, width: WIDTH / POINT / 3 - 10, height: 104 };

/** A block as what stands under each other in a Word file. `state` grows by what is in it. */
export async function blockParagraphs(block: DocumentBlock, state: WordState): Promise<FileChild[]> {
  const { pictures } = state;
  switch (block.kind) {
    case "words":
      return [new Paragraph({ text: block.text, ...(block.isNote ? { style: "Note" } : {}) })];
    case "paragraph":
      return [new Paragraph({ children: wordRuns(block.line, state) })];
    case "list":
      return listParagraphs(block, state);
    case "courses":
      return coursesOf(block, pictures);
    case "table":
      return captioned(plainTable(block), pictures);
    case "ranges":
      return captioned(rangesTable(block, PICTURE), pictures);
    case "bars":
      return captioned(barsTable(block, PICTURE), pictures);
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
  state: WordState,
): Paragraph[] {
  const indent = { left: INDENT };
  const words = lines.map((line, index) => {
    const children = wordRuns(line, state);
    return new Paragraph(index === 0 ? { numbering, children } : { indent, children });
  });
  return [...words, ...marks.map((text) => new Paragraph({ style: "Warning", indent, text }))];
}

function wordRuns(line: Line, state: WordState): ParagraphChild[] {
  return line.map((run) => (run.kind === "note" ? noteReference(run.number, state) : wordsOf(run)));
}

function wordsOf({ text, isStrong, isEmphasis, address }: PrintedRun & { kind: "words" }): ParagraphChild {
  const look = { text, ...(isStrong ? { bold: true } : {}), ...(isEmphasis ? { italics: true } : {}) };
  if (address === null) return new TextRun(look);
  return new ExternalHyperlink({
    link: address,
    children: [new TextRun({ ...look, style: "Hyperlink" })],
  });
}

function noteReference(number: number, { mentioned }: WordState): ParagraphChild {
  const id = `source${number}`;
  if (mentioned.has(number)) {
    const again = new TextRun({ text: String(number), superScript: true });
    return new InternalHyperlink({ anchor: id, children: [again] });
  }
  mentioned.add(number);
  return new Bookmark({ id, children: [new FootnoteReferenceRun(number)] });
}

async function captioned(table: SetTable, pictures: WordPictures): Promise<FileChild[]> {
  return [
    new Paragraph({ style: "TableCaption", text: table.caption }),
    await wordTable(table, WIDTH, pictures),
    new Paragraph({ style: "Note" }),
  ];
}

/** Charts in rows of three: a table of Word whose heads are their titles. */
async function coursesOf({ charts, note }: CoursesBlock, pictures: WordPictures): Promise<FileChild[]> {
  const rows: FileChild[] = [];
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    const table = chartsTable(charts.slice(first, first + CHARTS.across));
    rows.push(await wordTable(table, WIDTH, pictures));
  }
  return [...rows, new Paragraph({ style: "Note", text: note })];
}

function chartsTable(charts: readonly CourseChart[]): SetTable {
  return {
    caption: "",
    columns: charts.map(({ title }) => ({ text: title, share: 1, isFigure: false, picture: null })),
    rows: [
      charts.map((chart) => ({
        ...plainCell(""),
        text: chart.subtitle,
        picture: {
          drawing: courseDrawing(chart, CHARTS.width, CHARTS.height),
          alt: chart.description,
        },
      })),
    ],
  };
}

export function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}
