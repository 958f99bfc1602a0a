import { keepRoom, type Sheet } from "./pdf-sheet.ts";
import type { ReportBlock, ReportSection, ReportTable } from "./report-document.ts";
import { setSection } from "./report-pdf-blocks.ts";

type Structure = PDFKit.PDFStructureElement;

const BETWEEN = 16;

/**
 * Sets sections under each other; neighbours that need no more than half the width stand in two columns, read down the
 * left one first. `scratch` is a sheet of the same kind on which heights are tried.
 */
export function setSections(
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
