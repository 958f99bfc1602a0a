import { everyPage } from "#app/documents/page-marks.ts";
import type { PaperDocument, PrintedBlock, PrintedLine } from "./paper-document.ts";

/** The paper as plain text to put into an e-mail, with how it may travel and how it leaves before and after it. */
export function talkingPointsForEmail(document: PaperDocument): string {
  const { title, marks, when, facts, sections, notes } = document;
  const page = everyPage(marks).map(({ text }) => text);
  const parts = [
    page.join("\n"),
    [title, when, ...facts.map(({ name, text }) => `${name}: ${text}`)].filter(Boolean).join("\n"),
    ...sections.flatMap(({ title, isNumbered, blocks }) => [
      title,
      ...blocks.map((block, index) => blockText(block, isNumbered ? `${index + 1}. ` : "- ")),
    ]),
    notes.map(({ number, text, marks }) => [`[${number}] ${text}`, ...marks].join(" ")).join("\n"),
    [...page, marks.taken].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockText({ heading, lines, marks }: PrintedBlock, label: string): string {
  const all = [heading, ...lines.map(lineText), ...marks].filter((line) => line !== "");
  return `${label}${all.join(`\n${" ".repeat(label.length)}`)}`;
}

function lineText(line: PrintedLine): string {
  return line
    .map((run) => {
      if (run.kind === "note") return ` [${run.number}]`;
      return run.address === null ? run.text : `${run.text} (${run.address})`;
    })
    .join("");
}
