import { createRequire } from "node:module";

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

/**
 * A text as a face can draw it: a hyphen that does not break is drawn as a hyphen, invisible signs as nothing, and a sign
 * that the face does not have (Chinese, a pictograph) by its number, so that nobody takes it for left out.
 */
export function drawable(pdf: PDFKit.PDFDocument, face: PdfFace, text: string): string {
  if (KNOWN.test(text)) return text;
  const visible = text.replaceAll("\u2011", "\u2010").replaceAll(INVISIBLE, "");
  return Array.from(visible, (sign) => (hasGlyph(pdf, face, sign) ? sign : numberOf(sign))).join("");
}

function hasGlyph(pdf: PDFKit.PDFDocument, face: PdfFace, sign: string): boolean {
  pdf.font(PDF_FACES[face]);
  // The face that pdfkit has open: its types do not name it.
  const { font } = Reflect.get(pdf, "_font");
  return font.hasGlyphForCodePoint(sign.codePointAt(0));
}

function numberOf(sign: string): string {
  return `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
