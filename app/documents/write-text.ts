import {
  type Document,
  type DocumentBlock,
  type Line,
  type ListItem,
  type Section,
  shownNotes,
  wordsOf,
} from "./document.ts";
import { endMarks } from "./page-edges.ts";
import { inWords, type TableInWords } from "./set-table.ts";

/** The document as plain text, to put into an e-mail, with how it may travel and how it leaves before and after it. */
export function writeText(document: Document): string {
  const { look, title, marks, leaving, facts, opening, sections, notes, annex } = document;
  const told = facts.map(({ name, text }) => (name === "" ? text : `${name}: ${text}`));
  const parts = [
    marks.first.head.map(({ text }) => text).join("\n"),
    leaving === null ? "" : `${leaving.line} · ${leaving.version}`,
    [title, ...told].join("\n"),
    opening.join(" "),
    ...sections.flatMap((section) => sectionParts(section, look)),
    shownNotes(notes)
      .map(({ number, text, marks }) => [`[${number}] ${text}`, ...marks].join(" "))
      .join("\n"),
    notes.closing,
    ...(annex === null
      ? []
      : [annex.title, ...annex.sections.flatMap((section) => sectionParts(section, look))]),
    [...endMarks(marks).map(({ text }) => text), marks.last].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sectionParts({ title, blocks }: Section, look: Document["look"]): readonly string[] {
  return [title, ...blocks.flatMap((block) => blockParts(block, look))];
}

function blockParts(block: DocumentBlock, look: Document["look"]): readonly string[] {
  switch (block.kind) {
    case "words":
      return [block.text];
    case "paragraph":
      return [
        block.lines.map((line) => wordsOf(look === "letter" ? line.map(underscored) : line)).join("\n"),
      ];
    case "list":
      return block.items.map((item, at) => itemText(item, block.isNumbered ? `${at + 1}. ` : "- "));
    case "table":
    case "courses":
    case "ranges":
    case "bars":
      return tableParts(inWords(block));
  }
}

/** In prose a title has to be told from the sentence around it: without italics between underscores, as in a cable. */
function underscored(run: Line[number]): Line[number] {
  return run.kind === "words" && run.isEmphasis ? { ...run, text: `_${run.text}_` } : run;
}

function itemText({ lines, marks }: ListItem, label: string): string {
  const all = [...lines.map(wordsOf), ...marks];
  return `${label}${all.join(`\n${" ".repeat(label.length)}`)}`;
}

/** A row a line, each of its cells after the head of its column. */
function tableParts({ caption, heads, rows }: TableInWords): readonly string[] {
  const lines = rows.map((cells) => `- ${cells.map((cell, at) => `${heads[at]}: ${cell}`).join("; ")}`);
  return [caption, lines.join("\n")];
}
