import {
  type ArrowFactor,
  type ArrowMatrix,
  type ArrowVector,
  type ArrowWeights,
  factorOf,
  logDeterminantOf,
  solveByFactor,
  variationIn,
} from "./arrow-matrix.ts";
import { type Cell, type CellPlace, type SmoothedDay, smoothCell } from "./cell.ts";
import type { CellSums } from "./cell-sums.ts";
import { dot, zeroMatrix } from "./linear-solve.ts";
import { standardNormalProbability, Z90 } from "./normal-distribution.ts";
import type { EffectivenessParameters } from "./parameters.ts";

/** How many messages, audiences and raters there are; each is named by its place, from 0. */
export type Dimensions = { messages: number; audiences: number; raters: number };

/** What all cells together say of the unknowns: grand mean, messages, audiences, raters, in this order. */
export type Pooled = {
  dimensions: Dimensions;
  effects: Float64Array;
  precision: ArrowFactor;
  logLikelihood: number;
};

/** The reception level of one cell on one day. `ownWeight` is the share that comes from this cell's own notes. */
export type Level = {
  mean: number;
  variance: number;
  ownWeight: number;
  /** The state's own variance and the weights on the unknowns: what comparisons and roll-ups are made of. */
  stateVariance: number;
  weights: ArrowWeights;
};

/** A level of which only what a roll-up is made of is known: its variance costs a solve. */
export type LevelPart = Omit<Level, "variance">;

/**
 * Pools the cells exactly: one linear solve over mu, alpha, beta and b with their priors. `sums` go with `cells`, one
 * each. Cost: the sums, the messages times the square of the other unknowns, and their cube. Source: EFFECTIVENESS.md §4.
 */
export function poolCells(
  cells: readonly CellPlace[],
  sums: readonly CellSums[],
  dimensions: Dimensions,
  parameters: EffectivenessParameters,
): Pooled {
  const { matrix, right } = priorsOf(dimensions, parameters);
  cells.forEach((cell, index) => {
    const cellSums = sums[index];
    if (cellSums) addCell(matrix, right, { cell, dimensions }, cellSums);
  });
  const precision = factorOf(matrix);
  const solved = solveByFactor(precision, right);
  const explained = dot(right.own, solved.own) + dot(right.shared, solved.shared);
  const priorSd = priorDeviations(dimensions, parameters);
  const logLikelihood = logLikelihoodOf(sums, priorSd, precision, explained, parameters);
  const [grandMean = 0, ...others] = solved.shared;
  const effects = Float64Array.from([grandMean, ...solved.own, ...others]);
  return { dimensions, effects, precision, logLikelihood };
}

function priorsOf(
  { messages, audiences, raters }: Dimensions,
  parameters: EffectivenessParameters,
): { matrix: ArrowMatrix; right: ArrowVector } {
  const size = 1 + audiences + raters;
  const shared = zeroMatrix(size);
  const deviations = [
    parameters.grandSd,
    ...Array<number>(audiences).fill(parameters.sdAudience),
    ...Array<number>(raters).fill(parameters.sdRater),
  ];
  deviations.forEach((sd, unknown) => {
    shared.values[unknown * size + unknown] = sd ** -2;
  });
  const own = new Float64Array(messages).fill(parameters.sdMessage ** -2);
  const right = { own: new Float64Array(messages), shared: new Float64Array(size) };
  right.shared[0] = parameters.grandMean / parameters.grandSd ** 2;
  return { matrix: { own, ties: new Float64Array(messages * size), shared }, right };
}

/** Which shared unknowns each design column of a cell maps to, with weight 1: ones → mu and beta (alpha is its message's own); a rater → b. */
function sharedUnknownsOf({ audience, raters }: CellPlace, { audiences }: Dimensions): number[][] {
  return [[0, 1 + audience], ...raters.map((rater) => [1 + audiences + rater])];
}

function addCell(
  { own, ties, shared }: ArrowMatrix,
  right: ArrowVector,
  { cell, dimensions }: { cell: CellPlace; dimensions: Dimensions },
  sums: CellSums,
): void {
  const { message } = cell;
  const width = sums.right.length;
  const unknowns = sharedUnknownsOf(cell, dimensions);
  addAt(own, message, sums.design[0] ?? 0);
  addAt(right.own, message, sums.right[0] ?? 0);
  unknowns.forEach((rows, i) => {
    for (const row of rows) {
      addAt(right.shared, row, sums.right[i] ?? 0);
      addAt(ties, message * shared.size + row, sums.design[i * width] ?? 0);
      unknowns.forEach((columns, j) => {
        const value = sums.design[i >= j ? i * width + j : j * width + i] ?? 0;
        for (const column of columns) addAt(shared.values, row * shared.size + column, value);
      });
    }
  });
}

function addAt(values: Float64Array, place: number, value: number): void {
  values[place] = (values[place] ?? 0) + value;
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
  precision: ArrowFactor,
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
      logDeterminantOf(precision) +
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
export function levelOf(pooled: Pooled, cell: CellPlace, smoothed: SmoothedDay): Level {
  return whole(pooled, partOf(pooled, cell, smoothed));
}

/** The same without its variance: what a roll-up adds up. Source: EFFECTIVENESS.md §4. */
export function partOf(
  { effects, dimensions, precision }: Pooled,
  cell: CellPlace,
  { columns, variance }: SmoothedDay,
): LevelPart {
  const ownWeight = columns[1] ?? 0;
  const shared = new Float64Array(precision.shared.size);
  const ofMessage = 1 - ownWeight;
  let mean = (columns[0] ?? 0) + ofMessage * (effects[1 + cell.message] ?? 0);
  sharedUnknownsOf(cell, dimensions).forEach((unknowns, index) => {
    const weight = index === 0 ? ofMessage : -(columns[1 + index] ?? 0);
    for (const unknown of unknowns) {
      shared[unknown] = weight;
      mean += weight * (effects[unknown === 0 ? 0 : dimensions.messages + unknown] ?? 0);
    }
  });
  return {
    mean,
    ownWeight,
    stateVariance: variance,
    weights: { message: cell.message, ofMessage, shared },
  };
}

function whole({ precision }: Pooled, part: LevelPart): Level {
  return { ...part, variance: part.stateVariance + variationIn(precision, part.weights) };
}

/**
 * One message over several audiences: levels weighted by `shares`, which sum to 1. Throws where they are of several
 * messages. Source: EFFECTIVENESS.md §4, §14.
 */
export function rollUp(pooled: Pooled, levels: readonly LevelPart[], shares: readonly number[]): Level {
  const message = levels[0]?.weights.message ?? 0;
  const weights = { message, ofMessage: 0, shared: new Float64Array(pooled.precision.shared.size) };
  const total = { mean: 0, ownWeight: 0, stateVariance: 0, weights };
  levels.forEach((level, index) => {
    if (level.weights.message !== message) throw new RangeError("A roll-up is of one message");
    const share = shares[index] ?? 0;
    total.mean += share * level.mean;
    total.ownWeight += share * level.ownWeight;
    total.stateVariance += share * share * level.stateVariance;
    weights.ofMessage += share * level.weights.ofMessage;
    level.weights.shared.forEach((weight, unknown) => {
      weights.shared[unknown] = (weights.shared[unknown] ?? 0) + share * weight;
    });
  });
  return whole(pooled, total);
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
