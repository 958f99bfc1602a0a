import type { Document, Section, TableBlock } from "./document.ts";
import { type Place, setHead, setNotes, setSection } from "./pdf-blocks.ts";
import { LOOKS } from "./pdf-paragraph.ts";
import { allBytes, drawEveryPage, keepRoom, newSheet, type Sheet } from "./pdf-sheet.ts";

/** How much smaller type is tried, down to what is still read with ease; and how a document that stays long is set. */
const DENSITIES = [1, 0.93, 0.86, 0.8, 0.77, 0.74, 0.7] as const;
const LONG = 0.93;

/**
 * A document as a tagged PDF: language and title set, headings, lists, tables with their heads, charts with a text, sources
 * as such, faces embedded, and on every page a head and a foot; a report is on two pages where they hold it.
 */
export async function writePdf(document: Document, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const { mostPages } = LOOKS[document.look];
  const sheet =
    mostPages === null
      ? setDocument(document, madeAt, DENSITIES[0])
      : (shortEnough(document, madeAt, mostPages) ?? setDocument(document, madeAt, LONG));
  const bytes = allBytes(sheet.pdf);
  drawEveryPage(sheet, document.marks);
  sheet.pdf.end();
  return bytes;
}

/** Tried as designed, then at the density that it seems to need; null where the smallest type does not do either. */
function shortEnough(document: Document, madeAt: Date, mostPages: number): Sheet | null {
  let needed: number = DENSITIES[0];
  for (const density of DENSITIES) {
    if (density > needed) continue;
    const sheet = setDocument(document, madeAt, density);
    const pages = sheet.pdf.bufferedPageRange().count;
    if (pages <= mostPages) return sheet;
    const filled = pages - 1 + (sheet.y - sheet.top) / (sheet.bottom - sheet.top);
    // Lines get shorter and closer at once: height goes with the square.
    needed = Math.min(needed, Math.sqrt(mostPages / filled) * density * NEAR);
  }
  return null;
}

/** A density a little above the one that is needed is tried too, since rows and columns break otherwise then. */
const NEAR = 1.05;

function setDocument(document: Document, madeAt: Date, density: number): Sheet {
  const { name, title, language, marks, sections, notes } = document;
  const look = LOOKS[document.look];
  const side = density < DENSITIES[0] ? look.side.dense : look.side.designed;
  const head = { title: title === "" ? name : title, language, marks, side, density };
  const sheet = newSheet(head, madeAt);
  const whole = sheet.pdf.struct("Document");
  sheet.pdf.addStructure(whole);
  const place = { sheet, parent: whole, look };
  setHead(place, document);
  if (look.mostPages === null) for (const section of sections) setSection(place, section);
  else setSections(place, sections, newSheet(head, madeAt));
  setNotes(place, notes);
  whole.end();
  return sheet;
}

const BETWEEN = 16;

/**
 * Sets sections under each other; neighbours that need no more than half the width stand in two columns, read down the
 * left one first. `scratch` is a sheet of the same kind on which heights are tried.
 */
function setSections(place: Place, sections: readonly Section[], scratch: Sheet): void {
  let rest = sections;
  while (rest[0] !== undefined) {
    const run = rest.findIndex((section) => !isNarrow(section));
    const pair = inColumns(place, rest.slice(0, run === -1 ? rest.length : run), scratch);
    if (pair === null) setSection(place, rest[0]);
    else setPair(place, pair);
    rest = rest.slice(pair === null ? 1 : pair.left.length + pair.right.length);
  }
}

type Pair = { left: readonly Section[]; right: readonly Section[]; height: number };

/** As many of the narrow sections as the page has room for in two columns; null where fewer than two. */
function inColumns(place: Place, narrow: readonly Section[], scratch: Sheet): Pair | null {
  if (narrow.length < 2) return null;
  const { sheet } = place;
  const heights = narrow.map((section) =>
    heightOf({ ...place, sheet: { ...scratch, width: halfWidth(sheet) } }, section),
  );
  const whole = narrow.map((section) =>
    heightOf({ ...place, sheet: { ...scratch, width: sheet.width } }, section),
  );
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
function evenly(sections: readonly Section[], heights: readonly number[]): Pair {
  const sum = (from: number, to: number) =>
    heights.slice(from, to).reduce((total, height) => total + height, 0);
  const cuts = sections.slice(1).map((_, at) => ({
    cut: at + 1,
    height: Math.max(sum(0, at + 1), sum(at + 1, sections.length)),
  }));
  const best = cuts.reduce((one, other) => (other.height < one.height ? other : one));
  return { left: sections.slice(0, best.cut), right: sections.slice(best.cut), height: best.height };
}

function setPair(place: Place, { left, right, height }: Pair): void {
  const { sheet } = place;
  keepRoom(sheet, height);
  const width = halfWidth(sheet);
  const first = { ...sheet, width };
  const second = { ...sheet, width, left: sheet.left + width + BETWEEN };
  for (const section of left) setSection({ ...place, sheet: first }, section);
  for (const section of right) setSection({ ...place, sheet: second }, section);
  sheet.y = Math.max(first.y, second.y);
}

function halfWidth({ width }: Sheet): number {
  return (width - BETWEEN) / 2;
}

/** How high a section is, tried on a sheet where nobody looks. */
function heightOf({ sheet, look }: Place, section: Section): number {
  const tried = { ...sheet, y: 0, bottom: Number.POSITIVE_INFINITY };
  const whole = tried.pdf.struct("Document");
  tried.pdf.addStructure(whole);
  setSection({ sheet: tried, parent: whole, look }, section);
  whole.end();
  return tried.y;
}

/** No charts and no colours, and tables of few columns. */
function isNarrow({ blocks }: Section): boolean {
  return blocks.every((block) => block.kind !== "courses" && (block.kind !== "table" || isSmall(block)));
}

const FEW_COLUMNS = 4;

function isSmall({ columns, rows }: TableBlock): boolean {
  return columns.length <= FEW_COLUMNS && rows.flat().every(({ tint }) => tint === null);
}
