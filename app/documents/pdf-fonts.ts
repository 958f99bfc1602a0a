import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

const require = createRequire(import.meta.url);

/** The faces of a PDF: the serif for what the paper says, the sans for what stands on every page. */
export const PDF_FACES = {
  serif: require.resolve("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
  serifStrong: require.resolve("@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf"),
  serifEmphasis: require.resolve(
    "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  ),
  serifBoth: require.resolve(
    "@expo-google-fonts/source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf",
  ),
  sans: require.resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
  sansStrong: require.resolve("@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf"),
  arabic: require.resolve("@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf"),
  arabicStrong: require.resolve("@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf"),
} as const;

export type PdfFace = keyof typeof PDF_FACES;

/** The face in which something is drawn; what none has (Chinese, a pictograph) is drawn as a box for each sign. */
export type DrawnFace = PdfFace | "none";

/** Where a sign is looked for that a face does not have. */
const INSTEAD: readonly PdfFace[] = ["sans", "serif", "arabic"];
const INSTEAD_STRONG: readonly PdfFace[] = ["sansStrong", "serifStrong", "arabicStrong"];

/** Signs of Latin with its accents and of English typography: every Latin face has them, so nobody needs to look. */
const KNOWN = /^[\u0020-\u007e\u00a0-\u017f\u2010\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2212]*$/;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Other signs, with what stands before them, to which a mark or a joiner may belong. */
const UNUSUAL = /\S?[^\s\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u20ac\u2212]+/gu;
const BOX = "\u25a1";

/** The size at which faces are measured. */
const WHOLE = 1000;
/** How many widths are kept: of the words of some hundred papers; what is longer is measured each time. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 200;

/** A document that nothing is drawn in: its faces, once open, measure the words of all others. */
let ruler: PDFKit.PDFDocument | null = null;
let widths = new Map<string, number>();

/** How wide a text is in a face at a size, in points: asked of the face once, since widths grow with the size. */
export function measured(text: string, face: DrawnFace, size: number): number {
  if (face === "none") return measured(boxes(text), "sans", size);
  const key = `${face} ${text}`;
  const width = widths.get(key) ?? openFace(face).fontSize(WHOLE).widthOfString(text) / WHOLE;
  if (widths.size >= MOST_KEPT) widths = new Map();
  if (text.length <= LONGEST_KEPT) widths.set(key, width);
  return width * size;
}

function openFace(face: PdfFace): PDFKit.PDFDocument {
  // What the face keeps by itself has no bound.
  const options = { autoFirstPage: false, font: "", fontLayoutCache: false };
  ruler ??= new PDFDocument(options);
  return ruler.font(PDF_FACES[face]);
}

type Drawn = { text: string; face: DrawnFace };

/**
 * A text in pieces of one face: each sign in the face asked for, else in another that has it, else in none. A hyphen that
 * does not break is drawn as a hyphen, invisible signs as nothing.
 */
export function piecesOf(text: string, face: PdfFace): readonly Drawn[] {
  if (KNOWN.test(text)) return [{ text, face }];
  const instead = /Strong|Both/.test(face) ? INSTEAD_STRONG : INSTEAD;
  const pieces: Drawn[] = [];
  for (const { segment } of SIGNS.segment(text.replaceAll("\u2011", "\u2010"))) {
    const sign = segment.replaceAll(INVISIBLE, "");
    if (sign === "") continue;
    const has = [face, ...instead].find((one) => hasGlyphs(one, sign));
    const drawn: Drawn = has === undefined ? { text: segment, face: "none" } : { text: sign, face: has };
    const last = pieces.at(-1);
    if (last?.face === drawn.face) last.text += drawn.text;
    else pieces.push(drawn);
  }
  return pieces;
}

/** As a reader counts them: a letter with its accents, a pictograph of several parts. */
const SIGNS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** What stands for signs that no face has. */
export function boxes(text: string): string {
  return BOX.repeat([...SIGNS.segment(text)].length);
}

/** Whether no face has some sign of a text. */
export function lacksSigns(text: string): boolean {
  return [...new Set(text.match(UNUSUAL))].some((signs) =>
    piecesOf(signs, "sans").some(({ face }) => face === "none"),
  );
}

function hasGlyphs(face: PdfFace, sign: string): boolean {
  const font = openedIn(openFace(face));
  return Array.from(sign).every((part) => font.hasGlyphForCodePoint(part.codePointAt(0)));
}

/** The face that a document has open: pdfkit's types do not name it. */
function openedIn(pdf: PDFKit.PDFDocument) {
  return Reflect.get(pdf, "_font").font;
}

/** A face in a document, with what the ruler has read of its tables: to read them takes longer than to draw a page. */
export function faceIn(pdf: PDFKit.PDFDocument, face: DrawnFace): PDFKit.PDFDocument {
  const own = face === "none" ? "sans" : face;
  // By its file, not by a registered name: pdfkit reads a registered face anew each time if it was the first.
  openedIn(pdf.font(PDF_FACES[own]))._tables = openedIn(openFace(own))._tables;
  return pdf;
}
