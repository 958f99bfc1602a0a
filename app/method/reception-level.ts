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
import { type CellSums, sumNotes } from "./cell-sums.ts";
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

/** A cell's columns map to the shared unknowns with weight 1: ones → mu and beta (alpha is its message's own); a rater → b. */
function addCell(
  { own, ties, shared }: ArrowMatrix,
  right: ArrowVector,
  { cell: { message, audience, raters }, dimensions }: { cell: CellPlace; dimensions: Dimensions },
  sums: CellSums,
): void {
  const width = sums.right.length;
  const rows = [0, 1 + audience, ...raters.map((rater) => 1 + dimensions.audiences + rater)];
  addAt(own, message, sums.design[0] ?? 0);
  addAt(right.own, message, sums.right[0] ?? 0);
  for (let a = 0; a < rows.length; a += 1) {
    const i = Math.max(0, a - 1);
    const row = rows[a] ?? 0;
    addAt(right.shared, row, sums.right[i] ?? 0);
    addAt(ties, message * shared.size + row, sums.design[i * width] ?? 0);
    for (let b = 0; b <= a; b += 1) {
      const other = rows[b] ?? 0;
      const place = Math.max(row, other) * shared.size + Math.min(row, other);
      addAt(shared.values, place, sums.design[i * width + Math.max(0, b - 1)] ?? 0);
    }
  }
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
  let [notes, logVariance, square] = [0, 0, 0];
  for (const cell of sums) {
    notes += cell.notes;
    logVariance += cell.logVariance;
    square += cell.square;
  }
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
  const sums = cells.map(({ notes, raters }) => sumNotes(notes, raters.length, parameters));
  return { smoothed, pooled: poolCells(cells, sums, dimensions, parameters) };
}

/** A cell on a day that was smoothed. */
export type CellOnDay = { cell: CellPlace; smoothed: SmoothedDay };

/**
 * The level of a cell on a day that was smoothed: mean = sm₀ + h'θ, variance = P + h'Ch with h = l − L' sm.
 * An empty cell gives what similar cells suggest. Source: EFFECTIVENESS.md §4.
 */
export function levelOf(pooled: Pooled, cell: CellPlace, smoothed: SmoothedDay): Level {
  return rollUp(pooled, [{ cell, smoothed }], [1]);
}

/**
 * One message over several audiences: levels weighted by `shares`, which sum to 1. Throws where they are of several
 * messages. Source: EFFECTIVENESS.md §4, §14.
 */
export function rollUp(pooled: Pooled, cells: readonly CellOnDay[], shares: readonly number[]): Level {
  const { precision } = pooled;
  const message = cells[0]?.cell.message ?? 0;
  const weights = { message, ofMessage: 0, shared: new Float64Array(precision.shared.size) };
  const level = { mean: 0, variance: 0, ownWeight: 0, stateVariance: 0, weights };
  cells.forEach((one, index) => {
    if (one.cell.message !== message) throw new RangeError("A roll-up is of one message");
    addShare(level, pooled, one, shares[index] ?? 0);
  });
  level.variance = level.stateVariance + variationIn(precision, weights);
  return level;
}

/** Adds a share of a cell's mean, of its own weight and variance, and of the weights that it puts on the unknowns. */
function addShare(
  level: Level,
  { effects, dimensions: { messages, audiences } }: Pooled,
  { cell, smoothed: { columns, variance } }: CellOnDay,
  share: number,
): void {
  const { weights } = level;
  const ownWeight = columns[1] ?? 0;
  const ofMessage = 1 - ownWeight;
  let mean = (columns[0] ?? 0) + ofMessage * (effects[1 + cell.message] ?? 0);
  mean += ofMessage * (effects[0] ?? 0);
  mean += ofMessage * (effects[1 + messages + cell.audience] ?? 0);
  addAt(weights.shared, 0, share * ofMessage);
  addAt(weights.shared, 1 + cell.audience, share * ofMessage);
  for (let column = 0; column < cell.raters.length; column += 1) {
    const unknown = 1 + audiences + (cell.raters[column] ?? 0);
    const weight = -(columns[2 + column] ?? 0);
    mean += weight * (effects[messages + unknown] ?? 0);
    addAt(weights.shared, unknown, share * weight);
  }
  level.mean += share * mean;
  level.ownWeight += share * ownWeight;
  level.stateVariance += share * share * variance;
  weights.ofMessage += share * ofMessage;
}

/** The range in which the level lies in nine of ten cases, uncut. §6. */
export function rangeOf({ mean, variance }: Pick<Level, "mean" | "variance">) {
  const reach = Z90 * Math.sqrt(variance);
  return { lower90: mean - reach, upper90: mean + reach };
}

/** The probability that the level is above 0. §6. */
export function chancePositive({ mean, variance }: Pick<Level, "mean" | "variance">): number {
  return standardNormalProbability(mean / Math.sqrt(variance));
}
