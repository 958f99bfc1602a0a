import type { Document, Section, TableBlock } from "./document.ts";
import type { Making, PaperSize } from "./paper-size.ts";
import {
  citedNumbers,
  type Place,
  setAnnex,
  setHead,
  setLacking,
  setNotes,
  setSection,
} from "./pdf-blocks.ts";
import { type Fit, LOOKS } from "./pdf-paragraph.ts";
import { allBytes, drawEveryPage, keepRoom, newSheet, type Sheet, startPage } from "./pdf-sheet.ts";

/** How small the type of the text and of the annex is set; 1 is as designed. */
export type Densities = { text: number; annex: number };

/**
 * A document as a tagged PDF: language and title set, headings, lists, tables with their heads, charts with a text, sources
 * as such, faces embedded, and on every page a head and a foot; on as many pages as its look allows where they hold it.
 */
export async function writePdf(document: Document, making: Making): Promise<Uint8Array<ArrayBuffer>> {
  const densities = densitiesOf(document, making.paper);
  const { sheet, whole, place } = opened(document, { ...making, density: densities.text, isTried: false });
  setText(place, document);
  if (document.annex !== null) {
    startPage(sheet);
    sheet.density = densities.annex;
    setAnnex(place, document.annex);
  }
  whole.end();
  const bytes = allBytes(sheet.pdf);
  drawEveryPage(sheet, document.marks);
  sheet.pdf.end();
  return bytes;
}

/** The largest type at which the text, and then its annex, keep to the pages that their look allows. */
export function densitiesOf(document: Document, paper: PaperSize): Densities {
  const { text, annex } = LOOKS[document.look];
  return {
    text: largest(text, (density) =>
      tried(document, { paper, density }, (place) => setText(place, document)),
    ),
    annex: largest(annex, (density) =>
      tried(document, { paper, density }, (place) => {
        if (document.annex !== null) setAnnex(place, document.annex);
      }),
    ),
  };
}

/** Sections that stand under each other over the whole width, or in two columns. */
export type Run = { columns: 1 | 2; sections: readonly Section[] };

/** The sections of a document as its PDF sets them in that type. */
export function runsOf(document: Document, paper: PaperSize, density: number): readonly Run[] {
  const { place } = opened(document, { madeAt: NEVER, paper, density, isTried: true });
  return setText(place, document);
}

/** Tried as designed, then at the density that it seems to need; what stays too long in the smallest type is set as what is long. */
function largest(
  { mostPages, spare, densities, isTightTaken, least, long }: Fit,
  pagesAt: (density: number) => Tried,
): number {
  let needed = 1;
  let tight: number | null = null;
  for (const density of densities) {
    if (density > needed) continue;
    const { filled, left } = pagesAt(density);
    if (filled <= mostPages && (filled <= mostPages - 1 || left >= spare))
      return sparingScrap({ density, filled }, densities, pagesAt);
    if (filled <= mostPages) tight ??= density;
    // Lines get shorter and closer at once: height goes with the square.
    needed = Math.min(needed, Math.sqrt(mostPages / filled) * density * NEAR);
  }
  if (isTightTaken && tight !== null) return tight;
  return least !== null && pagesAt(least).filled <= mostPages ? least : long;
}

/** A part of a page that only a few lines are on, and how much smaller the type may get to spare it. */
const SCRAP = 0.06;
const HARDLY = 0.92;

/** The density that spares a last page with a few lines alone, where the type gets hardly smaller by it; else the one that fits. */
function sparingScrap(
  fit: { density: number; filled: number },
  densities: readonly number[],
  pagesAt: (density: number) => Tried,
): number {
  const whole = Math.floor(fit.filled);
  if (whole === 0 || fit.filled - whole > SCRAP) return fit.density;
  const smaller = densities.filter((one) => one < fit.density && one >= fit.density * HARDLY);
  return smaller.find((one) => pagesAt(one).filled <= whole) ?? fit.density;
}

