import type { Document } from "./document.ts";
import { layInLines } from "./line-layout.ts";
import { drawable, type PdfFace } from "./pdf-fonts.ts";
import {
  BAD,
  drawWords,
  INK,
  keepRoom,
  type LineOfWords,
  type Sheet,
  smaller,
  type Words,
} from "./pdf-sheet.ts";

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
  const leading = setting.leading * sheet.density;
  const before = setting.before * sheet.density;
  const element = sheet.pdf.struct(tag);
  parent.add(element);
  const drawn = words.map((one) => ({
    ...one,
    size: smaller(one.size, sheet.density),
    text: drawable(sheet.pdf, one.face, one.text),
  }));
  const lines = layInLines(drawn, sheet.width - indent, sheet.measure);
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
  const link = pdf.struct("Link", { alt: note === null ? text : `Source ${note}` });
  element.add(link);
  link.add(draw);
  const options = { Type: "Annot", structParent: link };
  if (note === null) pdf.link(x, y, width, size * 1.3, address ?? "", options);
  else pdf.goTo(x, y, width, size * 1.3, `source${note}`, options);
  link.end();
}

/** How a kind of paragraph is set, in points at density 1. */
export type Type = Setting & { face: PdfFace; size: number };

export type Look = {
  /** The margins on both sides: as designed, and where type is set smaller. */
  side: { designed: number; dense: number };
  /** Type is set smaller down to so many pages; null where it is as large as it is, however many they are. */
  mostPages: number | null;
  areFactsOneLine: boolean;
  areSectionsRuled: boolean;
  title: Type;
  heading: Type;
  fact: Type;
  opening: Type;
  plain: Type;
  note: Type;
  item: Type;
  source: Type;
};

/** Paper in the hand of whoever speaks: DESIGN.md, the paper of talking points. */
const PAPER: Look = {
  side: { designed: 62, dense: 62 },
  mostPages: null,
  areFactsOneLine: false,
  areSectionsRuled: false,
  title: type("serifStrong", 20, 27, 8),
  heading: type("serifStrong", 14, 19, 16),
  fact: type("sans", 11, 14, 2),
  opening: type("serif", 11, 15.5, 5),
  plain: type("serif", 11, 15.5, 5),
  note: type("sans", 9, 12, 3),
  item: type("serif", 11, 15.5, 5, 22),
  source: type("sans", 9, 12, 3, 22),
};

/** Two pages to be read at a desk. */
const REPORT: Look = {
  side: { designed: 48, dense: 36 },
  mostPages: 2,
  areFactsOneLine: true,
  areSectionsRuled: true,
  title: type("serifStrong", 17, 23, 0),
  heading: type("serifStrong", 11.5, 14.5, 5),
  fact: type("sans", 8.5, 10.8, 3),
  opening: type("serif", 10, 13.8, 4),
  plain: type("sans", 8.5, 10.8, 3),
  note: type("sans", 7.5, 9.5, 3),
  item: type("sans", 8.5, 10.8, 1.5, 10),
  source: type("sans", 7.5, 9.5, 3, 10),
};

/** What is sent, in running prose. */
const LETTER: Look = {
  ...PAPER,
  side: { designed: 72, dense: 72 },
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
