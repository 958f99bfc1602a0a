import PDFDocument from "pdfkit";
import type { EdgeLine, PageMarks } from "./page-edges.ts";
import { type Making, type PaperSize, SHEETS } from "./paper-size.ts";
import { boxes, faceIn } from "./pdf-fonts.ts";
import { type LineOfWords, linesOf, type Words } from "./pdf-lines.ts";

/** The room above and below the lines of every page at density 1, in points. */
export const EDGE = 34;
export const GAP = 18;
const MARKS_SIZE = 8;
const MARKS_LEADING = 11;

export const INK = "#1B2430";
export const BAD = "#A12A2A";
const LINK = "#1F4E79";

/** The pages of a PDF under way: where the next line comes, and how wide it may be. */
export type Sheet = {
  pdf: PDFKit.PDFDocument;
  paper: PaperSize;
  y: number;
  left: number;
  width: number;
  /** Where the text of this page may go down to. */
  bottom: number;
  /** From where to where the text of every further page may go. */
  further: { top: number; bottom: number };
  /** The room above and below the lines of every page. */
  edge: number;
  /** By how much type and leading are set smaller to save pages: 1 is as designed. */
  density: number;
  /** Whether only heights are tried: then no words are drawn. */
  isTried: boolean;
};

/** What a PDF is about, and what stands on each of its pages; `side` is the margin on both sides, in points. */
export type SheetHead = {
  title: string;
  language: string;
  marks: PageMarks;
  side: number;
  density: number;
  isTried: boolean;
};

/** A new PDF with its language, title and faces; the head and foot of its pages are drawn at the end. */
export function newSheet(head: SheetHead, { madeAt, paper }: Making): Sheet {
  const { title, language, marks, side, density, isTried } = head;
  const { width: across, height: down } = SHEETS[paper];
  const pdf = new PDFDocument({
    size: [across, down],
    margin: 0,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: "1.7",
    bufferPages: true,
    // None before the first that is used: to open a face is half the work of a page.
    font: "",
    info: {
      Title: title,
      Subject: marks.subject,
      Creator: "Demarche",
      Producer: "Demarche",
      CreationDate: madeAt,
    },
  });
  const width = pdf.page.width - 2 * side;
  const heightOf = (lines: readonly EdgeLine[]) => pageLines(lines, width).length * MARKS_LEADING;
  const room = (EDGE + GAP) * density;
  const between = ({ head, foot }: PageMarks["first"]) => ({
    top: heightOf(head) + room,
    bottom: pdf.page.height - heightOf(foot) - MARKS_LEADING - room,
  });
  const { top, bottom } = between(marks.first);
  const further = between(marks.further);
  return { pdf, paper, y: top, left: side, width, bottom, further, edge: EDGE * density, density, isTried };
}

/** What is still read with ease, in points: no type is set smaller to save pages. */
const LEAST = 7;

/** A size of type at a density. */
export function smaller(size: number, density: number): number {
  return Math.max(Math.min(size, LEAST), size * density);
}

/** The bytes of a PDF once it has been ended. */
export async function allBytes(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of pdf) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** Makes sure that so much height is left on the page, or goes on to the next one. */
export function keepRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.bottom) startPage(sheet);
}

export function startPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  sheet.y = sheet.further.top;
  sheet.bottom = sheet.further.bottom;
}

/** Draws the head and the foot of every page; readers of the page's content skip them. */
export function drawEveryPage(sheet: Sheet, marks: PageMarks): void {
  const { pdf, left, width, edge } = sheet;
  if (marks.last === "") return;
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    const here = index === 0 ? marks.first : marks.further;
    const head = pageLines(here.head, width);
    const lines = pageLines(here.foot, width);
    pdf.switchToPage(index);
    pdf.markContent("Artifact", { type: "Pagination" });
    drawLines(sheet, head, edge);
    const foot = pdf.page.height - edge - (lines.length + 1) * MARKS_LEADING;
    rule(pdf, left, width, edge + head.length * MARKS_LEADING + 4);
    rule(pdf, left, width, foot - 4);
    const last = [fragmentOf(`${marks.last} · Page ${index + 1} of ${count}`, false)];
    drawLines(sheet, [...lines, ...linesOf(last, width)], foot);
    pdf.endMarkedContent();
  }
}

/** Draws one piece of a line; `y` is where the line's tallest type begins. Words that link show it. */
export function drawWords({ pdf, isTried }: Sheet, words: Words, x: number, y: number, colour: string): void {
  if (isTried) return;
  const { text, face, size, address } = words;
  const isLink = address !== null;
  const set = faceIn(pdf, face)
    .fontSize(size)
    .fillColor(isLink ? LINK : colour);
  const options = { lineBreak: false, underline: isLink };
  if (face !== "none") set.text(text, x, y, options);
  else {
    // Whoever copies a box or has it read out gets what it stands for.
    pdf.markContent("Span", { actual: text });
    set.text(boxes(text), x, y, options);
    pdf.endMarkedContent();
  }
}

function pageLines(edge: readonly EdgeLine[], width: number): readonly LineOfWords[] {
  return edge.flatMap(({ text, isLoud }) => linesOf([fragmentOf(text, isLoud)], width));
}

function drawLines(sheet: Sheet, lines: readonly LineOfWords[], y: number): void {
  for (const [index, line] of lines.entries()) {
    for (const words of line) drawWords(sheet, words, sheet.left + words.x, y + index * MARKS_LEADING, INK);
  }
}

function rule(pdf: PDFKit.PDFDocument, x: number, width: number, y: number): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.75)
    .strokeColor(INK)
    .stroke();
}

function fragmentOf(text: string, isLoud: boolean): Words {
  const face = isLoud ? "sansStrong" : "sans";
  return { text, face, size: MARKS_SIZE, note: null, address: null };
}
