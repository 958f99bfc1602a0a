/**
 * One line of `results.json`. `ratio` is measured ÷ reference, and a row misses when it is over `target`. A size has no
 * reference: its ratio is measured ÷ its limit and its target 1.
 */
export type Row = {
  name: string;
  measured: number | null;
  reference: number | null;
  ratio: number | null;
  target: number;
  unit: string;
  samples: number;
  reason: string | null;
};

/** The rows of a benchmark, each as soon as it is measured. */
export type Rows = AsyncGenerator<Row, void>;

/** A row of two figures, of which the second says what the first is held against. */
export function compared(
  name: string,
  figures: { measured: number; reference: number; target: number; unit: string; samples: number },
): Row {
  return { name, ...figures, ratio: figures.measured / figures.reference, reason: null };
}

/** A row of one figure that has a limit. */
export function limited(name: string, measured: number, limit: number, unit = "bytes"): Row {
  const ratio = measured === 0 ? 0 : measured / limit;
  return {
    ...{ name, measured, ratio, unit },
    reference: null,
    target: 1,
    samples: 1,
    reason: null,
  };
}

/** A row that could not be measured stays in the list and says why. */
export function notMeasured(name: string, target: number, unit: string, reason: string): Row {
  return { name, measured: null, reference: null, ratio: null, target, unit, samples: 0, reason };
}

/** Over its target, or not measured. */
export function isMissed(row: Row): boolean {
  return row.ratio === null || row.ratio > row.target;
}

export function printRows(rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.name.length), 4);
  console.log(`${"name".padEnd(width)}  measured  reference     ratio    target  unit`);
  for (const row of rows) printRow(row, width);
}

/** One row by itself, as it comes. */
export function printRow(row: Row, width = 60): void {
  const figures = [row.measured, row.reference, row.ratio, row.target].map(shown).join("  ");
  const verdict = row.reason ?? (isMissed(row) ? "MISSED" : "");
  console.log(`${row.name.padEnd(width)}  ${figures}  ${row.unit}  ${verdict}`.trimEnd());
}

/** The rows as a table for the docs. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const figures = [row.measured, row.reference, row.ratio, row.target].map((figure) =>
      shown(figure).trim(),
    );
    return `| ${[row.name, ...figures, row.unit, row.reason ?? (isMissed(row) ? "missed" : "")].join(" | ")} |`;
  });
  const head = ["| | measured | reference | ratio | target | unit | |", "|---|---|---|---|---|---|---|"];
  return [...head, ...lines, ""].join("\n");
}

function shown(figure: number | null): string {
  if (figure === null) return "none".padStart(8);
  return (figure >= 1000 ? figure.toFixed(0) : figure.toPrecision(4)).padStart(8);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
