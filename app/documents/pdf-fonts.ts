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
} as const;

export type PdfFace = keyof typeof PDF_FACES;

/** Signs of Latin with its accents and of English typography: every face has them, so nobody needs to look. */
const KNOWN = /^[\u0020-\u007e\u00a0-\u017f\u2010\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2212]*$/;
const INVISIBLE = /[\p{Cf}\u200b]/gu;

/** The size at which faces are measured. */
const WHOLE = 1000;
/** How many widths are kept: of the words of some hundred papers; what is longer is measured each time. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 200;

/** A document that nothing is drawn in: its faces, once open, measure the words of all others. */
let ruler: PDFKit.PDFDocument | null = null;
let widths = new Map<string, number>();

/** How wide a text is in a face at a size, in points: asked of the face once, since widths grow with the size. */
export function measured(text: string, face: PdfFace, size: number): number {
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

/**
 * A text as a face can draw it: a hyphen that does not break is drawn as a hyphen, invisible signs as nothing, and a sign
 * that the face does not have (Chinese, a pictograph) by its number, so that nobody takes it for left out.
 */
export function drawable(face: PdfFace, text: string): string {
  if (KNOWN.test(text)) return text;
  const visible = text.replaceAll("\u2011", "\u2010").replaceAll(INVISIBLE, "");
  return Array.from(visible, (sign) => (hasGlyph(face, sign) ? sign : numberOf(sign))).join("");
}

function hasGlyph(face: PdfFace, sign: string): boolean {
  // The face that pdfkit has open: its types do not name it.
  const { font } = Reflect.get(openFace(face), "_font");
  return font.hasGlyphForCodePoint(sign.codePointAt(0));
}

function numberOf(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
