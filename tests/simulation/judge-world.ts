import { cellsOf, emptyCell } from "#app/method/cell.ts";
import { Z90 } from "#app/method/normal-distribution.ts";
import { DEFAULT_PARAMETERS, estimateParameters } from "#app/method/parameters.ts";
import { chancePositive, levelOf, smoothAndPool } from "#app/method/reception-level.ts";
import { LAST_DAY, SIZE, type World } from "./draw-world.ts";

/** What the method says of one cell of a world on the last day, beside the truth and the plain average. */
export type JudgedCell = { truth: number; mean: number; sd: number; pPositive: number; raw: number };

/**
 * Works out every cell of a world as a page does: with the default parameters, or with those estimated from its notes
 * (from 100 on). A cell without notes has the average of all notes as its plain average. Source: EFFECTIVENESS.md §8.
 */
export function judgeWorld({ observations, truth }: World): JudgedCell[] {
  const cells = cellsOf(observations);
  const { parameters } = estimateParameters(cells, SIZE, DEFAULT_PARAMETERS);
  const { smoothed, pooled } = smoothAndPool(cells, () => [LAST_DAY], SIZE, parameters);
  const untouched = { columns: new Float64Array(2), variance: parameters.tau ** 2, onward: 1 };
  const all = averageOf(observations);
  return truth.flatMap((row, message) =>
    row.map((known, audience) => {
      const place = cells.findIndex((cell) => cell.message === message && cell.audience === audience);
      const cell = cells[place] ?? emptyCell(message, audience);
      const level = levelOf(pooled, cell, smoothed[place]?.at(LAST_DAY) ?? untouched);
      const own = observations.filter((note) => note.message === message && note.audience === audience);
      const pPositive = chancePositive(level);
      const raw = own.length === 0 ? all : averageOf(own);
      return { truth: known, mean: level.mean, sd: Math.sqrt(level.variance), pPositive, raw };
    }),
  );
}

function averageOf(notes: World["observations"]): number {
  return notes.reduce((sum, { score }) => sum + score, 0) / notes.length;
}

/** The figures of a row of §8: of all cells of several worlds together. */
export type Summary = { covers: number; width: number; model: number; raw: number; right: number };

export function summaryOf(cells: readonly JudgedCell[]): Summary {
  const share = (some: readonly JudgedCell[], holds: (cell: JudgedCell) => boolean) =>
    some.filter(holds).length / some.length;
  const rootMeanSquare = (errorOf: (cell: JudgedCell) => number) =>
    Math.sqrt(cells.reduce((sum, cell) => sum + errorOf(cell) ** 2, 0) / cells.length);
  const verdicts = cells.filter(({ pPositive }) => pPositive >= 0.9 || pPositive <= 0.1);
  return {
    covers: share(cells, ({ truth, mean, sd }) => Math.abs(truth - mean) <= Z90 * sd),
    width: cells.reduce((sum, { sd }) => sum + 2 * Z90 * sd, 0) / cells.length,
    model: rootMeanSquare(({ truth, mean }) => mean - truth),
    raw: rootMeanSquare(({ truth, raw }) => raw - truth),
    right: share(verdicts, ({ truth, pPositive }) => truth > 0 === pPositive >= 0.9),
  };
}
