import type { Document } from "./document.ts";
import type { PdfFace } from "./pdf-fonts.ts";
import type { Setting } from "./pdf-paragraph.ts";

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
