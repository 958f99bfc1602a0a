import { footnoteNumbers, type NumberedFootnote } from "#app/campaign/paper-text/footnotes.ts";
import type { Block } from "#app/campaign/paper-text/paper.ts";
import { type Line, type PrintedRun, plainRun, printable } from "#app/documents/document.ts";

import { citedCodes, parseMarks, type Run } from "#app/text/marks.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";

/** What becomes of a mark that cites a source which the paper does not carry. */
export type WhereUnknown = "as typed" | "left out";

/**
 * The text of a block line by line, with its footnotes where they are marked, and those without a mark at the end.
 * Empty lines only part the others.
 */
export function printedLines(
  block: Block,
  numbered: readonly NumberedFootnote[],
  whereUnknown: WhereUnknown,
): readonly Line[] {
  const text = withLineFeeds(block.text).trimEnd();
  const marked = citedCodes(text);
  const unmarked = block.footnotes.filter(({ code }) => !marked.includes(code));
  const runs = parseMarks(text).flatMap((run) => printedRun(run, block, numbered, whereUnknown));
  const atTheEnd = footnoteNumbers(numbered, unmarked).map((number) => ({ kind: "note", number }) as const);
  return cutIntoLines([...runs, ...atTheEnd].flatMap(partedFromTheLast));
}

/** Two numbers beside each other would read as one. */
function partedFromTheLast(
  run: PrintedRun,
  index: number,
  all: readonly PrintedRun[],
): readonly PrintedRun[] {
  return run.kind === "note" && all[index - 1]?.kind === "note" ? [plainRun(NARROW_BLANK), run] : [run];
}

/** It does not break the line. */
const NARROW_BLANK = "\u202F";

function printedRun(
  run: Run,
  block: Block,
  numbered: readonly NumberedFootnote[],
  whereUnknown: WhereUnknown,
): readonly PrintedRun[] {
  if (run.kind === "words") return [{ ...run, text: printable(run.text) }];
  const cited = block.footnotes.filter(({ code }) => code === run.code);
  const numbers = footnoteNumbers(numbered, cited);
  if (numbers.length > 0) return numbers.map((number) => ({ kind: "note", number }));
  return whereUnknown === "left out" ? [] : [plainRun(`[^${run.code}]`)];
}

function cutIntoLines(runs: readonly PrintedRun[]): readonly Line[] {
  const lines: PrintedRun[][] = [[]];
  for (const run of runs) {
    if (run.kind === "note") {
      lines.at(-1)?.push(run);
      continue;
    }
    for (const [index, text] of run.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines.filter((line) => line.length > 0);
}
