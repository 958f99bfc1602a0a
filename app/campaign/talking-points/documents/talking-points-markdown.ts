import { markdownLine } from "#app/documents/markdown-runs.ts";
import { markdownText } from "#app/documents/markdown-text.ts";
import { everyPage } from "#app/documents/page-marks.ts";
import type { PageMarks, PaperDocument, PrintedBlock, PrintedNote } from "./paper-document.ts";

/**
 * The paper as a Markdown file, word for word; how it may travel and how it leaves stand at its head and again at
 * its foot, since a Markdown file is one page.
 */
export function talkingPointsMarkdown(document: PaperDocument): string {
  const { title, marks, when, facts, sections, notes } = document;
  const parts = [
    pageLines(marks),
    `# ${markdownText(title)}`,
    markdownText(when),
    ...facts.map(({ name, text }) => `${name}: ${markdownText(text)}`),
    ...sections.flatMap(({ title, isNumbered, blocks }) => [
      `## ${title}`,
      ...blocks.map((block, index) => blockLines(block, isNumbered ? `${index + 1}. ` : "- ")),
    ]),
    ...notes.map(noteLine),
    "---",
    `${pageLines(marks)}\n${markdownText(marks.taken)}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Lines that stay lines: two blanks at the end of each are a break. */
function pageLines(marks: PageMarks): string {
  return everyPage(marks)
    .map(({ text, isLoud }) => (isLoud ? `**${markdownText(text)}**` : markdownText(text)))
    .map((line) => `${line}  `)
    .join("\n");
}

function blockLines({ heading, lines, marks }: PrintedBlock, label: string): string {
  const all = [
    ...(heading === "" ? [] : [`**${markdownText(heading)}**`]),
    ...lines.map(markdownLine),
    ...marks.map((mark) => `**${markdownText(mark)}**`),
  ];
  return `${label}${all.join("  \n").replaceAll("\n", `\n${" ".repeat(label.length)}`)}`;
}

function noteLine({ number, text, marks }: PrintedNote): string {
  const words = [markdownText(text), ...marks.map((mark) => `**${markdownText(mark)}**`)].join(" ");
  return `[^${number}]: ${words.replaceAll("\n", "\n    ")}`;
}
