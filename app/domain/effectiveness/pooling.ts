import { type Cell, type CellPlace, type SmoothedDay, smoothCell } from "./cell.ts";
import type { CellSums } from "./cell-sums.ts";
import {
  choleskyOf,
  dot,
  logDeterminant,
  type SquareMatrix,
  solveByCholesky,
  variationOf,
  zeroMatrix,
} from "./linear-solve.ts";
import { standardNormalProbability, Z90 } from "./normal-distribution.ts";
import type { EffectivenessParameters } from "./parameters.ts";

/** How many messages, audiences and raters there are; each is named by its place, from 0. */
export type Dimensions = { messages: number; audiences: number; raters: number };

/** What all cells together say of the unknowns: grand mean, messages, audiences, raters, in this order. */
export type Pooled = {
  dimensions: Dimensions;
  effects: Float64Array;
  precision: SquareMatrix;
  logLikelihood: number;
};

/** The reception level of one cell on one day. `ownWeight` is the share that comes from this cell's own notes. */
export type Level = {
  mean: number;
  variance: number;
  ownWeight: number;
  /** The state's own variance and the weights on the unknowns: what comparisons and roll-ups are made of. */
  stateVariance: number;
  weights: Float64Array;
};

/**
 * Pools the cells exactly: one linear solve over mu, alpha, beta and b with their priors. `sums` go with `cells`, one
 * each. Cost: the sums, and the cube of the number of unknowns. Source: EFFECTIVENESS.md §4.
 */
export function poolCells(
  cells: readonly CellPlace[],
  sums: readonly CellSums[],
  dimensions: Dimensions,
  parameters: EffectivenessParameters,
): Pooled {
  const priorSd = priorDeviations(dimensions, parameters);
  const size = priorSd.length;
  const matrix = zeroMatrix(size);
  const right = new Float64Array(size);
  for (let index = 0; index < size; index += 1)
    matrix.values[index * size + index] = (priorSd[index] ?? 1) ** -2;
  right[0] = parameters.grandMean / parameters.grandSd ** 2;
  cells.forEach((cell, index) => {
    const cellSums = sums[index];
    if (cellSums) addCell(matrix, right, unknownsOf(cell, dimensions), cellSums);
  });
  const precision = choleskyOf(matrix);
  const effects = solveByCholesky(precision, right);
  const logLikelihood = logLikelihoodOf(sums, priorSd, precision, dot(right, effects), parameters);
  return { dimensions, effects, precision, logLikelihood };
}

/** Which unknowns each design column of a cell maps to, with weight 1: ones → mu, alpha, beta; a rater → b. */
function unknownsOf(cell: CellPlace, { messages, audiences }: Dimensions): number[][] {
  return [
    [0, 1 + cell.message, 1 + messages + cell.audience],
    ...cell.raters.map((rater) => [1 + messages + audiences + rater]),
  ];
}

function addCell(matrix: SquareMatrix, right: Float64Array, unknowns: number[][], sums: CellSums): void {
  const width = sums.right.length;
  unknowns.forEach((rows, i) => {
    for (const row of rows) {
      right[row] = (right[row] ?? 0) + (sums.right[i] ?? 0);
      unknowns.forEach((columns, j) => {
        const value = sums.design[i >= j ? i * width + j : j * width + i] ?? 0;
        for (const column of columns) {
          const place = row * matrix.size + column;
          matrix.values[place] = (matrix.values[place] ?? 0) + value;
        }
      });
    }
  });
}

function priorDeviations(dimensions: Dimensions, parameters: EffectivenessParameters): number[] {
  return [
    parameters.grandSd,
    ...Array<number>(dimensions.messages).fill(parameters.sdMessage),
    ...Array<number>(dimensions.audiences).fill(parameters.sdAudience),
    ...Array<number>(dimensions.raters).fill(parameters.sdRater),
  ];
}

function logLikelihoodOf(
  sums: readonly CellSums[],
  priorSd: readonly number[],
  precision: SquareMatrix,
  explained: number,
  parameters: EffectivenessParameters,
): number {
  const notes = sums.reduce((total, cell) => total + cell.notes, 0);
  const logVariance = sums.reduce((total, cell) => total + cell.logVariance, 0);
  const square = sums.reduce((total, cell) => total + cell.square, 0);
  const logPrior = priorSd.reduce((total, sd) => total + 2 * Math.log(sd), 0);
  const prior = (parameters.grandMean / parameters.grandSd) ** 2;
  return (
    -0.5 *
    (notes * Math.log(2 * Math.PI) +
      logVariance +
      logPrior +
      logDeterminant(precision) +
      square +
      prior -
      explained)
  );
}

/** Smooths every cell at the days asked for and pools them. */
export function smoothAndPool(
  cells: readonly Cell[],
  daysOf: (cell: Cell) => readonly number[],
  dimensions: Dimensions,
  parameters: EffectivenessParameters,
) {
  const smoothed = cells.map((cell) => smoothCell(cell, parameters, daysOf(cell)));
  const sums = smoothed.map((cell) => cell.sums);
  return { smoothed, pooled: poolCells(cells, sums, dimensions, parameters) };
}

/**
 * The level of a cell on a day that was smoothed: mean = sm₀ + h'θ, variance = P + h'Ch with h = l − L' sm.
 * An empty cell gives what similar cells suggest. Source: EFFECTIVENESS.md §4.
 */
export function levelOf(pooled: Pooled, cell: CellPlace, { columns, variance }: SmoothedDay): Level {
  const ownWeight = columns[1] ?? 0;
  const weights = new Float64Array(pooled.effects.length);
  const [shared = [], ...raters] = unknownsOf(cell, pooled.dimensions);
  for (const unknown of shared) weights[unknown] = 1 - ownWeight;
  raters.forEach(([unknown = 0], index) => {
    weights[unknown] = -(columns[2 + index] ?? 0);
  });
  return {
    mean: (columns[0] ?? 0) + dot(weights, pooled.effects),
    variance: variance + variationOf(pooled.precision, weights),
    ownWeight,
    stateVariance: variance,
    weights,
  };
}

/** A message over several audiences: levels weighted by `shares`, which sum to 1. Source: EFFECTIVENESS.md §4, §14. */
export function rollUp(pooled: Pooled, levels: readonly Level[], shares: readonly number[]): Level {
  const weights = new Float64Array(pooled.effects.length);
  const total = { mean: 0, ownWeight: 0, stateVariance: 0 };
  levels.forEach((level, index) => {
    const share = shares[index] ?? 0;
    total.mean += share * level.mean;
    total.ownWeight += share * level.ownWeight;
    total.stateVariance += share * share * level.stateVariance;
    level.weights.forEach((weight, unknown) => {
      weights[unknown] = (weights[unknown] ?? 0) + share * weight;
    });
  });
  return { ...total, weights, variance: total.stateVariance + variationOf(pooled.precision, weights) };
}

/** The range in which the level lies in nine of ten cases, uncut, and the probability that it is above 0. §6. */
export function rangeOf({ mean, variance }: Pick<Level, "mean" | "variance">) {
  const sd = Math.sqrt(variance);
  return {
    lower90: mean - Z90 * sd,
    upper90: mean + Z90 * sd,
    pPositive: standardNormalProbability(mean / sd),
  };
}
