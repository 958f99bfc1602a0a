import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { courseDrawing } from "./course-drawing.ts";
import { reportEdges } from "./page-marks.ts";
import { printableReport } from "./printable-report.ts";
import {
  type CourseChart,
  plainCell,
  type ReportBlock,
  type ReportCourses,
  type ReportDocument,
} from "./report-document.ts";
import { barsTable, plainTable, rangesTable, type SetTable } from "./report-tables.ts";
import { wordFooter, wordHeader } from "./word-page.ts";
import { type WordPictures, wordPictures } from "./word-picture.ts";
import { WORD_REPORT_STYLES } from "./word-report-styles.ts";
import { WORD_LISTS } from "./word-styles.ts";
import { wordTable } from "./word-table.ts";

/** The page in points, and in the twentieths of a point that Word counts in. */
const SIDE = 48;
const WIDTH = 595 - 2 * SIDE;
const POINT = 20;
const PICTURE = 180;
const CHARTS = { across: 3, height: 104 };

/**
 * A report as a Word file: headings, tables whose heads are repeated, charts as pictures with a text, and on every page
 * a header and footer. The same document made at the same instant gives the same bytes.
 */
export async function reportWord(report: ReportDocument, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const document = printableReport(report);
  const { title, marks } = document;
  const edges = reportEdges(marks);
  const margin = { left: SIDE * POINT, right: SIDE * POINT, top: 40 * POINT, bottom: 40 * POINT };
  const file = new Document({
    title,
    subject: marks.asOf,
    creator: "Demarche",
    lastModifiedBy: "Demarche",
    description: marks.handling,
    styles: WORD_REPORT_STYLES,
    numbering: WORD_LISTS,
    sections: [
      {
        properties: { page: { margin: { ...margin, header: 28 * POINT, footer: 28 * POINT } } },
        headers: { default: wordHeader(edges) },
        footers: { default: wordFooter(edges) },
        children: await bodyOf(document),
      },
    ],
  });
  return wordBytes(file, madeAt);
}

async function bodyOf({ title, facts, opening, sections }: ReportDocument): Promise<FileChild[]> {
  const pictures = wordPictures();
  const told = facts.map(({ name, text }) => `${name}: ${text}`).join(" · ");
  const body: FileChild[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...(told === "" ? [] : [new Paragraph({ text: told })]),
    ...(opening.length === 0 ? [] : [new Paragraph({ style: "Finding", text: opening.join(" ") })]),
  ];
  for (const section of sections) {
    body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, text: section.title }));
    for (const block of section.blocks) body.push(...(await blockOf(block, pictures)));
  }
  return body;
}

async function blockOf(block: ReportBlock, pictures: WordPictures): Promise<FileChild[]> {
  switch (block.kind) {
    case "words":
      return [new Paragraph({ text: block.text, ...(block.isNote ? { style: "Note" } : {}) })];
    case "list":
      return block.items.map(
        (text) =>
          new Paragraph({ numbering: { reference: "dotted", level: 0 }, children: [new TextRun(text)] }),
      );
    case "courses":
      return coursesOf(block, pictures);
    case "table":
      return captioned(plainTable(block), pictures);
    case "ranges":
      return captioned(rangesTable(block, PICTURE), pictures);
    case "bars":
      return captioned(barsTable(block, PICTURE), pictures);
  }
}

async function captioned(table: SetTable, pictures: WordPictures): Promise<FileChild[]> {
  return [
    new Paragraph({ style: "TableCaption", text: table.caption }),
    await wordTable(table, WIDTH * POINT, pictures),
    new Paragraph({ style: "Note" }),
  ];
}

/** Charts in rows of three: a table of Word whose heads are their titles. */
async function coursesOf({ charts, note }: ReportCourses, pictures: WordPictures): Promise<FileChild[]> {
  const rows: FileChild[] = [];
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    const table = chartsTable(charts.slice(first, first + CHARTS.across));
    rows.push(await wordTable(table, WIDTH * POINT, pictures));
  }
  return [...rows, new Paragraph({ style: "Note", text: note })];
}

function chartsTable(charts: readonly CourseChart[]): SetTable {
  const width = WIDTH / CHARTS.across - 10;
  return {
    caption: "",
    columns: charts.map(({ title }) => ({ text: title, share: 1, isFigure: false, picture: null })),
    rows: [
      charts.map((chart) => ({
        ...plainCell(""),
        text: chart.subtitle,
        picture: { drawing: courseDrawing(chart, width, CHARTS.height), alt: chart.description },
      })),
    ],
  };
}

const PROPERTIES = "docProps/core.xml";

/** The first day that a zip can name, in local time as zips have it: when a part was packed says nothing. */
const PACKED = new Date(1980, 0, 1);

/**
 * The bytes of a Word file that says it was made at `madeAt` and holds no other time: the same document made at the
 * same instant is the same file.
 */
async function wordBytes(file: Document, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const properties = strFromU8(parts[PROPERTIES] ?? new Uint8Array());
  parts[PROPERTIES] = strToU8(
    properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt.toISOString()}`),
  );
  return new Uint8Array(zipSync(parts, { mtime: PACKED }));
}
