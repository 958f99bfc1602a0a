import PDFDocument from "pdfkit";
import { type Fragment, layInLines, type Measure, type Placed } from "./line-layout.ts";
import { everyPage } from "./page-marks.ts";
import type { PageMarks, PaperDocument } from "./paper-document.ts";
import { PDF_FACES, type PdfFace } from "./pdf-fonts.ts";
import { drawable } from "./pdf-signs.ts";

export type Words = Fragment<PdfFace>;
export type LineOfWords = readonly Placed<PdfFace>[];

/** The side margins, and the room above and below the lines of every page, in points. */
const SIDE = 62;
const EDGE = 34;
const GAP = 18;
const MARKS_SIZE = 8;
const MARKS_LEADING = 11;

export const INK = "#1B2430";
export const BAD = "#A12A2A";
const LINK = "#1F4E79";

/** The pages of a PDF under way: where the next line comes, and how wide it may be. */
export type Sheet = {
  pdf: PDFKit.PDFDocument;
  y: number;
  left: number;
  width: number;
  top: number;
  bottom: number;
  measure: Measure<PdfFace>;
};

/** A new PDF in A4 with its language, title and faces; the head and foot of its pages are drawn at the end. */
export function newSheet({ title, marks, language }: PaperDocument, madeAt: Date): Sheet {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: "1.7",
    bufferPages: true,
    font: PDF_FACES.serif,
    info: {
      Title: title,
      Subject: marks.line,
      Creator: "Demarche",
      Producer: "Demarche",
      CreationDate: madeAt,
    },
  });
  const measure: Measure<PdfFace> = (text, face, size) =>
    faceIn(pdf, face).fontSize(size).widthOfString(text);
  const width = pdf.page.width - 2 * SIDE;
  const lines = pageLines(pdf, marks, width, measure).length;
  const top = EDGE + lines * MARKS_LEADING + GAP;
  const bottom = pdf.page.height - EDGE - (lines + 1) * MARKS_LEADING - GAP;
  return { pdf, y: top, left: SIDE, width, top, bottom, measure };
}

/** Makes sure that so much height is left on the page, or goes on to the next one. */
export function keepRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height <= sheet.bottom) return;
  sheet.pdf.addPage();
  sheet.y = sheet.top;
}

/** Draws the head and the foot of every page; readers of the page's content skip them. */
export function drawEveryPage(sheet: Sheet, marks: PageMarks): void {
  const { pdf, left, width, measure } = sheet;
  const lines = pageLines(pdf, marks, width, measure);
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    pdf.markContent("Artifact", { type: "Pagination" });
    drawLines(sheet, lines, EDGE);
    const foot = pdf.page.height - EDGE - (lines.length + 1) * MARKS_LEADING;
    rule(pdf, left, width, EDGE + lines.length * MARKS_LEADING + 4);
    rule(pdf, left, width, foot - 4);
    const last = [fragmentOf(pdf, `${marks.taken} · Page ${index + 1} of ${count}`, false)];
    drawLines(sheet, [...lines, ...layInLines(last, width, measure)], foot);
    pdf.endMarkedContent();
  }
}

/** Draws one piece of a line; `y` is where the line's tallest type begins. Words that link show it. */
export function drawWords({ pdf }: Sheet, words: Words, x: number, y: number, colour: string): void {
  const { text, face, size, address } = words;
  const isLink = address !== null;
  const set = faceIn(pdf, face)
    .fontSize(size)
    .fillColor(isLink ? LINK : colour);
  set.text(text, x, y, { lineBreak: false, underline: isLink });
}

/** By its file, not by a registered name: pdfkit reads a registered face anew each time if it was the first. */
function faceIn(pdf: PDFKit.PDFDocument, face: PdfFace): PDFKit.PDFDocument {
  return pdf.font(PDF_FACES[face]);
}

function pageLines(
  pdf: PDFKit.PDFDocument,
  marks: PageMarks,
  width: number,
  measure: Measure<PdfFace>,
): readonly LineOfWords[] {
  return everyPage(marks).flatMap(({ text, isLoud }) =>
    layInLines([fragmentOf(pdf, text, isLoud)], width, measure),
  );
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

function fragmentOf(pdf: PDFKit.PDFDocument, text: string, isLoud: boolean): Words {
  const face = isLoud ? "sansStrong" : "sans";
  return { text: drawable(pdf, face, text), face, size: MARKS_SIZE, note: null, address: null };
}
