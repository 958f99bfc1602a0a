import { BorderStyle, type IStylesOptions } from "docx";
import { WORD_STYLES } from "./word-styles.ts";

const SERIF = "Georgia";
const SANS = "Calibri";
const INK = "1B2430";
const POINT = 20;

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
  paragraphStyles: [
    ...(WORD_STYLES.paragraphStyles ?? []),
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
