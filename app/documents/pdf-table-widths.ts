import type { Sheet } from "./pdf-sheet.ts";
import type { SetCell, SetTable } from "./set-table.ts";

/** Type of a cell and its side room, at density 1, in points. */
const SIZES = { text: 8.5, detail: 7.5, room: 9 };

/**
 * How wide each column of a table is, `width` points together. With colours or pictures by its share, so that it keeps
 * its shape; else by its words: a column that needs less than its part gives the rest to the others.
 */
export function columnWidths(sheet: Sheet, { columns, rows }: SetTable, width: number): readonly number[] {
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

function textWidth({ measure, density }: Sheet, text: string, isStrong: boolean): number {
  return measure(text, isStrong ? "sansStrong" : "sans", SIZES.text * density) + SIZES.room;
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
