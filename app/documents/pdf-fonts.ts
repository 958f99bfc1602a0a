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
