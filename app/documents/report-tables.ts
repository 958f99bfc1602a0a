import type { Drawing } from "./drawing.ts";
import type {
  PlotHeads,
  ReportBars,
  ReportCell,
  ReportColumn,
  ReportRanges,
  ReportTable,
} from "./report-document.ts";
import { plainCell } from "./report-document.ts";
import { barDrawing, rangeDrawing, scaleDrawing } from "./row-drawings.ts";

/** A picture in a cell, and what somebody is told who does not see it. */
export type CellPicture = { drawing: Drawing; alt: string };

/** A cell as it is set: words, and under them a picture. */
export type SetCell = ReportCell & { picture: CellPicture | null };
export type SetColumn = ReportColumn & { picture: CellPicture | null };

/** A table as it is set in Word and PDF. */
export type SetTable = {
  caption: string;
  columns: readonly SetColumn[];
  rows: readonly (readonly SetCell[])[];
};

/** A plain table as it is set. */
export function plainTable({ caption, columns, rows }: ReportTable): SetTable {
  return {
    caption,
    columns: columns.map((column) => ({ ...column, picture: null })),
    rows: rows.map((row) => row.map((cell) => ({ ...cell, picture: null }))),
  };
}

/** A plot of ranges as a table: name, picture, words. `width` is that of the pictures, in points. */
export function rangesTable({ caption, heads, rows }: ReportRanges, width: number): SetTable {
  return pictured(
    caption,
    heads,
    { drawing: scaleDrawing(width), alt: "The scale of −2 to +2" },
    rows.map((row) => ({ ...row, drawing: rangeDrawing(row, width) })),
  );
}

/** A row of bars as a table: name, picture, words. */
export function barsTable({ caption, heads, rows }: ReportBars, width: number): SetTable {
  const longest = Math.max(0, ...rows.map(({ whole }) => whole));
  return pictured(
    caption,
    heads,
    null,
    rows.map((row) => ({ ...row, drawing: barDrawing(row, longest, width) })),
  );
}

type PicturedRow = { name: string; text: string; drawing: Drawing };

function pictured(
  caption: string,
  heads: PlotHeads,
  scale: CellPicture | null,
  rows: readonly PicturedRow[],
): SetTable {
  return {
    caption,
    columns: [
      { text: heads.name, share: 3, isFigure: false, picture: null },
      { text: heads.picture, share: 4, isFigure: false, picture: scale },
      { text: heads.text, share: 3, isFigure: false, picture: null },
    ],
    rows: rows.map(({ name, text, drawing }) => [
      { ...plainCell(name), picture: null },
      { ...plainCell(""), picture: { drawing, alt: `${name}: ${text}` } },
      { ...plainCell(text), picture: null },
    ]),
  };
}
