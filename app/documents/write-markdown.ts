import type {
  Document,
  DocumentBlock,
  Footnote,
  Line,
  ListBlock,
  NoteRun,
  PrintedRun,
  Section,
} from "./document.ts";
import { type EdgeLine, endMarks } from "./page-edges.ts";
import { inWords, type TableInWords } from "./set-table.ts";

/**
 * The document as a Markdown file, word for word; how it may travel and how it leaves stand at its head and again at its
 * foot, since a Markdown file is one page.
 */
export function writeMarkdown(document: Document): string {
  const { title, marks, leaving, facts, opening, sections, notes, annex } = document;
  const parts = [
    pageLines(marks.first.head),
    leaving === null ? "" : `${loud(leaving.line)} · ${markdownText(leaving.version)}`,
    title === "" ? "" : `# ${markdownText(title)}`,
    ...facts.map(
      ({ name, text }) => `${name === "" ? "" : `**${markdownText(name)}:** `}${markdownText(text)}`,
    ),
    markdownText(opening.join(" ")),
    ...sections.flatMap(sectionParts),
    ...notes.each.map(noteLine),
    ...(annex === null
      ? []
      : ["---", `# ${markdownText(annex.title)}`, ...annex.sections.flatMap(sectionParts)]),
    "---",
    `${pageLines(endMarks(marks))}\n${markdownText(marks.last)}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sectionParts({ title, blocks }: Section): readonly string[] {
  return [title === "" ? "" : `## ${markdownText(title)}`, ...blocks.flatMap(blockParts)];
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
      return [block.lines.map(markdownLine).join("  \n")];
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

/** Characters that Markdown would read as its own, wherever they stand. */
const MARKS = /[\\`*[\]<>~|]|&(?=[#\w])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What Markdown reads as a list, a heading, a quotation or a rule at the start of a line. */
const LINE_STARTS = /^([ \t]*)([-+#=]|\d{1,9}(?=[.)]))/gm;

/**
 * A text as Markdown that shows exactly that text: no word of it becomes emphasis, a link, a list or HTML, and
 * each line break stays one.
 */
export function markdownText(text: string): string {
  const marked = text.replaceAll("\r\n", "\n").replaceAll(MARKS, String.raw`\$&`);
  return marked
    .replaceAll(LINE_STARTS, (_, blanks: string, start: string) => `${blanks}${escapedStart(start)}`)
    .replaceAll("\n", "  \n");
}

/** What makes a list of a number is the dot or bracket behind it: the mark goes between the two. */
function escapedStart(start: string): string {
  return /^\d/.test(start) ? `${start}\\` : `\\${start}`;
}

/** Between a mark and a neighbour with which it would be read as something else. It shows nowhere. */
const NOTHING = "<!-- -->";

/** One line of a paper as Markdown that reads back as exactly these words in exactly this look. */
function markdownLine(runs: Line): string {
  return runs.map(markdownRun).reduce(joinedBySense, "");
}

function markdownRun(run: PrintedRun): string {
  if (run.kind === "note") return noteMarks(run);
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
  if (words === "") return run.text;
  const stars = `${run.isStrong ? "**" : ""}${run.isEmphasis ? "*" : ""}`;
  const marked = `${stars}${markdownText(words)}${stars}`;
  return `${before}${run.address === null ? marked : `[${marked}](<${run.address}>)`}${after}`;
}

function noteMarks({ number, until, isStale }: NoteRun): string {
  const marks = Array.from({ length: until - number + 1 }, (_, at) => `[^${number + at}]`);
  return `${marks.join("")}${isStale ? "\u25B2" : ""}`;
}

/** Stars that touch stars, and stars between a sign and a letter, are read otherwise than meant. */
function joinedBySense(line: string, next: string): string {
  const closes =
    /\*$/.test(line) && (/^\*/.test(next) || /[^\p{L}\p{N}*]\*+ [\p{L}\p{N}]/u.test(around(line, next)));
  const opens = /^\*/.test(next) && /[\p{L}\p{N}] \*+[^\p{L}\p{N}*]/u.test(around(line, next));
  return closes || opens ? `${line}${NOTHING}${next}` : `${line}${next}`;
}

/** The signs on both sides of the seam, which is a blank here. */
function around(line: string, next: string): string {
  return `${line.slice(-5)} ${next.slice(0, 5)}`;
}
