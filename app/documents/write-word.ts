import {
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  Document as WordDocument,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Document, Footnote } from "./document.ts";
import type { EdgeLine, PageMarks } from "./page-marks.ts";
import { blockParagraphs, bold, SIDE, type WordState } from "./word-blocks.ts";
import { wordPictures } from "./word-picture.ts";
import { POINT, WORD_LETTER_STYLES, WORD_LISTS, WORD_REPORT_STYLES, WORD_STYLES } from "./word-styles.ts";

type Look = { styles: IStylesOptions; page: ISectionPropertiesOptions; areFactsOneLine: boolean };

const HEIGHT = 40 * POINT;
const REPORT_MARGINS = {
  left: SIDE,
  right: SIDE,
  top: HEIGHT,
  bottom: HEIGHT,
  header: 28 * POINT,
  footer: 28 * POINT,
};

const LOOKS: Record<Document["look"], Look> = {
  paper: { styles: WORD_STYLES, page: {}, areFactsOneLine: false },
  report: {
    styles: WORD_REPORT_STYLES,
    page: { page: { margin: REPORT_MARGINS } },
    areFactsOneLine: true,
  },
  letter: {
    styles: WORD_LETTER_STYLES,
    page: { page: { margin: { left: 72 * POINT, right: 72 * POINT } } },
    areFactsOneLine: false,
  },
};

/**
 * A document as a Word file: styles, headings, real footnotes, tables whose heads are repeated, charts as pictures with a
 * text, and on every page a header and footer.
 */
export async function writeWord(document: Document, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const { title, marks, look, notes } = document;
  const { styles, page } = LOOKS[look];
  const file = new WordDocument({
    title: title === "" ? document.name : title,
    subject: marks.subject,
    creator: "Demarche",
    lastModifiedBy: "Demarche",
    description: marks.handling,
    styles,
    numbering: WORD_LISTS,
    footnotes: Object.fromEntries(notes.map((note) => [note.number, { children: [noteText(note)] }])),
    sections: [
      {
        properties: page,
        ...(marks.last === ""
          ? {}
          : { headers: { default: headOf(marks) }, footers: { default: footOf(marks) } }),
        children: [...openingOf(document), ...(await bodyOf(document))],
      },
    ],
  });
  return wordBytes(file, madeAt);
}

function openingOf({ title, look, leaving, facts, opening }: Document): Paragraph[] {
  const told = LOOKS[look].areFactsOneLine
    ? [new Paragraph({ text: facts.map(({ name, text }) => `${name}: ${text}`).join(" · ") })]
    : facts.map(
        ({ name, text }) =>
          new Paragraph({
            style: "Fact",
            children: [...(name === "" ? [] : [bold(`${name}: `)]), new TextRun(text)],
          }),
      );
  return [
    ...(leaving === null ? [] : [new Paragraph({ style: "Standing", text: leaving.line })]),
    ...(leaving === null || leaving.stale === ""
      ? []
      : [new Paragraph({ style: "Warning", text: leaving.stale })]),
    ...(title === "" ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, text: title })]),
    ...(facts.length === 0 ? [] : told),
    ...(opening.length === 0 ? [] : [new Paragraph({ style: "Finding", text: opening.join(" ") })]),
  ];
}

async function bodyOf({ sections }: Document): Promise<FileChild[]> {
  const state: WordState = { pictures: wordPictures(), mentioned: new Set(), lists: 0 };
  const body: FileChild[] = [];
  for (const { title, blocks } of sections) {
    if (title !== "") body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }));
    for (const block of blocks) body.push(...(await blockParagraphs(block, state)));
  }
  return body;
}

function noteText({ text, marks }: Footnote): Paragraph {
  return new Paragraph({
    style: "FootnoteText",
    children: [new TextRun(` ${text}`), ...marks.map((mark) => bold(` ${mark}`))],
  });
}

function headOf({ head }: PageMarks): Header {
  return new Header({ children: [...head.map(pageLine), rule("EndOfHead")] });
}

/** Who took the copy comes last, and the page of all pages. */
function footOf({ foot, last }: PageMarks): Footer {
  const pages = [" · Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const numbered = new Paragraph({
    style: "PageMarks",
    children: [new TextRun({ children: [last, ...pages] })],
  });
  return new Footer({ children: [rule("StartOfFoot"), ...foot.map(pageLine), numbered] });
}

function pageLine({ text, isLoud }: EdgeLine): Paragraph {
  return new Paragraph({ style: "PageMarks", children: [new TextRun({ text, bold: isLoud })] });
}

/** An empty line with a rule, which keeps the page's text away from its marks. */
function rule(style: "EndOfHead" | "StartOfFoot"): Paragraph {
  return new Paragraph({ style });
}

const PROPERTIES = "docProps/core.xml";

/** The first day that a zip can name, in local time as zips have it: when a part was packed says nothing. */
const PACKED = new Date(1980, 0, 1);

/**
 * The bytes of a Word file that says it was made at `madeAt` and holds no other time: the same document made at the
 * same instant is the same file.
 */
async function wordBytes(file: WordDocument, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const properties = strFromU8(parts[PROPERTIES] ?? new Uint8Array());
  parts[PROPERTIES] = strToU8(
    properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt.toISOString()}`),
  );
  return new Uint8Array(zipSync(parts, { mtime: PACKED }));
}
