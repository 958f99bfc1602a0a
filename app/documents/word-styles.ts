import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";
import type { Look, Type } from "./pdf-paragraph.ts";
import { smaller } from "./pdf-sheet.ts";
import { WORD_SANS, WORD_SERIF } from "./word-fonts.ts";
import type { Densities } from "./write-pdf.ts";

const INK = "1B2430";
const BAD = "A12A2A";

/** Lengths of Word: twentieths of a point; half points for type; eighths of a point for lines. */
export const POINT = 20;

/**
 * The looks of a document, as styles that whoever opens it in Word can change at one place: type, leading and the room
 * before a paragraph are those of the PDF, so that both break their pages alike.
 */
export function wordStyles(look: Look, { text, annex }: Densities): IStylesOptions {
  return {
    default: {
      document: {
        run: { ...face(look.plain, text), color: INK, language: { value: "en-GB" } },
        paragraph: { spacing: spaced(look.plain, text) },
      },
      title: {
        run: { ...face(look.title, text), color: INK },
        paragraph: { spacing: spaced(look.title, text) },
      },
      heading1: headingStyle(look, text),
      hyperlink: { run: { color: "1F4E79", underline: {} } },
    },
    paragraphStyles: [
      ...textStyles(look, text, ""),
      ...textStyles({ ...look, ...look.annexed }, annex, "Annex"),
      {
        id: "AnnexTitle",
        name: "Annex Title",
        basedOn: "Normal",
        run: face(look.annexed.title, annex),
        paragraph: { spacing: spaced(look.annexed.title, annex) },
      },
      { id: "AnnexHeading", name: "Annex Heading", basedOn: "Normal", ...headingStyle(look, annex) },
      marks("PageMarks", "Page Marks"),
      edge("EndOfHead", "End Of Head", "bottom"),
      edge("StartOfFoot", "Start Of Foot", "top"),
      ...cellStyles(text),
    ],
  };
}

/** The styles of what stands between headings; those of the annex carry its name before theirs. */
function textStyles(look: Look, density: number, where: "" | "Annex"): IParagraphStyleOptions[] {
  const style = (
    name: string,
    type: Type,
    more: IParagraphStyleOptions["run"] = {},
  ): IParagraphStyleOptions => ({
    id: `${where}${name}`,
    name: where === "" ? name : `${where} ${name}`,
    basedOn: "Normal",
    run: { ...face(type, density), ...more },
    paragraph: { spacing: spaced(type, density) },
  });
  const sources = style("Sources", look.source);
  const line = { style: BorderStyle.SINGLE, size: 4, space: 3, color: INK };
  return [
    style("Standing", look.fact, { bold: true }),
    style("Warned", look.fact, { bold: true, color: BAD }),
    style("Fact", look.fact),
    style("Finding", look.opening),
    style("Words", look.plain),
    style("Note", look.note),
    style("Item", look.item),
    style("Warning", look.fact, { bold: true, color: BAD }),
    {
      ...sources,
      paragraph: { spacing: { ...spaced(look.source, density), before: 10 * POINT }, border: { top: line } },
    },
  ];
}

function headingStyle({ heading, areSectionsRuled }: Look, density: number) {
  const border = { top: { style: BorderStyle.SINGLE, size: 8, space: 3, color: INK } };
  return {
    run: { ...face(heading, density), color: INK },
    paragraph: {
      keepNext: true,
      spacing: spaced(heading, density),
      ...(areSectionsRuled ? { border } : {}),
    },
  };
}

/** Half points; rounded down, so that no line is longer than that of the PDF. */
function face({ face, size }: Type, density: number) {
  const font = face.startsWith("serif") ? WORD_SERIF : WORD_SANS;
  const isBold = face === "serifStrong" || face === "sansStrong";
  return { font, size: Math.floor(smaller(size, density) * 2), ...(isBold ? { bold: true } : {}) };
}

function spaced({ size, leading, before }: Type, density: number) {
  const line = Math.round((leading * smaller(size, density) * POINT) / size);
  return { before: Math.round(before * density * POINT), after: 0, line, lineRule: LineRuleType.EXACT };
}

/** What stands in and over tables. */
function cellStyles(density: number): IParagraphStyleOptions[] {
  const size = (points: number) => ({ font: WORD_SANS, size: Math.floor(smaller(points, density) * 2) });
  const close = { after: 0, before: 0, line: 240, lineRule: LineRuleType.AUTO };
  return [
    {
      id: "TableCaption",
      name: "Table Caption",
      basedOn: "Note",
      paragraph: { keepNext: true, spacing: { ...close, before: 3 * POINT, after: 2 * POINT } },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: size(8.5),
      paragraph: { spacing: { ...close, line: 200 } },
    },
    // Lines closer than single would cut what stands in them.
    { id: "Picture", name: "Picture", basedOn: "Normal", paragraph: { spacing: close } },
    { id: "CellDetail", name: "Cell Detail", basedOn: "Cell", run: size(7.5) },
  ];
}

/** The lists: points to make are counted, everything else has a dot. */
export function wordLists(indent: number): INumberingOptions {
  return {
    config: [list("counted", LevelFormat.DECIMAL, "%1."), list("dotted", LevelFormat.BULLET, "•")],
  };
  function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
    const style = { paragraph: { indent: { left: indent, hanging: indent } } };
    return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, style }] };
  }
}

function marks(id: string, name: string): IParagraphStyleOptions {
  const spacing = { before: 0, after: 0, line: 11 * POINT, lineRule: LineRuleType.EXACT };
  return { id, name, basedOn: "Normal", run: { font: WORD_SANS, size: 16 }, paragraph: { spacing } };
}

function edge(id: string, name: string, side: "top" | "bottom"): IParagraphStyleOptions {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 1, color: INK };
  const spacing = side === "bottom" ? { before: 0, after: 6 * POINT } : { before: 4 * POINT, after: 0 };
  const paragraph = {
    spacing: { ...spacing, line: 60, lineRule: LineRuleType.EXACT },
    border: { [side]: line },
  };
  return { id, name, basedOn: "Normal", run: { size: 6 }, paragraph };
}
