import {
  type Annex,
  type CourseChart,
  type CoursesBlock,
  type Document,
  type DocumentBlock,
  type Line,
  type ListBlock,
  type Notes,
  noteNumbers,
  type Section,
  shownNotes,
} from "./document.ts";
import { courseDrawing } from "./drawing.ts";
import { setFigure } from "./pdf-drawing.ts";
import { lacksSigns, type PdfFace } from "./pdf-fonts.ts";
import type { Words } from "./pdf-lines.ts";
import { faceOf, type Look, setParagraph, type Tag, type Type } from "./pdf-paragraph.ts";
import { drawWords, INK, keepRoom, type Sheet } from "./pdf-sheet.ts";
import { beginningOfTable, setTable } from "./pdf-table.ts";
import { barsTable, partsOf, plainTable, rangesTable, type SetTable } from "./set-table.ts";

type Structure = PDFKit.PDFStructureElement;

/** Where something is set: on which sheet, under which element, in which look. */
export type Place = { sheet: Sheet; parent: Structure; look: Look };

/** The size of a footnote's number in the text. */
const NOTE = 7;
const CHARTS = { across: 3, between: 12, height: 88 };

/** How the text leaves, the title, what the document is about, and its finding. */
export function setHead(place: Place, { title, leaving, facts, opening }: Document): void {
  const { sheet, look } = place;
  if (leaving !== null) {
    const { line, version, isWarning } = leaving;
    const { size } = look.fact;
    const said = [words(line, "sansStrong", size), words(` · ${version}`, "sans", size)];
    set(place, "P", said, { ...look.fact, isWarning });
  }
  const size = sheet.density < 1 ? look.title.size - 1.5 : look.title.size;
  if (title !== "") set(place, "H1", [words(title, look.title.face, size)], look.title);
  const told = facts.map(({ name, text }) => ({ name: name === "" ? "" : `${name}: `, text }));
  if (look.areFactsOneLine && told.length > 0)
    say(place, "P", told.map(({ name, text }) => `${name}${text}`).join(" · "), look.fact);
  if (!look.areFactsOneLine) for (const fact of told) setFact(place, fact);
  if (opening.length > 0) say(place, "P", opening.join(" "), look.opening);
}

function setFact(place: Place, { name, text }: { name: string; text: string }): void {
  const { size } = place.look.fact;
  const named = name === "" ? [] : [words(name, "sansStrong", size)];
  set(place, "P", [...named, words(text, "sans", size)], place.look.fact);
}

/** The annex, in the looks of its own. */
export function setAnnex({ look, ...place }: Place, { title, sections }: Annex): void {
  const annexed = { ...place, look: { ...look, ...look.annexed } };
  say(annexed, "H1", title, look.annexed.title);
  for (const section of sections) setSection(annexed, section);
}

/** A section with its heading, and the rule over it where the look has one. */
export function setSection(place: Place, { title, blocks }: Section): void {
  const { sheet, look } = place;
  const [first] = blocks;
  const begins =
    first === undefined || title === "" ? 0 : HEADING * sheet.density + beginningOf(sheet, first);
  if (look.areSectionsRuled) sheet.y += 7 * sheet.density;
  keepRoom(sheet, look.areSectionsRuled ? Math.max(60, begins) : begins);
  if (look.areSectionsRuled) rule(sheet, 1);
  if (title !== "") say(place, "H2", title, look.heading);
  for (const block of blocks) setBlock(place, block);
}

function rule({ pdf, left, width, y }: Sheet, weight: number): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(left, y + 3)
    .lineTo(left + width, y + 3)
    .lineWidth(weight)
    .strokeColor(INK)
    .stroke();
  pdf.endMarkedContent();
}

function setBlock(place: Place, block: DocumentBlock): void {
  switch (block.kind) {
    case "words":
      say(place, "P", block.text, block.isNote ? place.look.note : place.look.plain);
      return;
    case "paragraph":
      for (const [at, line] of block.lines.entries()) {
        const before = at === 0 ? place.look.plain.before : 0;
        set(place, "P", lineWords(line, place.look.plain), { ...place.look.plain, before });
      }
      return;
    case "list":
      setList(place, block);
      return;
    case "courses":
      setCourses(place, block);
      return;
    case "table":
      for (const part of partsOf(block)) setCaptioned(place, part);
      return;
    case "ranges":
    case "bars":
      setCaptioned(place, block);
  }
}

function setCaptioned(place: Place, block: Captioned): void {
  const { sheet, parent, look } = place;
  keepRoom(sheet, beginningOf(sheet, block));
  say(place, "P", block.caption, look.note);
  sheet.y += 2;
  setTable(sheet, parent, tableOf(sheet, block));
}

type Captioned = DocumentBlock & { kind: "table" | "ranges" | "bars" };
function tableOf({ width }: Sheet, block: Captioned): SetTable {
  // The middle column of such a table, less the room round its cells.
  const picture = (width - 4) * 0.4 - 10;
  if (block.kind === "table") return plainTable(partsOf(block)[0] ?? block);
  return block.kind === "ranges" ? rangesTable(block, picture) : barsTable(block, picture);
}

const HEADING = 20;
const CAPTION = 32;

/** How much of a block its heading does not leave: charts whole, of a table the caption, the heads and the first row. */
function beginningOf(sheet: Sheet, block: DocumentBlock): number {
  if (block.kind === "courses") return CHARTS.height * sheet.density + 50;
  const isTable = block.kind === "table" || block.kind === "ranges" || block.kind === "bars";
  return isTable ? CAPTION * sheet.density + beginningOfTable(sheet, tableOf(sheet, block)) : 0;
}

