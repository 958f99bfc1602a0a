import { expect, test } from "vitest";
import { cellsOf, emptyCell } from "#app/method/cell.ts";
import { changeBetween, compareLevels } from "#app/method/comparison.ts";
import type { Observation } from "#app/method/observation.ts";
import { DEFAULT_PARAMETERS, type EffectivenessParameters } from "#app/method/parameters.ts";
import { type Dimensions, levelOf, rollUp, smoothAndPool } from "#app/method/reception-level.ts";
import { seededRandom } from "../support/seeded-random.ts";

type Point = { message: number; audience: number; day: number };
type Design = { dimensions: Dimensions; parameters: EffectivenessParameters; notes: Observation[] };

function randomDesign(seed: number): Design {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const dimensions = { messages: 1 + whole(3), audiences: 1 + whole(4), raters: whole(4) };
  const parameters = {
    sigma: 0.4 + random(),
    tau: 0.3 + random(),
    halfLifeDays: 30 + 300 * random(),
    sdMessage: 0.2 + random() / 2,
    sdAudience: 0.2 + random() / 2,
    sdRater: 0.1 + random() / 2,
    grandMean: random() - 0.5,
    grandSd: 0.5 + random(),
  };
  const notes = Array.from({ length: whole(22) }, (_, id) => ({
    id,
    message: whole(dimensions.messages),
    audience: whole(dimensions.audiences),
    rater: dimensions.raters === 0 || random() < 0.2 ? null : whole(dimensions.raters),
    day: whole(500) - 100,
    score: whole(5) - 2,
    varianceMultiplier: [0.5, 1, 2, 3][whole(4)] ?? 1,
  }));
  return { dimensions, parameters, notes };
}

/** Covariance of the levels at two points, straight from the model's sentence. Source: EFFECTIVENESS.md §2. */
function levelCovariance(a: Point, b: Point, p: EffectivenessParameters): number {
  const message = a.message === b.message ? p.sdMessage ** 2 : 0;
  const audience = a.audience === b.audience ? p.sdAudience ** 2 : 0;
  const isOneCell = message > 0 && audience > 0;
  const state = isOneCell ? p.tau ** 2 * 2 ** (-Math.abs(a.day - b.day) / p.halfLifeDays) : 0;
  return p.grandSd ** 2 + message + audience + state;
}

function noteCovariance(a: Observation, b: Observation, p: EffectivenessParameters): number {
  const rater = a.rater !== null && a.rater === b.rater ? p.sdRater ** 2 : 0;
  const noise = a.id === b.id ? p.sigma ** 2 * a.varianceMultiplier : 0;
  return levelCovariance(a, b, p) + rater + noise;
}

/** Solves by Gauss-Jordan with pivots: slow, plain and independent of the product's own solver. */
function solve(matrix: number[][], right: number[][]): number[][] {
  const rows = matrix.map((row, index) => [...row, ...(right[index] ?? [])]);
  const size = rows.length;
  for (let k = 0; k < size; k += 1) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i : best),
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    rows[k] = rows[k]!.map((value) => value / rows[k]![k]!);
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]![k]!;
      if (i !== k && factor !== 0) rows[i] = rows[i]!.map((value, j) => value - factor * rows[k]![j]!);
    }
  }
  return rows.map((row) => row.slice(size));
}

/** Joint mean and covariance of the levels at `points` given the notes, from one big normal distribution. */
function dense({ notes, parameters }: Design, points: readonly Point[]) {
  const between = points.map((point) => notes.map((note) => levelCovariance(point, note, parameters)));
  const all = notes.map((a) => notes.map((b) => noteCovariance(a, b, parameters)));
  const right = notes.map((note, i) => [note.score - parameters.grandMean, ...between.map((row) => row[i]!)]);
  const solved = solve(all, right);
  const weigh = (row: number[], column: number) =>
    row.reduce((sum, value, i) => sum + value * solved[i]![column]!, 0);
  return {
    mean: points.map((_, i) => parameters.grandMean + weigh(between[i]!, 0)),
    covariance: points.map((a, i) =>
      points.map((b, j) => levelCovariance(a, b, parameters) - weigh(between[i]!, 1 + j)),
    ),
  };
}

