import { courseDrawing } from "./course-drawing.ts";
import { reportEdges } from "./page-marks.ts";
import { setFigure } from "./pdf-drawing.ts";
import type { PdfFace } from "./pdf-fonts.ts";
import { type Setting, setParagraph } from "./pdf-paragraph.ts";
import {
  allBytes,
  drawEveryPage,
  drawWords,
  INK,
  keepRoom,
  newSheet,
  type Sheet,
  type Words,
} from "./pdf-sheet.ts";
import { setTable } from "./pdf-table.ts";
import type {
  CourseChart,
  ReportBlock,
  ReportCourses,
  ReportDocument,
  ReportSection,
} from "./report-document.ts";
import { barsTable, plainTable, rangesTable } from "./report-tables.ts";

type Structure = PDFKit.PDFStructureElement;

const SIDE = 48;
const BODY = 8.5;
const INDENT = 10;
const TITLE: Setting = { indent: 0, leading: 23, before: 0, isWarning: false };
const OPENING: Setting = { indent: 0, leading: 14.5, before: 4, isWarning: false };
const HEADING: Setting = { indent: 0, leading: 15, before: 7, isWarning: false };
const PLAIN: Setting = { indent: 0, leading: 10.8, before: 3, isWarning: false };
const ITEM: Setting = { ...PLAIN, indent: INDENT, before: 2 };
const NOTE: Setting = { indent: 0, leading: 9.5, before: 3, isWarning: false };
const CHARTS = { across: 3, between: 12, height: 104 };
const PICTURE = 180;

/**
 * A report as a tagged PDF: language and title set, headings, tables with their heads, charts with a text, faces
 * embedded, and on every page a head and a foot. The same document made at the same instant gives the same bytes.
 */
export async function reportPdf(document: ReportDocument, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const { title, language, marks, sections } = document;
  const edges = reportEdges(marks);
  const sheet = newSheet({ title, subject: marks.asOf, language, edges, side: SIDE }, madeAt);
  const bytes = allBytes(sheet.pdf);
  const whole = sheet.pdf.struct("Document");
  sheet.pdf.addStructure(whole);
  setHead(sheet, whole, document);
  for (const section of sections) setSection(sheet, whole, section);
  whole.end();
  drawEveryPage(sheet, edges);
  sheet.pdf.end();
  return bytes;
}

function setHead(sheet: Sheet, whole: Structure, { title, opening, facts }: ReportDocument): void {
  setParagraph(sheet, whole, "H1", [words(title, "serifStrong", 17)], TITLE);
  if (facts.length > 0) {
    const told = facts.map(({ name, text }) => `${name}: ${text}`).join(" · ");
    setParagraph(sheet, whole, "P", [words(told, "sans", BODY)], PLAIN);
  }
  if (opening.length > 0) setParagraph(sheet, whole, "P", [words(opening.join(" "), "serif", 10.5)], OPENING);
}

function setSection(sheet: Sheet, whole: Structure, { title, blocks }: ReportSection): void {
  sheet.y += 9;
  keepRoom(sheet, 60);
  rule(sheet);
  setParagraph(sheet, whole, "H2", [words(title, "serifStrong", 11.5)], HEADING);
  for (const block of blocks) setBlock(sheet, whole, block);
}

function rule({ pdf, left, width, y }: Sheet): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(left, y + 3)
    .lineTo(left + width, y + 3)
    .lineWidth(1)
    .strokeColor(INK)
    .stroke();
  pdf.endMarkedContent();
}

function setBlock(sheet: Sheet, whole: Structure, block: ReportBlock): void {
  switch (block.kind) {
    case "words":
      setParagraph(sheet, whole, "P", [plainWords(block)], block.isNote ? NOTE : PLAIN);
      return;
    case "list":
      setList(sheet, whole, block.items);
      return;
    case "courses":
      setCourses(sheet, whole, block);
      return;
    case "table":
    case "ranges":
    case "bars":
      setCaptioned(sheet, whole, block);
  }
}

function plainWords({ text, isNote }: ReportBlock & { kind: "words" }): Words {
  return words(text, "sans", isNote ? 7.5 : BODY);
}

function setCaptioned(
  sheet: Sheet,
  whole: Structure,
  block: ReportBlock & { kind: "table" | "ranges" | "bars" },
): void {
  keepRoom(sheet, 48);
  setParagraph(sheet, whole, "P", [words(block.caption, "sans", 7.5)], NOTE);
  sheet.y += 2;
  if (block.kind === "table") setTable(sheet, whole, plainTable(block));
  else
    setTable(sheet, whole, block.kind === "ranges" ? rangesTable(block, PICTURE) : barsTable(block, PICTURE));
}

function setList(sheet: Sheet, whole: Structure, items: readonly string[]): void {
  const list = sheet.pdf.struct("L");
  whole.add(list);
  for (const text of items) {
    keepRoom(sheet, ITEM.before + 2 * ITEM.leading);
    const item = sheet.pdf.struct("LI");
    list.add(item);
    const label = sheet.pdf.struct("Lbl");
    item.add(label);
    label.add(() => drawWords(sheet, words("• ", "sans", BODY), sheet.left, sheet.y + ITEM.before, INK));
    label.end();
    const body = sheet.pdf.struct("LBody");
    item.add(body);
    setParagraph(sheet, body, "P", [words(text, "sans", BODY)], ITEM);
    body.end();
    item.end();
  }
  list.end();
}

/** Charts beside each other, three in a row, each with its words over it; those of one row stand level. */
function setCourses(sheet: Sheet, whole: Structure, { charts, note }: ReportCourses): void {
  const width = (sheet.width - CHARTS.between * (CHARTS.across - 1)) / CHARTS.across;
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    keepRoom(sheet, CHARTS.height + 50);
    const row = charts.slice(first, first + CHARTS.across).map((chart, at) => {
      const part = { ...sheet, left: sheet.left + at * (width + CHARTS.between), width };
      return { chart, part, section: headChart(part, whole, chart) };
    });
    sheet.y = Math.max(...row.map(({ part }) => part.y));
    for (const { chart, part, section } of row) {
      part.y = sheet.y;
      setFigure(part, section, courseDrawing(chart, width, CHARTS.height), part.left, chart.description);
      section.end();
    }
    sheet.y += CHARTS.height;
  }
  setParagraph(sheet, whole, "P", [words(note, "sans", 7.5)], NOTE);
}

/** The words over a chart, in a section that the chart goes into. */
function headChart(part: Sheet, whole: Structure, { title, subtitle }: CourseChart): Structure {
  const section = part.pdf.struct("Sect");
  whole.add(section);
  setParagraph(part, section, "H3", [words(title, "sansStrong", BODY)], PLAIN);
  setParagraph(part, section, "P", [words(subtitle, "sans", 7.5)], { ...NOTE, before: 1 });
  return section;
}

function words(text: string, face: PdfFace, size: number): Words {
  return { text, face, size, note: null, address: null };
}
