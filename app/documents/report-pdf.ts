import { reportEdges } from "./page-marks.ts";
import { allBytes, drawEveryPage, keepRoom, newSheet, type Sheet } from "./pdf-sheet.ts";
import { printableReport } from "./printable-report.ts";
import type { ReportBlock, ReportDocument, ReportSection, ReportTable } from "./report-document.ts";
import { setHead, setSection } from "./report-pdf-blocks.ts";

/** The margins on both sides, in points: as designed, and where type is set smaller. */
const SIDES = { designed: 48, dense: 36 };

/** A report is read on two pages: where it is longer, type is set smaller, down to what is still read with ease. */
const MOST_PAGES = 2;
const DENSITIES = [1, 0.93, 0.86, 0.8, 0.77, 0.74, 0.7] as const;
const LONG = 0.93;

/**
 * A report as a tagged PDF: language and title set, headings, tables with their heads, charts with a text, faces
 * embedded, and on every page a head and a foot; on two pages where they hold it. The same document made at the same
 * instant gives the same bytes.
 */
export async function reportPdf(report: ReportDocument, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const document = printableReport(report);
  const sheet = shortEnough(document, madeAt) ?? setReport(document, madeAt, LONG);
  const bytes = allBytes(sheet.pdf);
  drawEveryPage(sheet, reportEdges(document.marks));
  sheet.pdf.end();
  return bytes;
}

/** Tried as designed, then at the density that it seems to need; null where the smallest type does not do either. */
function shortEnough(document: ReportDocument, madeAt: Date): Sheet | null {
  let needed: number = DENSITIES[0];
  for (const density of DENSITIES) {
    if (density > needed) continue;
    const sheet = setReport(document, madeAt, density);
    const pages = sheet.pdf.bufferedPageRange().count;
    if (pages <= MOST_PAGES) return sheet;
    const filled = pages - 1 + (sheet.y - sheet.top) / (sheet.bottom - sheet.top);
    // Lines get shorter and closer at once: height goes with the square.
    needed = Math.min(needed, Math.sqrt(MOST_PAGES / filled) * density * NEAR);
  }
  return null;
}

/** A density a little above the one that is needed is tried too, since rows and columns break otherwise then. */
const NEAR = 1.05;

function setReport(document: ReportDocument, madeAt: Date, density: number): Sheet {
  const { title, language, marks, sections } = document;
  const side = density < DENSITIES[0] ? SIDES.dense : SIDES.designed;
  const head = { title, subject: marks.asOf, language, edges: reportEdges(marks), side, density };
  const sheet = newSheet(head, madeAt);
  const whole = sheet.pdf.struct("Document");
  sheet.pdf.addStructure(whole);
  setHead(sheet, whole, document);
  setSections(sheet, whole, sections, newSheet(head, madeAt));
  whole.end();
  return sheet;
}

type Structure = PDFKit.PDFStructureElement;

const BETWEEN = 16;

/**
 * Sets sections under each other; neighbours that need no more than half the width stand in two columns, read down the
 * left one first. `scratch` is a sheet of the same kind on which heights are tried.
 */
function setSections(
  sheet: Sheet,
  whole: Structure,
  sections: readonly ReportSection[],
  scratch: Sheet,
): void {
  let rest = sections;
  while (rest[0] !== undefined) {
    const run = rest.findIndex((section) => !isNarrow(section));
    const pair = inColumns(sheet, rest.slice(0, run === -1 ? rest.length : run), scratch);
    if (pair === null) setSection(sheet, whole, rest[0]);
    else setPair(sheet, whole, pair);
    rest = rest.slice(pair === null ? 1 : pair.left.length + pair.right.length);
  }
}

type Pair = { left: readonly ReportSection[]; right: readonly ReportSection[]; height: number };

/** As many of the narrow sections as the page has room for in two columns; null where fewer than two. */
function inColumns(sheet: Sheet, narrow: readonly ReportSection[], scratch: Sheet): Pair | null {
  if (narrow.length < 2) return null;
  const heights = narrow.map((section) => heightOf(section, halfWidth(sheet), scratch));
  const whole = narrow.map((section) => heightOf(section, sheet.width, scratch));
  const spares = ({ left, right, height }: Pair) =>
    height < whole.slice(0, left.length + right.length).reduce((sum, one) => sum + one, 0);
  for (const room of [sheet.bottom - sheet.y, sheet.bottom - sheet.top]) {
    for (let count = narrow.length; count >= 2; count -= 1) {
      const pair = evenly(narrow.slice(0, count), heights);
      if (pair.height <= room && spares(pair)) return pair;
    }
  }
  return null;
}

/** Cut in two, in their order, so that the longer column is as short as it can be. */
function evenly(sections: readonly ReportSection[], heights: readonly number[]): Pair {
  const sum = (from: number, to: number) =>
    heights.slice(from, to).reduce((total, height) => total + height, 0);
  const cuts = sections.slice(1).map((_, at) => ({
    cut: at + 1,
    height: Math.max(sum(0, at + 1), sum(at + 1, sections.length)),
  }));
  const best = cuts.reduce((one, other) => (other.height < one.height ? other : one));
  return { left: sections.slice(0, best.cut), right: sections.slice(best.cut), height: best.height };
}

function setPair(sheet: Sheet, whole: Structure, { left, right, height }: Pair): void {
  keepRoom(sheet, height);
  const width = halfWidth(sheet);
  const first = { ...sheet, width };
  const second = { ...sheet, width, left: sheet.left + width + BETWEEN };
  for (const section of left) setSection(first, whole, section);
  for (const section of right) setSection(second, whole, section);
  sheet.y = Math.max(first.y, second.y);
}

function halfWidth({ width }: Sheet): number {
  return (width - BETWEEN) / 2;
}

/** How high a section is at that width, tried where nobody looks. */
function heightOf(section: ReportSection, width: number, scratch: Sheet): number {
  const tried = { ...scratch, width, y: 0, bottom: Number.POSITIVE_INFINITY };
  const whole = tried.pdf.struct("Document");
  tried.pdf.addStructure(whole);
  setSection(tried, whole, section);
  whole.end();
  return tried.y;
}

/** No charts and no colours, and tables of few columns. */
function isNarrow({ blocks }: ReportSection): boolean {
  return blocks.every((block) => block.kind !== "courses" && (block.kind !== "table" || isSmall(block)));
}

const FEW_COLUMNS = 4;

function isSmall({ columns, rows }: ReportTable & ReportBlock): boolean {
  return columns.length <= FEW_COLUMNS && rows.flat().every(({ tint }) => tint === null);
}