function setList({ sheet, parent, look }: Place, { isNumbered, items }: ListBlock): void {
  const list = sheet.pdf.struct("L");
  parent.add(list);
  for (const [at, { lines, marks }] of items.entries()) {
    const item = sheet.pdf.struct("LI");
    list.add(item);
    setLabel({ sheet, parent: item, look }, isNumbered ? `${at + 1}.` : "•", look.item);
    const body = sheet.pdf.struct("LBody");
    item.add(body);
    const within = { sheet, parent: body, look };
    for (const [index, line] of lines.entries()) {
      const before = index === 0 ? look.item.before : 2;
      set(within, "P", lineWords(line, look.item), { ...look.item, before });
    }
    for (const mark of marks) warn(within, mark, look.item.indent);
    body.end();
    item.end();
  }
  list.end();
}

/** The label goes where its first line will stand, on the next page if need be. */
function setLabel({ sheet, parent }: Place, label: string, { face, size, before, leading }: Type): void {
  keepRoom(sheet, (before + 2 * leading) * sheet.density);
  const element = sheet.pdf.struct("Lbl");
  parent.add(element);
  const said = words(`${label} `, face, size * sheet.density);
  element.add(() => drawWords(sheet, said, sheet.left, sheet.y + before * sheet.density, INK));
  element.end();
}

/** The sources run on in one paragraph, where the numbers in the text lead. */
export function setNotes(place: Place, notes: Notes, cited: readonly number[]): void {
  const { sheet, look } = place;
  const each = shownNotes(notes);
  const { closing } = notes;
  if (each.length === 0 && closing === "") return;
  const { face, size } = look.source;
  const { leading } = look.source;
  sheet.y += leading * sheet.density;
  keepRoom(sheet, 3 * leading * sheet.density);
  rule(sheet, 0.5);
  for (const number of cited)
    sheet.pdf.addNamedDestination(`source${number}`, "XYZ", sheet.left, sheet.y, null);
  const said = each.flatMap(({ number, text, marks }, at) => [
    ...(at === 0 ? [] : [words(" · ", face, size)]),
    words(`${number} `, "sansStrong", size),
    words(text, face, size),
    ...marks.map((mark) => words(` ${mark}`, "sansStrong", size)),
  ]);
  const last = closing === "" ? [] : [words(each.length === 0 ? closing : `. ${closing}`, face, size)];
  set(place, "P", [...said, ...last], look.source);
}

/** What a box in the text stands for, where one stands in it; nobody outside has it explained. */
export function setLacking(place: Place, document: Document): void {
  if (document.isForOutsiders || !lacksSigns(JSON.stringify(document))) return;
  say(place, "P", LACKING, place.look.note);
}

const LACKING =
  "\u25a1 stands for a character, such as an emoji, that the typefaces in this PDF do not have. The Word file shows it.";

/** The numbers of every source that the text cites, each once. */
export function citedNumbers({ sections }: Pick<Document, "sections">): readonly number[] {
  const lines = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "list" ? block.items.flatMap((item) => item.lines) : []));
  return [...new Set(lines.flat().flatMap((run) => (run.kind === "note" ? [run.number] : [])))];
}

/** Charts beside each other, three in a row, each with its words over it; those of one row stand level. */
function setCourses(place: Place, block: CoursesBlock): void {
  const { sheet, look } = place;
  const { charts, note } = block;
  const height = CHARTS.height * sheet.density;
  const width = (sheet.width - CHARTS.between * (CHARTS.across - 1)) / CHARTS.across;
  for (let first = 0; first < charts.length; first += CHARTS.across) {
    keepRoom(sheet, beginningOf(sheet, block));
    const row = charts.slice(first, first + CHARTS.across).map((chart, at) => {
      const part = { ...sheet, left: sheet.left + at * (width + CHARTS.between), width };
      return { chart, part, section: headChart({ ...place, sheet: part }, chart) };
    });
    sheet.y = Math.max(...row.map(({ part }) => part.y));
    for (const { chart, part, section } of row) {
      part.y = sheet.y;
      setFigure(part, section, courseDrawing(chart, width, height), part.left, chart.description);
      section.end();
    }
    sheet.y += height;
  }
  say(place, "P", note, look.note);
}

/** The words over a chart, in a section that the chart goes into. */
function headChart({ sheet, parent, look }: Place, { title, subtitle }: CourseChart): Structure {
  const section = sheet.pdf.struct("Sect");
  parent.add(section);
  const within = { sheet, parent: section, look };
  set(within, "H3", [words(title, "sansStrong", look.plain.size)], look.plain);
  say(within, "P", subtitle, { ...look.note, before: 1 });
  return section;
}

function say(place: Place, tag: Tag, text: string, type: Type): void {
  set(place, tag, [words(text, type.face, type.size)], type);
}

function set({ sheet, parent }: Place, tag: Tag, said: readonly Words[], type: Type): void {
  setParagraph(sheet, parent, tag, said, type);
}

function warn(place: Place, text: string, indent: number): void {
  const type = { ...place.look.fact, indent, isWarning: true };
  set(place, "P", [words(text, "sansStrong", type.size)], type);
}

function lineWords(line: Line, { face, size }: Type): Words[] {
  return line.map((run) => {
    if (run.kind === "note") return { ...words(noteNumbers(run), "sans", NOTE), note: run.number };
    return { ...words(run.text, faceOf(face, run), size), address: run.address };
  });
}

function words(text: string, face: PdfFace, size: number): Words {
  return { text, face, size, note: null, address: null };
}
