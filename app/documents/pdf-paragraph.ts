import type { Document } from "./document.ts";
import type { PdfFace } from "./pdf-fonts.ts";
import { type LineOfWords, linesOf, type Words } from "./pdf-lines.ts";
import { BAD, drawWords, INK, keepRoom, type Sheet, smaller } from "./pdf-sheet.ts";

/** How a paragraph is set: how far in, how far apart its lines are, and how much is left free before it. */
type Setting = { indent: number; leading: number; before: number; isWarning: boolean };

export type Tag = "P" | "H1" | "H2" | "H3";

type Structure = PDFKit.PDFStructureElement;

/**
 * Sets words as one tagged element under `parent`; each link in it is an element of its own, so that a reader
 * hears where it leads.
 */
export function setParagraph(
  sheet: Sheet,
  parent: Structure,
  tag: Tag,
  words: readonly Words[],
  setting: Setting,
): void {
  const { isWarning } = setting;
  const indent = setting.indent * sheet.density;
  const before = setting.before * sheet.density;
  const size = Math.max(1, ...words.map((one) => one.size));
  // Type that stays at its least size keeps its lines as far apart.
  const leading = (setting.leading * smaller(size, sheet.density)) / size;
  const element = sheet.pdf.struct(tag);
  parent.add(element);
  const sized = words.map((one) => ({ ...one, size: smaller(one.size, sheet.density) }));
  const lines = linesOf(sized, sheet.width - indent);
  sheet.y += before;
  // A heading, or the first line of a paragraph, does not stand alone at the end of a page.
  keepRoom(sheet, leading * (tag === "H2" ? 3 : Math.min(lines.length, 2)));
  for (const line of lines) {
    keepRoom(sheet, leading);
    drawLine(sheet, element, line, { x: sheet.left + indent, colour: isWarning ? BAD : INK });
    sheet.y += leading;
  }
  element.end();
}

function drawLine(
  sheet: Sheet,
  element: Structure,
  line: LineOfWords,
  { x, colour }: { x: number; colour: string },
): void {
  for (const words of line) {
    const draw = () => drawWords(sheet, words, x + words.x, sheet.y, colour);
    if (words.note === null && words.address === null) element.add(draw);
    else drawLink(sheet, element, words, x + words.x, draw);
  }
}

/** A number leads to its source at the end of the paper, linked words to their address. */
function drawLink(
  { pdf, y }: Sheet,
  element: Structure,
  { text, size, width, note, address }: LineOfWords[number],
  x: number,
  draw: () => void,
): void {
  const link = pdf.struct("Link", { alt: note === null ? text : `Source ${text}` });
  element.add(link);
  link.add(draw);
  const options = { Type: "Annot", structParent: link };
  if (note === null) pdf.link(x, y, width, size * 1.3, address ?? "", options);
  else pdf.goTo(x, y, width, size * 1.3, `source${note}`, options);
  link.end();
}

/** How a kind of paragraph is set, in points at density 1. */
export type Type = Setting & { face: PdfFace; size: number };

/**
 * How many pages are wanted, how much of the last one stays free, and which densities are tried for that; `isTightTaken` says
 * whether what leaves less free keeps to the pages all the same, `least` is tried where none of them fits, and `long` is for
 * what needs more.
 */
export type Fit = {
  mostPages: number;
  spare: number;
  densities: readonly number[];
  isTightTaken: boolean;
  least: number | null;
  long: number;
};

export type Look = {
  /** The margins on both sides: as designed, and where type is set smaller. */
  side: { designed: number; dense: number };
  text: Fit;
  annex: Fit;
  areFactsOneLine: boolean;
  areSectionsRuled: boolean;
  /** Neighbours that are narrow stand in two columns. */
  areSectionsPaired: boolean;
  title: Type;
  heading: Type;
  fact: Type;
  opening: Type;
  plain: Type;
  note: Type;
  item: Type;
  source: Type;
  /** What is set otherwise in the annex. */
  annexed: { title: Type; heading: Type; plain: Type; item: Type };
};

