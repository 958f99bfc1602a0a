import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { RECEPTION_COLOURS } from "./drawing.ts";
import type { SetCell, SetTable } from "./set-table.ts";
import type { WordPictures } from "./word-picture.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "DCD8CE" };
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: "1B2430" };
/** The room round the words of a cell, and a page's width, in twentieths of a point. */
const MARGINS = { top: 20, bottom: 20, left: 80, right: 80 };

type Column = { isFigure: boolean; width: number };

/** A table of Word, `width` twentieths of a point wide: its heads are repeated on each page, its rows stay whole. */
export async function wordTable(table: SetTable, width: number, pictures: WordPictures): Promise<Table> {
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
  const columns = table.columns.map(({ share, isFigure }) => ({
    isFigure,
    width: Math.round((width * share) / whole),
  }));
  const heads = table.columns.map(
    ({ text, picture }): SetCell => ({ strong: text, text: "", detail: "", tint: null, picture }),
  );
  const rows = [];
  for (const cells of table.rows) rows.push(await rowOf(cells, columns, pictures, false));
  return new Table({
    rows: [await rowOf(heads, columns, pictures, true), ...rows],
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    margins: MARGINS,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: HAIRLINE,
      insideHorizontal: HAIRLINE,
      insideVertical: { style: BorderStyle.SINGLE, size: 12, color: "FFFFFF" },
    },
  });
}

async function rowOf(
  cells: readonly SetCell[],
  columns: readonly Column[],
  pictures: WordPictures,
  isHead: boolean,
): Promise<TableRow> {
  const children = [];
  for (const [at, cell] of cells.entries()) {
    const column = columns[at] ?? { isFigure: false, width: 0 };
    children.push(await cellOf(cell, column, pictures, isHead));
  }
  return new TableRow({ children, tableHeader: isHead, cantSplit: true });
}

async function cellOf(
  cell: SetCell,
  { width, isFigure }: Column,
  pictures: WordPictures,
  isHead: boolean,
): Promise<TableCell> {
  const colours = cell.tint === null ? null : RECEPTION_COLOURS[cell.tint];
  const ink = colours === null ? {} : { color: colours.ink.slice(1) };
  const alignment = isFigure ? AlignmentType.END : AlignmentType.START;
  const isEmpty = cell.strong === "" && cell.text === "";
  const runs = [
    ...(cell.strong === "" ? [] : [new TextRun({ text: cell.strong, bold: true, ...ink })]),
    ...(cell.text === ""
      ? []
      : [new TextRun({ text: `${cell.strong === "" ? "" : " "}${cell.text}`, ...ink })]),
  ];
  const detail = new TextRun({ text: cell.detail, ...ink });
  const { picture } = cell;
  const drawn = picture === null ? [] : [await pictures(picture.drawing, picture.alt)];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(colours === null ? {} : { shading: { type: ShadingType.CLEAR, fill: colours.ground.slice(1) } }),
    ...(isHead ? { borders: { bottom: STRONG } } : {}),
    children: [
      ...(isEmpty && drawn.length > 0 ? [] : [new Paragraph({ style: "Cell", alignment, children: runs })]),
      ...(cell.detail === "" ? [] : [new Paragraph({ style: "CellDetail", alignment, children: [detail] })]),
      ...drawn.map((image) => new Paragraph({ style: "Picture", children: [image] })),
    ],
  });
}
