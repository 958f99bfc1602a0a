import type { Document, DocumentBlock, Footnote, ListBlock } from "./document.ts";
import { markdownLine, markdownText } from "./markdown-line.ts";
import type { EdgeLine } from "./page-marks.ts";
import { inWords, type TableInWords } from "./set-table.ts";

/**
 * The document as a Markdown file, word for word; how it may travel and how it leaves stand at its head and again at its
 * foot, since a Markdown file is one page.
 */
export function writeMarkdown(document: Document): string {
  const { title, marks, facts, opening, sections, notes } = document;
  const parts = [
    pageLines(marks.head),
    title === "" ? "" : `# ${markdownText(title)}`,
    ...facts.map(({ name, text }) => `${name === "" ? "" : `${name}: `}${markdownText(text)}`),
    markdownText(opening.join(" ")),
    ...sections.flatMap(({ title, blocks }) => [
      title === "" ? "" : `## ${markdownText(title)}`,
      ...blocks.flatMap(blockParts),
    ]),
    ...notes.map(noteLine),
    "---",
    `${pageLines(marks.foot)}\n${markdownText(marks.last)}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Lines that stay lines: two blanks at the end of each are a break. */
function pageLines(lines: readonly EdgeLine[]): string {
  return lines.map(({ text, isLoud }) => `${isLoud ? loud(text) : markdownText(text)}  `).join("\n");
}

function blockParts(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case "words":
      return [markdownText(block.text)];
    case "paragraph":
      return [markdownLine(block.line)];
    case "list":
      return listParts(block);
    case "table":
    case "courses":
    case "ranges":
    case "bars":
      return tableParts(inWords(block));
  }
}

function listParts({ isNumbered, items }: ListBlock): readonly string[] {
  return items.map(({ lines, marks }, at) => {
    const label = isNumbered ? `${at + 1}. ` : "- ";
    const all = [...lines.map(markdownLine), ...marks.map(loud)];
    return `${label}${all.join("  \n").replaceAll("\n", `\n${" ".repeat(label.length)}`)}`;
  });
}

function tableParts({ caption, heads, rows }: TableInWords): readonly string[] {
  const lines = [
    heads.map(markdownCell),
    heads.map(() => "---"),
    ...rows.map((row) => row.map(markdownCell)),
  ];
  return [markdownText(caption), lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")];
}

function markdownCell(words: string): string {
  return markdownText(words.replaceAll(/\s+/g, " "));
}

function noteLine({ number, text, marks }: Footnote): string {
  const words = [markdownText(text), ...marks.map(loud)].join(" ");
  return `[^${number}]: ${words.replaceAll("\n", "\n    ")}`;
}

function loud(text: string): string {
  return `**${markdownText(text)}**`;
}
