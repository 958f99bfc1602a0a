import { crc32, deflateRawSync } from "node:zlib";
import {
  Bookmark,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  TextRun,
  Document as WordDocument,
} from "docx";
import { strFromU8, strToU8, unzipSync, Zip, type ZipInputFile } from "fflate";
import { type Document, type Section, shownNotes } from "./document.ts";
import type { EdgeLine, PageMarks } from "./page-edges.ts";
import { type Making, type PaperSize, SHEETS } from "./paper-size.ts";
import { citedNumbers } from "./pdf-blocks.ts";
import { LOOKS } from "./pdf-paragraph.ts";
import { EDGE, GAP } from "./pdf-sheet.ts";
import { blockParagraphs, bold, type WordState } from "./word-blocks.ts";
import { embedFonts } from "./word-fonts.ts";
import { wordPictures } from "./word-picture.ts";
import { POINT, wordLists, wordStyles } from "./word-styles.ts";
import { BETWEEN, densitiesOf, runsOf } from "./write-pdf.ts";

/** What the first line of a head or foot takes of the room to the text, in points; longer ones push the text away. */
const MARKS = 6;

/**
 * A document as a Word file: styles, headings, tables whose heads are repeated, charts as pictures with a text, its faces
 * embedded, and on every page a header and footer. It is set in the type in which its PDF keeps to its pages.
 */
export async function writeWord(
  document: Document,
  { madeAt, paper }: Making,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, marks, annex } = document;
  const look = LOOKS[document.look];
  const densities = densitiesOf(document, paper);
  const side = (densities.text < 1 ? look.side.dense : look.side.designed) * POINT;
  const indents = { Text: look.item.indent * POINT, Annex: look.annexed.item.indent * POINT };
  const sheet = wordSheet(paper);
  const page = pageOf(sheet, side, densities.text);
  const whole = sheet.width - 2 * side;
  const state: WordState = {
    pictures: wordPictures(),
    lists: 0,
    width: whole,
    indents,
    where: "",
    density: densities.text,
  };
  const parts: Part[] = [{ columns: 1, children: openingOf(document) }];
  for (const { columns, sections } of runsOf(document, paper, densities.text)) {
    state.width = columns === 1 ? whole : Math.floor((whole - BETWEEN * POINT) / 2);
    const children = await bodyOf(sections, state);
    const last = parts.at(-1);
    if (columns === 1 && last?.columns === 1) last.children.push(...children);
    else parts.push({ columns, children });
  }
  state.width = whole;
  const end: FileChild[] = notesOf(document);
  if (annex !== null) {
    end.push(new Paragraph({ style: "AnnexTitle", pageBreakBefore: true, text: annex.title }));
    end.push(...(await bodyOf(annex.sections, { ...state, where: "Annex" })));
  }
  const last = parts.at(-1);
  if (last?.columns === 1) last.children.push(...end);
  else if (end.length > 0) parts.push({ columns: 1, children: end });
  const file = new WordDocument({
    title: title || document.name,
    subject: marks.subject,
    creator: "Demarche",
    lastModifiedBy: "Demarche",
    description: marks.handling,
    styles: wordStyles(look, densities),
    numbering: wordLists(indents.Text),
    sections: parts.map(({ columns, children }, at) => ({
      properties: at === 0 ? page : goesOn(page, columns),
      ...(at === 0 ? edgesOf(marks) : {}),
      children,
    })),
  });
  return wordBytes(file, madeAt);
}

type WordSheet = { width: number; height: number };

function wordSheet(paper: PaperSize): WordSheet {
  const { width, height } = SHEETS[paper];
  return { width: Math.round(width * POINT), height: Math.round(height * POINT) };
}

/** A page with the margins that the PDF has in type of that density. */
function pageOf(size: WordSheet, side: number, density: number): ISectionPropertiesOptions {
  const edge = Math.round(EDGE * density * POINT);
  const body = Math.round(((EDGE + GAP) * density + MARKS) * POINT);
  const margin = { left: side, right: side, top: body, bottom: body, header: edge, footer: edge };
  return { titlePage: true, page: { margin, size } };
}

/** What goes on where the part before it ended, with its heads and feet. */
function goesOn({ page = {} }: ISectionPropertiesOptions, count: 1 | 2): ISectionPropertiesOptions {
  const column = { count, space: BETWEEN * POINT, equalWidth: true };
  return { type: SectionType.CONTINUOUS, page, column };
}

/** A part of the file in one column or in two. */
type Part = { columns: 1 | 2; children: FileChild[] };

