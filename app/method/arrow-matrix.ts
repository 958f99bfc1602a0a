import {
  choleskyOf,
  logDeterminant,
  type SquareMatrix,
  solveByCholesky,
  variationOf,
} from "./linear-solve.ts";

/**
 * The precision of all unknowns. No note has two messages, so that they meet only in what they share (grand mean,
 * audiences, raters): `own` is the diagonal of the messages, `ties` a row a message over the shared unknowns, and `shared`
 * the lower triangle of the rest.
 */
export type ArrowMatrix = { own: Float64Array; ties: Float64Array; shared: SquareMatrix };

/** The same with every message eliminated: `shared` is the Cholesky factor of what is left. */
export type ArrowFactor = ArrowMatrix;

/** A value for each message, and one for each shared unknown. */
export type ArrowVector = { own: Float64Array; shared: Float64Array };

/** The weights of one message, by its place, and of the shared unknowns: what a level is made of. */
export type ArrowWeights = { message: number; ofMessage: number; shared: Float64Array };

/**
 * Eliminates the messages one by one and factors the rest: exactly the solve of EFFECTIVENESS.md §4 at the cost of
 * messages × shared² + shared³, so that a campaign may have hundreds of messages.
 */
export function factorOf({ own, ties, shared }: ArrowMatrix): ArrowFactor {
  const left = { size: shared.size, values: shared.values.slice() };
  own.forEach((precision, message) => {
    const row = tiesOf({ ties, shared }, message);
    const met = [...row.keys()].filter((unknown) => row[unknown] !== 0);
    for (const a of met)
      for (const b of met) {
        if (b > a) break;
        const place = a * left.size + b;
        left.values[place] = (left.values[place] ?? 0) - ((row[a] ?? 0) * (row[b] ?? 0)) / precision;
      }
  });
  return { own, ties, shared: choleskyOf(left) };
}

function tiesOf({ ties, shared }: Pick<ArrowMatrix, "ties" | "shared">, message: number): Float64Array {
  return ties.subarray(message * shared.size, (message + 1) * shared.size);
}

/** The x with matrix · x = right. Source: EFFECTIVENESS.md §4. */
export function solveByFactor(factor: ArrowFactor, right: ArrowVector): ArrowVector {
  const reduced = right.shared.slice();
  right.own.forEach((value, message) => {
    addTimes(reduced, tiesOf(factor, message), -value / (factor.own[message] ?? 1));
  });
  const shared = solveByCholesky(factor.shared, reduced);
  const own = right.own.map(
    (value, message) => (value - dotOf(tiesOf(factor, message), shared)) / (factor.own[message] ?? 1),
  );
  return { own, shared };
}

/** log of the determinant of the matrix that was factored. */
export function logDeterminantOf({ own, shared }: ArrowFactor): number {
  return own.reduce((sum, precision) => sum + Math.log(precision), 0) + logDeterminant(shared);
}

/** h' C h: the variance of a weighted sum of one message and the shared unknowns. */
export function variationIn(factor: ArrowFactor, weights: ArrowWeights): number {
  return ownVariation(factor, weights) + variationOf(factor.shared, reducedOf(factor, weights));
}

/** The same of the difference of two such sums, of one message or of two. Source: EFFECTIVENESS.md §7. */
export function variationOfDifference(factor: ArrowFactor, a: ArrowWeights, b: ArrowWeights): number {
  if (a.message === b.message) {
    const shared = a.shared.map((value, unknown) => value - (b.shared[unknown] ?? 0));
    return variationIn(factor, { message: a.message, ofMessage: a.ofMessage - b.ofMessage, shared });
  }
  const difference = reducedOf(factor, a);
  addTimes(difference, reducedOf(factor, b), -1);
  return ownVariation(factor, a) + ownVariation(factor, b) + variationOf(factor.shared, difference);
}

function ownVariation({ own }: ArrowFactor, { message, ofMessage }: ArrowWeights): number {
  return ofMessage === 0 ? 0 : ofMessage ** 2 / (own[message] ?? 1);
}

/** The weights on the shared unknowns after the message is eliminated. */
function reducedOf(factor: ArrowFactor, { message, ofMessage, shared }: ArrowWeights): Float64Array {
  const reduced = shared.slice();
  if (ofMessage !== 0) addTimes(reduced, tiesOf(factor, message), -ofMessage / (factor.own[message] ?? 1));
  return reduced;
}

function addTimes(to: Float64Array, from: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) + times * (from[at] ?? 0);
}

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