test("levels, comparisons, changes and roll-ups are those of one big normal distribution, on 200 random designs", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const design = randomDesign(seed);
    const { dimensions, parameters, notes } = design;
    const cells = cellsOf(notes);
    const everyCell = Array.from({ length: dimensions.messages }, (_, message) =>
      Array.from({ length: dimensions.audiences }, (_, audience) => ({ message, audience })),
    ).flat();
    for (const { message, audience } of everyCell) {
      if (!cells.some((cell) => cell.message === message && cell.audience === audience)) {
        cells.push(emptyCell(message, audience));
      }
    }
    const days = [-150, 0, 77, 400, 600];
    const { smoothed, pooled } = smoothAndPool(cells, () => days, dimensions, parameters);
    const levels = cells.map((cell, i) => days.map((day) => levelOf(pooled, cell, smoothed[i]!.at(day))));
    const points = cells.flatMap(({ message, audience }) => days.map((day) => ({ message, audience, day })));
    const oracle = dense(design, points);
    const place = (cell: number, day: number) => cell * days.length + day;
    levels.flat().forEach((level, i) => {
      expect(level.mean).toBeCloseTo(oracle.mean[i]!, 9);
      expect(level.variance).toBeCloseTo(oracle.covariance[i]![i]!, 9);
    });
    const [from, to] = [place(0, 1), place(0, 3)];
    const change = changeBetween(
      pooled,
      levels[0]![1]!,
      levels[0]![3]!,
      smoothed[0]!.covariance(days[1]!, days[3]!),
    );
    expect(change.mean).toBeCloseTo(oracle.mean[to]! - oracle.mean[from]!, 9);
    expect(change.variance).toBeCloseTo(varianceOfDifference(oracle.covariance, from, to), 9);
    const last = cells.length - 1;
    if (last > 0) {
      const [a, b] = [place(0, 3), place(last, 3)];
      const compared = compareLevels(pooled, levels[0]![3]!, levels[last]![3]!);
      expect(compared.mean).toBeCloseTo(oracle.mean[a]! - oracle.mean[b]!, 9);
      expect(compared.variance).toBeCloseTo(varianceOfDifference(oracle.covariance, a, b), 9);
    }
    const other = cells.findLastIndex(({ message }) => message === cells[0]!.message);
    if (other > 0) {
      const [a, b] = [place(0, 3), place(other, 3)];
      const on = (cell: number) => ({ cell: cells[cell]!, smoothed: smoothed[cell]!.at(days[3]!) });
      const total = rollUp(pooled, [on(0), on(other)], [0.25, 0.75]);
      expect(total.mean).toBeCloseTo(0.25 * oracle.mean[a]! + 0.75 * oracle.mean[b]!, 9);
      expect(total.variance).toBeCloseTo(
        oracle.covariance[a]![a]! / 16 +
          (oracle.covariance[b]![b]! * 9) / 16 +
          oracle.covariance[a]![b]! * 0.375,
        9,
      );
    }
  }
});

function varianceOfDifference(covariance: number[][], a: number, b: number): number {
  return covariance[a]![a]! + covariance[b]![b]! - 2 * covariance[a]![b]!;
}

test("a campaign without a note is its prior", () => {
  const cell = emptyCell(0, 0);
  const { smoothed, pooled } = smoothAndPool(
    [cell],
    () => [10],
    { messages: 1, audiences: 1, raters: 0 },
    DEFAULT_PARAMETERS,
  );
  const level = levelOf(pooled, cell, smoothed[0]!.at(10));
  expect(level.mean).toBe(0);
  expect(level.variance).toBeCloseTo(0.64 + 1 + 0.16 + 0.16, 12);
  expect(level.ownWeight).toBe(0);
});
