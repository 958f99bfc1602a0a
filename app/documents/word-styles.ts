import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

/** Fonts that Word has wherever it runs, close to those of the screen. */
const SERIF = "Georgia";
const SANS = "Calibri";
const INK = "1B2430";
const BAD = "A12A2A";

/** Lengths of Word: twentieths of a point; half points for type; eighths of a point for lines. */
export const POINT = 20;
export const INDENT = 22 * POINT;

/** The looks of a paper, as styles that whoever opens it in Word can change at one place. */
export const WORD_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: 23, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 6 * POINT, line: 276 } },
    },
    title: {
      run: { font: SERIF, size: 40, bold: true, color: INK },
      paragraph: { spacing: { before: 10 * POINT } },
    },
    heading1: {
      run: { font: SERIF, size: 28, bold: true, color: INK },
      paragraph: {
        keepNext: true,
        spacing: { before: 16 * POINT, after: 6 * POINT },
        border: { top: { style: BorderStyle.SINGLE, size: 12, space: 6, color: INK } },
      },
    },
    footnoteText: { run: { font: SANS, size: 18 } },
    hyperlink: { run: { color: "1F4E79", underline: {} } },
  },
  paragraphStyles: [
    {
      id: "Standing",
      name: "Standing",
      basedOn: "Normal",
      run: { font: SANS, size: 24, bold: true },
      paragraph: {
        border: {
          top: { style: BorderStyle.SINGLE, size: 12, space: 6, color: INK },
          bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: INK },
        },
      },
    },
    {
      id: "Fact",
      name: "Fact",
      basedOn: "Normal",
      run: { font: SANS, size: 21 },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: "Warning",
      name: "Warning",
      basedOn: "Normal",
      run: { font: SANS, size: 20, bold: true, color: BAD },
    },
    {
      id: "PageMarks",
      name: "Page Marks",
      basedOn: "Normal",
      run: { font: SANS, size: 17 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    edge("EndOfHead", "End Of Head", "bottom"),
    edge("StartOfFoot", "Start Of Foot", "top"),
    {
      id: "Finding",
      name: "Finding",
      basedOn: "Normal",
      run: { font: SERIF, size: 21 },
      paragraph: { spacing: { after: 4 * POINT, line: 260 } },
    },
    {
      id: "Note",
      name: "Note",
      basedOn: "Normal",
      run: { size: 16 },
      paragraph: { keepNext: false, spacing: { after: 2 * POINT } },
    },
    {
      id: "TableCaption",
      name: "Table Caption",
      basedOn: "Note",
      paragraph: { keepNext: true, spacing: { after: 2 * POINT } },
    },
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 228 } },
    },
    {
      // Lines closer than single would cut what stands in them.
      id: "Picture",
      name: "Picture",
      basedOn: "Normal",
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    {
      id: "CellDetail",
      name: "Cell Detail",
      basedOn: "Cell",
      run: { size: 15 },
    },
  ],
};

/** The looks of a report: those of a paper, set closer, so that two pages hold it. */
export const WORD_REPORT_STYLES: IStylesOptions = {
  ...WORD_STYLES,
  default: {
    ...WORD_STYLES.default,
    document: {
      run: { font: SANS, size: 18, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 3 * POINT, line: 240 } },
    },
    title: {
      run: { font: SERIF, size: 34, bold: true, color: INK },
      paragraph: { spacing: { after: 2 * POINT } },
    },
    heading1: {
      run: { font: SERIF, size: 23, bold: true, color: INK },
      paragraph: {
        keepNext: true,
        spacing: { before: 9 * POINT, after: 3 * POINT },
        border: { top: { style: BorderStyle.SINGLE, size: 8, space: 3, color: INK } },
      },
    },
  },
};

/** The looks of a letter: those of a paper in running prose, its headings without a rule. */
export const WORD_LETTER_STYLES: IStylesOptions = {
  ...WORD_STYLES,
  default: {
    ...WORD_STYLES.default,
    document: {
      run: { font: SERIF, size: 22, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 8 * POINT, line: 276 } },
    },
    title: {
      run: { font: SERIF, size: 30, bold: true, color: INK },
      paragraph: { spacing: { before: 4 * POINT, after: 4 * POINT } },
    },
    heading1: {
      run: { font: SERIF, size: 24, bold: true, color: INK },
      paragraph: { keepNext: true, spacing: { before: 10 * POINT, after: 4 * POINT } },
    },
  },
};

/** The lists: points to make are counted, everything else has a dot. */
export const WORD_LISTS: INumberingOptions = {
  config: [list("counted", LevelFormat.DECIMAL, "%1."), list("dotted", LevelFormat.BULLET, "•")],
};

function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const style = { paragraph: { indent: { left: INDENT, hanging: INDENT } } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, style }] };
}

function edge(id: string, name: string, side: "top" | "bottom"): IParagraphStyleOptions {
  const line = { style: BorderStyle.SINGLE, size: 6, space: 2, color: INK };
  const spacing = side === "bottom" ? { after: 12 * POINT } : { before: 8 * POINT, after: 2 * POINT };
  const paragraph = {
    spacing: { ...spacing, line: 60, lineRule: LineRuleType.EXACT },
    border: { [side]: line },
  };
  return { id, name, basedOn: "Normal", run: { size: 6 }, paragraph };
}
