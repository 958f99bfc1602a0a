import { markdownText } from "./markdown-text.ts";
import type { PrintedRun } from "./printed-runs.ts";

/** Between a mark and a neighbour with which it would be read as something else. It shows nowhere. */
const NOTHING = "<!-- -->";

/** One line of a paper as Markdown that reads back as exactly these words in exactly this look. */
export function markdownLine(runs: readonly PrintedRun[]): string {
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
