import { layInLines } from "./line-layout.ts";
import { drawable } from "./pdf-fonts.ts";
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
export type Setting = { indent: number; leading: number; before: number; isWarning: boolean };

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
