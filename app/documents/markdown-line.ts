import type { Line, PrintedRun } from "./document.ts";

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
export function markdownLine(runs: Line): string {
  return runs.map(markdownRun).reduce(joinedBySense, "");
}

function markdownRun(run: PrintedRun): string {
  if (run.kind === "note") return `[^${run.number}]`;
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
  if (words === "") return run.text;
  const stars = `${run.isStrong ? "**" : ""}${run.isEmphasis ? "*" : ""}`;
  const marked = `${stars}${markdownText(words)}${stars}`;
  return `${before}${run.address === null ? marked : `[${marked}](<${run.address}>)`}${after}`;
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
