import { paperEdges } from "#app/documents/page-marks.ts";
import type { PdfFace } from "#app/documents/pdf-fonts.ts";
import { type Setting, setParagraph } from "#app/documents/pdf-paragraph.ts";
import {
  allBytes,
  drawEveryPage,
  drawWords,
  INK,
  newSheet,
  type Sheet,
  type Words,
} from "#app/documents/pdf-sheet.ts";
import type {
  PaperDocument,
  PrintedBlock,
  PrintedLine,
  PrintedNote,
  PrintedSection,
} from "./paper-document.ts";

type Structure = PDFKit.PDFStructureElement;

const SIDE = 62;
const BODY = 11;
const INDENT = 22;
const TITLE: Setting = { indent: 0, leading: 27, before: 8, isWarning: false };
const HEADING: Setting = { indent: 0, leading: 19, before: 16, isWarning: false };
const FACT: Setting = { indent: 0, leading: 14, before: 2, isWarning: false };
const POINT: Setting = { indent: INDENT, leading: 15.5, before: 5, isWarning: false };
const NOTE: Setting = { indent: INDENT, leading: 12, before: 3, isWarning: false };

/**
 * The paper as a tagged PDF: language and title set, headings, lists and sources as such, faces embedded, and on every
 * page a head and a foot that say how it may travel and how it leaves.
 */
export async function talkingPointsPdf(
  document: PaperDocument,
  madeAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, language, marks } = document;
  const edges = paperEdges(marks);
  const sheet = newSheet({ title, subject: marks.line, language, edges, side: SIDE, density: 1 }, madeAt);
  const bytes = allBytes(sheet.pdf);
  const whole = sheet.pdf.struct("Document");
  sheet.pdf.addStructure(whole);
  setHead(sheet, whole, document);
  for (const section of document.sections) setSection(sheet, whole, section);
  if (document.notes.length > 0) setNotes(sheet, whole, document.notes);
  whole.end();
  drawEveryPage(sheet, edges);
  sheet.pdf.end();
  return bytes;
}

function setHead(sheet: Sheet, whole: Structure, { title, marks, when, facts }: PaperDocument): void {
  setParagraph(sheet, whole, "P", [words(marks.line, "sansStrong", 12)], {
    ...FACT,
    isWarning: marks.mark !== null,
  });
  if (marks.stale !== "") warn(sheet, whole, marks.stale, FACT);
  setParagraph(sheet, whole, "H1", [words(title, "serifStrong", 20)], TITLE);
  if (when !== "") setParagraph(sheet, whole, "P", [words(when, "sans", BODY)], FACT);
  for (const { name, text } of facts) {
    setParagraph(
      sheet,
      whole,
      "P",
      [words(`${name}: `, "sansStrong", BODY), words(text, "sans", BODY)],
      FACT,
    );
  }
}

function setSection(sheet: Sheet, whole: Structure, { title, isNumbered, blocks }: PrintedSection): void {
  setParagraph(sheet, whole, "H2", [words(title, "serifStrong", 14)], HEADING);
  const list = sheet.pdf.struct("L");
  whole.add(list);
  for (const [index, block] of blocks.entries()) {
    setItem(sheet, list, isNumbered ? `${index + 1}.` : "•", (body) => setBlock(sheet, body, block));
  }
  list.end();
}

/** One item of a list: its label stands beside the first line of its body. */
function setItem(sheet: Sheet, list: Structure, label: string, setBody: (body: Structure) => void): void {
  const item = sheet.pdf.struct("LI");
  list.add(item);
  setLabel(sheet, item, label, POINT, BODY);
  const body = sheet.pdf.struct("LBody");
  item.add(body);
  setBody(body);
  body.end();
  item.end();
}

function setLabel(sheet: Sheet, item: Structure, label: string, setting: Setting, size: number): void {
  const { before, leading } = setting;
  // The label goes where its first line will stand, on the next page if need be.
  if (sheet.y + before + 2 * leading > sheet.bottom) {
    sheet.pdf.addPage();
    sheet.y = sheet.top;
  }
  const element = sheet.pdf.struct("Lbl");
  item.add(element);
  element.add(() => drawWords(sheet, words(`${label} `, "serif", size), sheet.left, sheet.y + before, INK));
  element.end();
}

function setBlock(sheet: Sheet, body: Structure, { heading, lines, marks }: PrintedBlock): void {
  const paragraphs = [
    ...(heading === "" ? [] : [[words(heading, "serifStrong", BODY)]]),
    ...lines.map(lineWords),
  ];
  for (const [index, paragraph] of paragraphs.entries()) {
    setParagraph(sheet, body, "P", paragraph, index === 0 ? POINT : { ...POINT, before: 2 });
  }
  for (const mark of marks) warn(sheet, body, mark, { ...FACT, indent: INDENT });
}

function setNotes(sheet: Sheet, whole: Structure, notes: readonly PrintedNote[]): void {
  setParagraph(sheet, whole, "H2", [words("Sources", "serifStrong", 14)], HEADING);
  for (const { number, text, marks } of notes) {
    const note = sheet.pdf.struct("Note");
    whole.add(note);
    setLabel(sheet, note, String(number), NOTE, 9);
    sheet.pdf.addNamedDestination(`source${number}`, "XYZ", sheet.left, sheet.y, null);
    const loud = marks.map((mark) => words(` ${mark}`, "sansStrong", 9));
    setParagraph(sheet, note, "P", [words(text, "sans", 9), ...loud], NOTE);
    note.end();
  }
}

function warn(sheet: Sheet, parent: Structure, text: string, setting: Setting): void {
  setParagraph(sheet, parent, "P", [words(text, "sansStrong", 10)], { ...setting, isWarning: true });
}

function lineWords(line: PrintedLine): Words[] {
  return line.map((run) => {
    if (run.kind === "note") return { ...words(String(run.number), "sans", 7.5), note: run.number };
    return { ...words(run.text, faceOf(run.isStrong, run.isEmphasis), BODY), address: run.address };
  });
}

function faceOf(isStrong: boolean, isEmphasis: boolean): PdfFace {
  if (isStrong) return isEmphasis ? "serifBoth" : "serifStrong";
  return isEmphasis ? "serifEmphasis" : "serif";
}

function words(text: string, face: PdfFace, size: number): Words {
  return { text, face, size, note: null, address: null };
}