/** A density a little above the one that is needed is tried too, since rows and columns break otherwise then. */
const NEAR = 1.05;

/** How many pages are filled, the last in part, and what is left of that one, in points. */
type Tried = { filled: number; left: number };

function tried(
  document: Document,
  how: { paper: PaperSize; density: number },
  setOn: (place: Place) => void,
): Tried {
  const { sheet, place, whole } = opened(document, { madeAt: NEVER, ...how, isTried: true });
  const { y, bottom } = sheet;
  setOn(place);
  whole.end();
  const pages = sheet.pdf.bufferedPageRange().count;
  const top = pages === 1 ? y : sheet.further.top;
  const end = pages === 1 ? bottom : sheet.further.bottom;
  return { filled: pages - 1 + (sheet.y - top) / (end - top), left: end - sheet.y };
}

/** When what is only tried was made. */
const NEVER = new Date(0);

type Opening = Making & { density: number; isTried: boolean };

function opened(document: Document, { density, isTried, ...making }: Opening) {
  const { name, title, language, marks, look } = document;
  const { side } = LOOKS[look];
  const margin = density < 1 ? side.dense : side.designed;
  const sheet = newSheet({ title: title || name, language, marks, side: margin, density, isTried }, making);
  const whole = sheet.pdf.struct("Document");
  sheet.pdf.addStructure(whole);
  const place: Place = { sheet, parent: whole, look: LOOKS[look] };
  return { sheet, whole, place };
}

function setText(place: Place, document: Document): readonly Run[] {
  const { sections, notes } = document;
  setHead(place, document);
  const runs = setSections(place, sections, scratchOf(document, place));
  setNotes(place, notes, citedNumbers(document));
  setLacking(place, document);
  return runs;
}

/** A sheet of the same kind on which heights are tried. */
function scratchOf(document: Document, { sheet }: Place): Sheet {
  return opened(document, { madeAt: NEVER, paper: sheet.paper, density: sheet.density, isTried: true }).sheet;
}

/** Between two columns, in points. */
export const BETWEEN = 16;

/**
 * Sets sections under each other, and says how: where the look has pairs, neighbours that need no more than half the width
 * stand in two columns, read down the left one first. `scratch` is a sheet of the same kind on which heights are tried.
 */
function setSections(place: Place, sections: readonly Section[], scratch: Sheet): readonly Run[] {
  const runs: Run[] = [];
  let rest = sections;
  while (rest[0] !== undefined) {
    const run = rest.findIndex((section) => !isNarrow(section));
    const narrow = rest.slice(0, run === -1 ? rest.length : run);
    const pair = place.look.areSectionsPaired ? inColumns(place, narrow, scratch) : null;
    if (pair === null) setSection(place, rest[0]);
    else setPair(place, pair);
    const count = pair === null ? 1 : pair.left.length + pair.right.length;
    runs.push({ columns: pair === null ? 1 : 2, sections: rest.slice(0, count) });
    rest = rest.slice(count);
  }
  return runs;
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
  for (const room of [sheet.bottom - sheet.y, sheet.further.bottom - sheet.further.top]) {
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
  const pages = () => sheet.pdf.bufferedPageRange().count;
  const begun = pages();
  for (const section of left) setSection({ ...place, sheet: first }, section);
  const isLeftOver = pages() > begun;
  for (const section of right) setSection({ ...place, sheet: second }, section);
  // What runs over stands on another page than the column beside it.
  if (pages() === begun) sheet.y = Math.max(first.y, second.y);
  else sheet.y = isLeftOver ? first.y : second.y;
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

/** Whether a section stands in half the width: no charts and no colours, and tables of few columns. */
function isNarrow({ blocks }: Section): boolean {
  return blocks.every((block) => block.kind !== "courses" && (block.kind !== "table" || isSmall(block)));
}

const FEW_COLUMNS = 4;

function isSmall({ columns, rows }: TableBlock): boolean {
  return columns.length <= FEW_COLUMNS && rows.flat().every(({ tint }) => tint === null);
}
