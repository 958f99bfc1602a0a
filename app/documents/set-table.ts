import { placeIn } from "#app/method/chart-place.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { SCORES } from "#app/method/reception-scale.ts";
import {
  type BarsBlock,
  type CoursesBlock,
  type PlotHeads,
  plainCell,
  type RangesBlock,
  type TableBlock,
  type TableCell,
  type TableColumn,
} from "./document.ts";
import { CHART_COLOURS, type Drawing, rectangle, type Shape } from "./drawing.ts";

/** A picture in a cell, and what somebody is told who does not see it. */
export type CellPicture = { drawing: Drawing; alt: string };

/** A cell as it is set: words, and under them a picture. */
export type SetCell = TableCell & { picture: CellPicture | null };
export type SetColumn = TableColumn & { picture: CellPicture | null };

/** A table as it is set in Word and PDF. */
export type SetTable = {
  caption: string;
  columns: readonly SetColumn[];
  rows: readonly (readonly SetCell[])[];
};

/** What a table or a picture says, for what shows neither: a name a row, and what is told of it. */
export type TableInWords = {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
};

/** The words of a table or a picture, the same as beside it or for who does not see it. */
export function inWords(block: TableBlock | CoursesBlock | RangesBlock | BarsBlock): TableInWords {
  switch (block.kind) {
    case "table":
      return {
        caption: block.caption,
        heads: block.columns.map(({ text }) => text),
        rows: block.rows.map((row) => row.map(cellInWords)),
      };
    case "courses":
      return {
        caption: block.note,
        heads: ["Chart", "Level", "Course"],
        rows: block.charts.map(({ title, subtitle, description }) => [title, subtitle, description]),
      };
    case "ranges":
    case "bars":
      return {
        caption: block.caption,
        heads: [block.heads.name, block.heads.text],
        rows: block.rows.map(({ name, text }) => [name, text]),
      };
  }
}

function cellInWords({ strong, text, detail }: TableCell): string {
  const words = [strong, text].filter(Boolean).join(" ");
  return [words, detail].filter(Boolean).join(", ");
}

/** How many columns beside the names of the rows leave the words in their cells whole. */
const MOST_BESIDE = 8;

/** A table of more columns than a page has room for, as several that have the names of the rows each. */
export function partsOf(block: TableBlock): readonly TableBlock[] {
  const beside = block.columns.length - 1;
  const count = Math.max(1, Math.ceil(beside / MOST_BESIDE));
  const each = Math.ceil(beside / count);
  return Array.from({ length: count }, (_, part) => {
    const ofPart = <Cell>([first, ...others]: readonly Cell[]) => [
      ...(first === undefined ? [] : [first]),
      ...others.slice(part * each, (part + 1) * each),
    ];
    return {
      ...block,
      caption: part === 0 ? block.caption : "Continued",
      columns: ofPart(block.columns),
      rows: block.rows.map(ofPart),
    };
  });
}

/** A plain table as it is set. */
export function plainTable({ caption, columns, rows }: TableBlock): SetTable {
  return {
    caption,
    columns: columns.map((column) => ({ ...column, picture: null })),
    rows: rows.map((row) => row.map((cell) => ({ ...cell, picture: null }))),
  };
}

/** A plot of ranges as a table: name, picture, words. `width` is that of the pictures, in points. */
export function rangesTable({ caption, heads, rows }: RangesBlock, width: number): SetTable {
  return pictured(
    caption,
    heads,
    { drawing: scaleDrawing(width), alt: "The scale of −2 to +2" },
    rows.map((row) => ({ ...row, drawing: rangeDrawing(row, width) })),
  );
}

/** A row of bars as a table: name, picture, words. */
export function barsTable({ caption, heads, rows }: BarsBlock, width: number): SetTable {
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

const SIZE = 7.5;

const HEIGHT = 12;

/** The head of a plot of ranges: the scale of −2 to +2, `width` points wide. */
function scaleDrawing(width: number): Drawing {
  const shapes = SCORES.map((score): Shape => {
    const text = score === 0 ? "0" : levelInDigits(score).replace(".0", "");
    return { kind: "text", x: onScale(score, width), y: HEIGHT - 3, text, size: SIZE, anchor: "middle" };
  });
  return { width, height: HEIGHT, shapes };
}

/** One row of it: the likely range as a bar, the level as a dot, and a line at nought. */
function rangeDrawing(
  { mean, lower, upper }: Pick<RangesBlock["rows"][number], "mean" | "lower" | "upper">,
  width: number,
): Drawing {
  const left = onScale(lower, width);
  const zero = onScale(0, width);
  const upright = [
    { x: zero, y: 0 },
    { x: zero, y: HEIGHT },
  ];
  return {
    width,
    height: HEIGHT,
    shapes: [
      rectangle(left, 3, onScale(upper, width) - left, HEIGHT - 6, CHART_COLOURS.band),
      { kind: "line", points: upright, stroke: CHART_COLOURS.zero, width: 0.75 },
      {
        kind: "circle",
        x: onScale(mean, width),
        y: HEIGHT / 2,
        radius: 2.6,
        fill: CHART_COLOURS.line,
        stroke: null,
      },
    ],
  };
}

/** A bar of so much of so much; the longest `whole` of the block fills the width. */
function barDrawing(
  { part, whole }: Pick<BarsBlock["rows"][number], "part" | "whole">,
  longest: number,
  width: number,
): Drawing {
  const unit = longest === 0 ? 0 : width / longest;
  return {
    width,
    height: HEIGHT,
    shapes: [
      rectangle(0, 2.5, whole * unit, HEIGHT - 5, CHART_COLOURS.band),
      rectangle(0, 2.5, Math.min(part, whole) * unit, HEIGHT - 5, CHART_COLOURS.line),
    ],
  };
}

/** Levels from left to right: the same places as the levels of a course, turned on their side. */
function onScale(level: number, width: number): number {
  const margin = 8;
  const frame = { left: 0, right: 1, top: margin, bottom: width - margin, first: 0, last: 1 };
  return width - placeIn(frame, 0, Math.max(-2, Math.min(2, level))).y;
}