function openingOf({ title, look, leaving, facts, opening }: Document): Paragraph[] {
  const told = LOOKS[look].areFactsOneLine
    ? [
        new Paragraph({
          style: "Fact",
          text: facts.map(({ name, text }) => `${name === "" ? "" : `${name}: `}${text}`).join(" · "),
        }),
      ]
    : facts.map(
        ({ name, text }) =>
          new Paragraph({
            style: "Fact",
            children: [...(name === "" ? [] : [bold(`${name}: `)]), new TextRun(text)],
          }),
      );
  return [
    ...(leaving === null ? [] : [standingOf(leaving)]),
    ...(title === "" ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, text: title })]),
    ...(facts.length === 0 ? [] : told),
    ...(opening.length === 0 ? [] : [new Paragraph({ style: "Finding", text: opening.join(" ") })]),
  ];
}

function standingOf({ line, version, isWarning }: NonNullable<Document["leaving"]>): Paragraph {
  const which = new TextRun({ text: ` · ${version}`, bold: false });
  return new Paragraph({ style: isWarning ? "Warned" : "Standing", children: [new TextRun(line), which] });
}

async function bodyOf(sections: readonly Section[], state: WordState): Promise<FileChild[]> {
  const body: FileChild[] = [];
  for (const { title, blocks } of sections) {
    if (title !== "" && state.where === "Annex")
      body.push(new Paragraph({ style: "AnnexHeading", outlineLevel: 0, text: title }));
    else if (title !== "") body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }));
    for (const block of blocks) body.push(...(await blockParagraphs(block, state)));
  }
  return body;
}

/** The footnotes of a Word file: the sources run on in one paragraph, where the numbers in the text lead. */
function notesOf(document: Document): Paragraph[] {
  const each = shownNotes(document.notes);
  const { closing } = document.notes;
  if (each.length === 0 && closing === "") return [];
  const rest = citedNumbers(document).filter((number) => each.every((note) => note.number !== number));
  const said = each.flatMap(({ number, text, marks }, at): ParagraphChild[] => [
    ...(at === 0 ? [] : [new TextRun(" · ")]),
    new Bookmark({ id: `source${number}`, children: [bold(`${number} `)] }),
    new TextRun(text),
    ...marks.map((mark) => bold(` ${mark}`)),
  ]);
  const last = closing === "" ? [] : [new TextRun(each.length === 0 ? closing : `. ${closing}`)];
  const elsewhere = rest.map((number) => new Bookmark({ id: `source${number}`, children: [] }));
  return [new Paragraph({ style: "Sources", children: [...said, ...elsewhere, ...last] })];
}

function edgesOf(marks: PageMarks) {
  return marks.last === "" ? {} : { headers: headsOf(marks), footers: feetOf(marks) };
}

function headsOf({ first, further }: PageMarks) {
  const head = (lines: readonly EdgeLine[]) =>
    new Header({ children: [...lines.map(pageLine), rule("EndOfHead")] });
  return { first: head(first.head), default: head(further.head) };
}

/** Who took the copy comes last, and the page of all pages. */
function feetOf({ first, further, last }: PageMarks) {
  const pages = [" · Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const foot = (lines: readonly EdgeLine[]) => {
    const numbered = new Paragraph({
      style: "PageMarks",
      children: [new TextRun({ children: [last, ...pages] })],
    });
    return new Footer({ children: [rule("StartOfFoot"), ...lines.map(pageLine), numbered] });
  };
  return { first: foot(first.foot), default: foot(further.foot) };
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

/** What each part was packed to: the faces are the same in every file, and more work than all the rest of it. */
const packed = new WeakMap<Uint8Array, { bytes: Buffer<ArrayBuffer>; crc: number }>();

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
  numberLinks(parts);
  embedFonts(parts);
  const written: Uint8Array[] = [];
  const archive = new Zip((_, bytes) => void written.push(bytes));
  for (const [filename, part] of Object.entries(parts)) {
    const { bytes, crc } = packed.get(part) ?? { bytes: deflateRawSync(part), crc: crc32(part) };
    packed.set(part, { bytes, crc });
    const entry: ZipInputFile = { filename, crc, size: part.length, compression: 8, mtime: PACKED };
    archive.add(entry);
    entry.ondata?.(null, bytes, true);
  }
  archive.end();
  return Uint8Array.from(Buffer.concat(written));
}

/** The library names the relation of each link at random: here by its number. */
function numberLinks(parts: Record<string, Uint8Array>): void {
  const numbers = new Map<string, number>();
  for (const [path, part] of Object.entries(parts).filter(([name]) => /\.(xml|rels)$/.test(name))) {
    const named = strFromU8(part).replaceAll(/"rId([a-z0-9_-]{21})"/g, (_, random: string) => {
      numbers.set(random, numbers.get(random) ?? numbers.size + 1);
      return `"rIdLink${numbers.get(random)}"`;
    });
    parts[path] = strToU8(named);
  }
}
