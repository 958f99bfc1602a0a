import { courseDrawing } from "./course-drawing.ts";
import { setFigure } from "./pdf-drawing.ts";
import type { PdfFace } from "./pdf-fonts.ts";
import { type Setting, setParagraph } from "./pdf-paragraph.ts";
import { drawWords, INK, keepRoom, type Sheet, type Words } from "./pdf-sheet.ts";
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

const BODY = 8.5;
const INDENT = 10;
const TITLE: Setting = { indent: 0, leading: 23, before: 0, isWarning: false };
const OPENING: Setting = { indent: 0, leading: 13.8, before: 4, isWarning: false };
const HEADING: Setting = { indent: 0, leading: 14.5, before: 5, isWarning: false };
const PLAIN: Setting = { indent: 0, leading: 10.8, before: 3, isWarning: false };
const ITEM: Setting = { ...PLAIN, indent: INDENT, before: 1.5 };
const NOTE: Setting = { indent: 0, leading: 9.5, before: 3, isWarning: false };
const CHARTS = { across: 3, between: 12, height: 88 };

/** The title, what the report is about, and its finding. */
export function setHead(sheet: Sheet, whole: Structure, { title, opening, facts }: ReportDocument): void {
  setParagraph(sheet, whole, "H1", [words(title, "serifStrong", sheet.density < 1 ? 15.5 : 17)], TITLE);
  if (facts.length > 0) {
    const told = facts.map(({ name, text }) => `${name}: ${text}`).join(" · ");
    setParagraph(sheet, whole, "P", [words(told, "sans", BODY)], PLAIN);
  }
  if (opening.length > 0) setParagraph(sheet, whole, "P", [words(opening.join(" "), "serif", 10)], OPENING);
}

/** A section with its heading and the rule over it. */
export function setSection(sheet: Sheet, whole: Structure, { title, blocks }: ReportSection): void {
  sheet.y += 7 * sheet.density;
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
  // The middle column of such a table, less the room round its cells.
  const picture = (sheet.width - 4) * 0.4 - 10;
  if (block.kind === "table") setTable(sheet, whole, plainTable(block));
  else
    setTable(sheet, whole, block.kind === "ranges" ? rangesTable(block, picture) : barsTable(block, picture));
}

function setList(sheet: Sheet, whole: Structure, items: readonly string[]): void {
  const list = sheet.pdf.struct("L");
  whole.add(list);
  for (const text of items) {
    keepRoom(sheet, (ITEM.before + 2 * ITEM.leading) * sheet.density);
    const item = sheet.pdf.struct("LI");
    list.add(item);
    const label = sheet.pdf.struct("Lbl");
    item.add(label);
    const dot = words("• ", "sans", BODY * sheet.density);
    label.add(() => drawWords(sheet, dot, sheet.left, sheet.y + ITEM.before * sheet.density, INK));
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
  const height = CHARTS.height * sheet.density;
  const width = (sheet.width - CHARTS.between * (CHARTS.across - 1)) / CHARTS.across;
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    keepRoom(sheet, height + 50);
    const row = charts.slice(first, first + CHARTS.across).map((chart, at) => {
      const part = { ...sheet, left: sheet.left + at * (width + CHARTS.between), width };
      return { chart, part, section: headChart(part, whole, chart) };
    });
    sheet.y = Math.max(...row.map(({ part }) => part.y));
    for (const { chart, part, section } of row) {
      part.y = sheet.y;
      setFigure(part, section, courseDrawing(chart, width, height), part.left, chart.description);
      section.end();
    }
    sheet.y += height;
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