/**
 * Paper in the hand of whoever speaks: one page, and the annex on the second. What stays free is for Word, which sets the
 * same lines a little otherwise. Source: DESIGN.md, the paper of talking points.
 */
const PAPER: Look = {
  side: { designed: 62, dense: 62 },
  text: {
    mostPages: 1,
    spare: 24,
    densities: [1, 0.96, 0.92, 0.88, 0.84],
    isTightTaken: false,
    least: null,
    long: 1,
  },
  annex: {
    mostPages: 1,
    spare: 24,
    densities: [1, 0.94, 0.88, 0.82],
    isTightTaken: false,
    least: null,
    long: 0.94,
  },
  areFactsOneLine: false,
  areSectionsRuled: false,
  areSectionsPaired: false,
  title: type("serifStrong", 18, 23, 6),
  heading: type("serifStrong", 12.5, 16, 10),
  fact: type("sans", 10.5, 13.5, 3),
  opening: type("serif", 11, 15, 5),
  plain: type("serif", 11, 15, 4),
  note: type("sans", 9, 12, 3),
  item: type("serif", 11, 15, 4, 20),
  source: type("sans", 8.5, 11, 3),
  annexed: {
    title: type("serifStrong", 14, 18, 0),
    heading: type("serifStrong", 11, 14, 9),
    plain: type("sans", 8.6, 11, 3),
    item: type("sans", 8.6, 11, 2.5, 18),
  },
};

/** Two pages to be read at a desk. */
const REPORT: Look = {
  side: { designed: 48, dense: 36 },
  text: {
    mostPages: 2,
    spare: 48,
    densities: [1, 0.93, 0.86, 0.8, 0.77, 0.74, 0.7, 0.66],
    isTightTaken: true,
    least: 0.56,
    long: 0.93,
  },
  annex: { mostPages: 1, spare: 0, densities: [1], isTightTaken: true, least: null, long: 1 },
  areFactsOneLine: true,
  areSectionsRuled: true,
  areSectionsPaired: true,
  title: type("serifStrong", 17, 23, 0),
  heading: type("serifStrong", 11.5, 14.5, 5),
  fact: type("sans", 8.5, 10.8, 3),
  opening: type("serif", 10, 13.8, 4),
  plain: type("sans", 8.5, 10.8, 3),
  note: type("sans", 7.5, 9.5, 3),
  item: type("sans", 8.5, 10.8, 1.5, 10),
  source: type("sans", 7.5, 9.5, 3, 10),
  annexed: {
    title: type("serifStrong", 14, 18, 0),
    heading: type("serifStrong", 11.5, 14.5, 5),
    plain: type("sans", 8.5, 10.8, 3),
    item: type("sans", 8.5, 10.8, 1.5, 10),
  },
};

/** What is sent, in running prose. */
const LETTER: Look = {
  ...PAPER,
  side: { designed: 72, dense: 72 },
  text: { mostPages: 1, spare: 0, densities: [1, 0.96], isTightTaken: true, least: null, long: 1 },
  title: type("serifStrong", 15, 20, 4),
  heading: type("serifStrong", 12, 16, 10),
  fact: type("sans", 10, 13.5, 2),
  plain: type("serif", 11, 15.5, 8),
};

export const LOOKS: Record<Document["look"], Look> = { paper: PAPER, report: REPORT, letter: LETTER };

function type(face: PdfFace, size: number, leading: number, before: number, indent = 0): Type {
  return { face, size, leading, before, indent, isWarning: false };
}

/** The face of words in the middle of others; the sans has no slanted one. */
export function faceOf(
  face: PdfFace,
  { isStrong, isEmphasis }: { isStrong: boolean; isEmphasis: boolean },
): PdfFace {
  if (face !== "serif") return isStrong ? "sansStrong" : face;
  if (isStrong) return isEmphasis ? "serifBoth" : "serifStrong";
  return isEmphasis ? "serifEmphasis" : face;
}
