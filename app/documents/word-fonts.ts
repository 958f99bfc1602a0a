import { readFileSync } from "node:fs";
import { strFromU8, strToU8 } from "fflate";
import { PDF_FACES } from "./pdf-fonts.ts";

/** The faces of a Word file, the same as those of a PDF, so that both break their lines and pages alike. */
export const WORD_SERIF = "Source Serif 4";
export const WORD_SANS = "Source Sans 3";

type Embedded = { as: "Regular" | "Bold" | "Italic" | "BoldItalic"; file: string };

/** What a program takes that reads no embedded faces stands beside each: one that it has, and about as wide. */
const FAMILIES: readonly { name: string; instead: string; family: string; faces: readonly Embedded[] }[] = [
  {
    name: WORD_SERIF,
    instead: "Georgia",
    family: "roman",
    faces: [
      { as: "Regular", file: PDF_FACES.serif },
      { as: "Bold", file: PDF_FACES.serifStrong },
      { as: "Italic", file: PDF_FACES.serifEmphasis },
      { as: "BoldItalic", file: PDF_FACES.serifBoth },
    ],
  },
  {
    name: WORD_SANS,
    instead: "Calibri",
    family: "swiss",
    faces: [
      { as: "Regular", file: PDF_FACES.sans },
      { as: "Bold", file: PDF_FACES.sansStrong },
    ],
  },
];

/** The key by which the first bytes of a face are made unreadable to a mere copier (ECMA-376, part 4, 2.8.1): not a secret, and the same in each file. */
const KEY = "{6E4C1B50-93A7-4D0E-8F21-5B7D9A3C4E10}";

/** Puts the faces into the parts of a Word file: whoever opens it sees it set as it was. */
export function embedFonts(parts: Record<string, Uint8Array>): void {
  const relations: string[] = [];
  const fonts = FAMILIES.map(({ name, instead, family, faces }) => {
    const embedded = faces.map(({ as, file }) => {
      const number = relations.length + 1;
      parts[`word/fonts/font${number}.odttf`] = obfuscated(file);
      relations.push(
        `<Relationship Id="rId${number}" Type="${RELATION}/font" Target="fonts/font${number}.odttf"/>`,
      );
      return `<w:embed${as} r:id="rId${number}" w:fontKey="${KEY}"/>`;
    });
    return `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/>${embedded.join("")}</w:font>`;
  });
  parts["word/fontTable.xml"] = strToU8(
    `${XML}<w:fonts xmlns:w="${MAIN}" xmlns:r="${RELATION}">${fonts.join("")}</w:fonts>`,
  );
  parts["word/_rels/fontTable.xml.rels"] = strToU8(
    `${XML}<Relationships xmlns="${PACKAGE}">${relations.join("")}</Relationships>`,
  );
  const settings = strFromU8(parts["word/settings.xml"] ?? new Uint8Array());
  parts["word/settings.xml"] = strToU8(
    settings.replace("<w:displayBackgroundShape/>", "<w:embedTrueTypeFonts/>$&"),
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const OBFUSCATED = 32;

/** Read once: a face is a third of a megabyte. */
const kept = new Map<string, Uint8Array>();

function obfuscated(file: string): Uint8Array {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(readFileSync(file));
  const key = Buffer.from(KEY.replaceAll(/[{}-]/g, ""), "hex").reverse();
  for (let at = 0; at < OBFUSCATED; at += 1) bytes[at] = (bytes[at] ?? 0) ^ (key[at % key.length] ?? 0);
  kept.set(file, bytes);
  return bytes;
}
