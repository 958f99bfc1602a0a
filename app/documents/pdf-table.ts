import { RECEPTION_COLOURS } from "./drawing.ts";
import { drawBeside } from "./pdf-drawing.ts";
import { measured } from "./pdf-fonts.ts";
import { type LineOfWords, linesOf, type Words } from "./pdf-lines.ts";
import { drawWords, INK, keepRoom, type Sheet, smaller } from "./pdf-sheet.ts";
import type { SetCell, SetColumn, SetTable } from "./set-table.ts";

type Structure = PDFKit.PDFStructureElement;

/** Lengths at density 1, in points. */
const LENGTHS = { size: 8.5, leading: 10.3, small: 7.5, smallLeading: 8.8, x: 4, y: 1.5 };
const BETWEEN = 1.5;
const HAIRLINE = "#DCD8CE";

/** A cell with its words in lines, and where it stands. */
type Laid = {
  cell: SetCell;
  lines: readonly LineOfWords[];
  details: readonly LineOfWords[];
  x: number;
  width: number;
  isFigure: boolean;
};

/**
 * Sets a table under `parent`, tagged with rows, column heads and row heads. Rows stay whole; where a page ends, the
 * heads are drawn again for the eye and not read out again.
 */
export function setTable(sheet: Sheet, parent: Structure, table: SetTable): void {
  const element = sheet.pdf.struct("Table");
  parent.add(element);
  const places = placesOf(sheet, table);
  const head = layRow(sheet, table.columns.map(headCell), places);
  const rows = table.rows.map((row) => layRow(sheet, row, places));
  keepRoom(sheet, heightOf(sheet, head) + heightOf(sheet, rows[0] ?? []));
  setRow(sheet, element, head, "heads");
  for (const row of rows) {
    if (sheet.y + heightOf(sheet, row) > sheet.bottom) {
      keepRoom(sheet, heightOf(sheet, row));
      drawAgain(sheet, head);
    }
    setRow(sheet, element, row, "row");
  }
  element.end();
}

/** How high the heads of a table and its first row are, which stand on one page. */
export function beginningOfTable(sheet: Sheet, table: SetTable): number {
  const places = placesOf(sheet, table);
  const rows = [table.columns.map(headCell), table.rows[0] ?? []];
  return rows.reduce((sum, row) => sum + heightOf(sheet, layRow(sheet, row, places)), 0);
}

function headCell({ text, picture }: SetColumn): SetCell {
  return { strong: text, text: "", detail: "", tint: null, picture };
}

type Place = { x: number; width: number; isFigure: boolean };

function placesOf(sheet: Sheet, table: SetTable): readonly Place[] {
  let x = sheet.left;
  const { columns } = table;
  return columnWidths(sheet, table, sheet.width - BETWEEN * (columns.length - 1)).map((width, at) => {
    const place = { x, width, isFigure: columns[at]?.isFigure ?? false };
    x += width + BETWEEN;
    return place;
  });
}

function layRow(sheet: Sheet, cells: readonly SetCell[], places: readonly Place[]): readonly Laid[] {
  return cells.flatMap((cell, at) => {
    const place = places[at];
    if (place === undefined) return [];
    const { size, small, x } = lengthsOf(sheet);
    const room = place.width - 2 * x;
    const strong = cell.strong === "" ? [] : [wordsOf(separated(cell), true, size)];
    const words = [...strong, wordsOf(cell.text, false, size)];
    const lines = linesOf(words, room);
    const details = linesOf([wordsOf(cell.detail, false, small)], room);
    return [{ cell, lines, details, ...place }];
  });
}

function separated({ strong, text }: SetCell): string {
  return text === "" ? strong : `${strong} `;
}

function wordsOf(text: string, isStrong: boolean, size: number): Words {
  const face = isStrong ? "sansStrong" : "sans";
  return { text, face, size, note: null, address: null };
}

function heightOf(sheet: Sheet, row: readonly Laid[]): number {
  const { leading, smallLeading, y } = lengthsOf(sheet);
  const heights = row.map(
    ({ lines, details, cell }) =>
      lines.length * leading + details.length * smallLeading + (cell.picture?.drawing.height ?? 0),
  );
  return Math.max(0, ...heights) + 2 * y;
}

function lengthsOf({ density }: Sheet): typeof LENGTHS {
  const { size, leading, small, smallLeading, x, y } = LENGTHS;
  return {
    size: smaller(size, density),
    leading: (smaller(size, density) / size) * leading,
    small: smaller(small, density),
    smallLeading: (smaller(small, density) / small) * smallLeading,
    x,
    y: y * density,
  };
}

function setRow(sheet: Sheet, table: Structure, row: readonly Laid[], kind: "heads" | "row"): void {
  const element = sheet.pdf.struct("TR");
  table.add(element);
  drawGround(sheet, row);
  for (const [at, laid] of row.entries()) {
    const cell = cellElement(sheet, kind === "heads" ? "Column" : at === 0 ? "Row" : null);
    element.add(cell);
    drawCell(sheet, laid, (draw) => cell.add(draw));
    cell.end();
  }
  element.end();
  sheet.y += heightOf(sheet, row) + BETWEEN;
}

