import { Document, HeadingLevel, type ISectionOptions, Packer, Paragraph, TextRun } from "docx";
import { paperEdges } from "#app/documents/page-marks.ts";
import { wordFooter, wordHeader } from "#app/documents/word-page.ts";
import { type MentionedNotes, wordRuns } from "#app/documents/word-runs.ts";
import { INDENT, WORD_LISTS, WORD_STYLES } from "#app/documents/word-styles.ts";
import type { PaperDocument, PrintedBlock, PrintedNote, PrintedSection } from "./paper-document.ts";

/**
 * The paper as a Word file: styles, real footnotes, and on every page a header and footer that say how it may travel
 * and how it leaves.
 */
export async function talkingPointsWord(document: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: document.title,
    subject: document.marks.line,
    creator: "Demarche",
    lastModifiedBy: "Demarche",
    description: document.marks.handling,
    styles: WORD_STYLES,
    numbering: WORD_LISTS,
    footnotes: Object.fromEntries(
      document.notes.map((note) => [note.number, { children: [noteText(note)] }]),
    ),
    sections: [sectionOf(document)],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function sectionOf(document: PaperDocument): ISectionOptions {
  const { marks, sections } = document;
  const mentioned: MentionedNotes = new Set();
  return {
    headers: { default: wordHeader(paperEdges(marks)) },
    footers: { default: wordFooter(paperEdges(marks)) },
    children: [...headOf(document), ...sections.flatMap((section) => partOf(section, mentioned))],
  };
}

function headOf({ title, marks, when, facts }: PaperDocument): Paragraph[] {
  const lines = facts.map(({ name, text }) => [bold(`${name}: `), new TextRun(text)]);
  return [
    new Paragraph({ style: "Standing", text: marks.line }),
    ...(marks.stale === "" ? [] : [new Paragraph({ style: "Warning", text: marks.stale })]),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...(when === "" ? [] : [new Paragraph({ style: "Fact", text: when })]),
    ...lines.map((children) => new Paragraph({ style: "Fact", children })),
  ];
}

function partOf({ title, isNumbered, blocks }: PrintedSection, mentioned: MentionedNotes): Paragraph[] {
  const reference = isNumbered ? "counted" : "dotted";
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
    ...blocks.flatMap((block) => blockParagraphs(block, reference, mentioned)),
  ];
}

/** The first paragraph of a block has the number or the dot; the others stand under it. */
function blockParagraphs(block: PrintedBlock, reference: string, mentioned: MentionedNotes): Paragraph[] {
  const lines = [
    ...(block.heading === "" ? [] : [[bold(block.heading)]]),
    ...block.lines.map((line) => wordRuns(line, mentioned)),
  ];
  const words = lines.map((children, index) =>
    index === 0
      ? new Paragraph({ numbering: { reference, level: 0 }, children })
      : new Paragraph({ indent: { left: INDENT }, children }),
  );
  const marks = block.marks.map(
    (text) => new Paragraph({ style: "Warning", indent: { left: INDENT }, text }),
  );
  return [...words, ...marks];
}

function noteText({ text, marks }: PrintedNote): Paragraph {
  return new Paragraph({
    style: "FootnoteText",
    children: [new TextRun(` ${text}`), ...marks.map((mark) => bold(` ${mark}`))],
  });
}

function bold(text: string): TextRun {
  return new TextRun({ text, bold: true });
}
