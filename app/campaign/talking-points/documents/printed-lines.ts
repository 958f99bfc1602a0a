import type { AssembledPaper } from "#app/campaign/paper-text/assembled-paper.ts";
import { type Line, type NoteRun, type PrintedRun, plainRun, printable } from "#app/documents/document.ts";
import { parseMarks, type Run } from "#app/text/marks.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";

/** What becomes of a mark that cites a source which the paper does not carry. */
export type WhereUnknown = "as typed" | "left out";

/** The numbers of sources: of each by its code, of those without a mark in the text, and which are stale. */
export type Numbers = {
  of: (code: string) => number | null;
  atTheEnd: readonly number[];
  stale: ReadonlySet<number>;
};

/** The numbers of a paper, as its lines are printed with them. */
export function numbersOf({ numbered, notes }: AssembledPaper): Omit<Numbers, "atTheEnd"> {
  const of = (code: string) => numbered.find(({ footnote }) => footnote.code === code)?.number ?? null;
  const stale = notes.filter((note) => note.stale !== "").map(({ number }) => number);
  return { of, stale: new Set(stale) };
}

/**
 * A text in the notation of papers line by line, with its footnotes where they are marked, and those without a mark at the
 * end. Empty lines only part the others.
 */
export function printedLines(typed: string, numbers: Numbers, whereUnknown: WhereUnknown): readonly Line[] {
  const text = withLineFeeds(typed).trimEnd();
  const runs = parseMarks(text).flatMap((run) => printedRun(run, numbers, whereUnknown));
  return cutIntoLines([...runs, ...noteRuns(numbers)].flatMap(partedFromTheLast));
}

/** Numbers in a row are drawn together from three on, "1–6"; a stale one stands alone with its mark. */
function noteRuns({ atTheEnd, stale }: Numbers): readonly NoteRun[] {
  const rows: number[][] = [];
  for (const number of atTheEnd) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (last === number - 1 && !stale.has(last) && !stale.has(number)) row?.push(number);
    else rows.push([number]);
  }
  return rows.flatMap((row) => {
    const [first = 0] = row;
    if (row.length > 2) return [noteRun(first, first + row.length - 1, stale)];
    return row.map((number) => noteRun(number, number, stale));
  });
}

function noteRun(number: number, until: number, stale: Numbers["stale"]): NoteRun {
  return { kind: "note", number, until, isStale: stale.has(number) };
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

function printedRun(run: Run, { of, stale }: Numbers, whereUnknown: WhereUnknown): readonly PrintedRun[] {
  if (run.kind === "words") return [{ ...run, text: printable(run.text) }];
  const number = of(run.code);
  if (number !== null) return [noteRun(number, number, stale)];
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