/** A head of a column or of a row says so; any other cell is told with both. */
function cellElement({ pdf }: Sheet, scope: "Column" | "Row" | null): Structure {
  if (scope === null) return pdf.struct("TD");
  const options: PDFKit.Mixins.StructureElementOptions & { scope: string } = { scope };
  return pdf.struct("TH", options);
}

/** The heads at the top of a further page. */
function drawAgain(sheet: Sheet, head: readonly Laid[]): void {
  drawGround(sheet, head);
  sheet.pdf.markContent("Artifact", { type: "Pagination" });
  for (const laid of head) drawCell(sheet, laid, (draw) => draw());
  sheet.pdf.endMarkedContent();
  sheet.y += heightOf(sheet, head) + BETWEEN;
}

/** The tints of a row, and the hairline under it. */
function drawGround(sheet: Sheet, row: readonly Laid[]): void {
  const { pdf, y, left, width } = sheet;
  const height = heightOf(sheet, row);
  pdf.markContent("Artifact", { type: "Layout" });
  for (const { cell, x, width: room } of row) {
    if (cell.tint === null) continue;
    pdf.rect(x, y, room, height).fillColor(RECEPTION_COLOURS[cell.tint].ground).fill();
  }
  const under = y + height + BETWEEN / 2;
  pdf
    .moveTo(left, under)
    .lineTo(left + width, under)
    .lineWidth(0.5)
    .strokeColor(HAIRLINE)
    .stroke();
  pdf.endMarkedContent();
}

/** Draws one cell; `content` marks each piece of its words as what is read of it. */
function drawCell(
  sheet: Sheet,
  { cell, lines, details, x, width, isFigure }: Laid,
  content: (draw: () => void) => void,
): void {
  const colour = cell.tint === null ? INK : RECEPTION_COLOURS[cell.tint].ink;
  const pad = lengthsOf(sheet);
  let y = sheet.y + pad.y;
  const drawLines = (all: readonly LineOfWords[], leading: number) => {
    for (const line of all) {
      const right = isFigure ? width - 2 * pad.x - widthOf(line) : 0;
      for (const words of line) {
        const top = y;
        content(() => drawWords(sheet, words, x + pad.x + right + words.x, top, colour));
      }
      y += leading;
    }
  };
  drawLines(lines, pad.leading);
  drawLines(details, pad.smallLeading);
  if (cell.picture !== null) drawBeside(sheet, cell.picture.drawing, { x: x + pad.x, y });
}

function widthOf(line: LineOfWords): number {
  const last = line.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

/** Type of a cell and its side room, at density 1, in points. */
const SIZES = { text: 8.5, detail: 7.5, room: 9 };

/**
 * How wide each column of a table is, `width` points together. With colours or pictures by its share, so that it keeps
 * its shape; else by its words: a column that needs less than its part gives the rest to the others.
 */
function columnWidths(sheet: Sheet, { columns, rows }: SetTable, width: number): readonly number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const cells = rows.flat();
  if (cells.some(({ tint, picture }) => tint !== null || picture !== null))
    return columns.map(({ share }) => (share / whole) * width);
  const needed = columns.map(({ text }, at) =>
    Math.max(
      textWidth(sheet, text, true),
      ...rows.map((row) => (row[at] === undefined ? 0 : cellWidth(sheet, row[at]))),
    ),
  );
  return sharedOut(needed, width);
}

function cellWidth(sheet: Sheet, { strong, text, detail }: SetCell): number {
  const words = textWidth(sheet, strong, true) + textWidth(sheet, text, false);
  return Math.max(words, (textWidth(sheet, detail, false) * SIZES.detail) / SIZES.text);
}

function textWidth({ density }: Sheet, text: string, isStrong: boolean): number {
  return measured(text, isStrong ? "sansStrong" : "sans", smaller(SIZES.text, density)) + SIZES.room;
}

/** Those that need less than an even part get what they need; the others share the rest by need, or all what is over. */
function sharedOut(needed: readonly number[], width: number): readonly number[] {
  const total = needed.reduce((sum, one) => sum + one, 0);
  if (total <= width) return needed.map((one) => (one / total) * width);
  const given = new Map<number, number>();
  for (;;) {
    const open = needed.map((need, at) => ({ need, at })).filter(({ at }) => !given.has(at));
    const even = (width - [...given.values()].reduce((sum, one) => sum + one, 0)) / open.length;
    const content = open.filter(({ need }) => need <= even);
    if (content.length === 0) {
      // A column of very many words may not take all.
      const parts = needed.map((need, at) => (given.has(at) ? 0 : Math.min(need, 2 * even)));
      const whole = parts.reduce((sum, one) => sum + one, 0);
      return parts.map((part, at) => given.get(at) ?? (part / whole) * even * open.length);
    }
    for (const { at, need } of content) given.set(at, need);
  }
}
