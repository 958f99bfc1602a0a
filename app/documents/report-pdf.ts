import { reportEdges } from "./page-marks.ts";
import { allBytes, drawEveryPage, newSheet, type Sheet } from "./pdf-sheet.ts";
import { printableReport } from "./printable-report.ts";
import type { ReportDocument } from "./report-document.ts";
import { setHead } from "./report-pdf-blocks.ts";
import { setSections } from "./report-pdf-columns.ts";

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
