import { footnoteNumbers, type NumberedFootnote } from "#app/campaign/talking-points/footnotes.ts";
import type { Block } from "#app/campaign/talking-points/talking-points.ts";
import { citedCodes, parseMarks, type Run } from "#app/text/marks.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";

/** Words of one look, or the number of a footnote. `address` is where the words link to. */
export type PrintedRun =
  | { kind: "words"; text: string; isStrong: boolean; isEmphasis: boolean; address: string | null }
  | { kind: "note"; number: number };

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
): readonly (readonly PrintedRun[])[] {
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
  return run.kind === "note" && all[index - 1]?.kind === "note" ? [plain(NARROW_BLANK), run] : [run];
}

/** It does not break the line. */
const NARROW_BLANK = "\u202F";

/** What XML and paper cannot carry (control characters, halves of a character) is left out; a tab is a blank. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\v\f\r\u0085\u2028\u2029]/g, " ")
    .replaceAll(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu, "");
}

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
  return whereUnknown === "left out" ? [] : [plain(`[^${run.code}]`)];
}

function plain(text: string): PrintedRun {
  return { kind: "words", text, isStrong: false, isEmphasis: false, address: null };
}

function cutIntoLines(runs: readonly PrintedRun[]): readonly (readonly PrintedRun[])[] {
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
