import { variationOf } from "./linear-solve.ts";
import { standardNormalDensity, standardNormalProbability } from "./normal-distribution.ts";
import type { Level, Pooled } from "./pooling.ts";

export type Difference = { mean: number; variance: number };

/** Of two messages, by their numbers, the one that stands higher, and the chance that it does. */
export type Ahead = { ahead: number; behind: number; probability: number };

/**
 * How much better A is received than B by one audience on one day; cells share their unknowns, so their errors are
 * not independent. `probability` is that of A beating B. Source: EFFECTIVENESS.md §7.
 */
export function compareLevels(pooled: Pooled, a: Level, b: Level): Difference & { probability: number } {
  const mean = a.mean - b.mean;
  const variance =
    a.stateVariance + b.stateVariance + variationOf(pooled.precision, difference(a.weights, b.weights));
  return { mean, variance, probability: standardNormalProbability(mean / Math.sqrt(variance)) };
}

/**
 * How much a cell's level moved between two days; `covariance` is that of its state on these days.
 * `pDrop` is the probability that it fell. Source: EFFECTIVENESS.md §7.
 */
export function changeBetween(
  pooled: Pooled,
  from: Level,
  to: Level,
  covariance: number,
): Difference & { pDrop: number } {
  const mean = to.mean - from.mean;
  const shared = variationOf(pooled.precision, difference(to.weights, from.weights));
  const variance = to.stateVariance + from.stateVariance - 2 * covariance + shared;
  return { mean, variance, pDrop: standardNormalProbability(-mean / Math.sqrt(variance)) };
}

export type ComparisonWord = "almost surely" | "probably" | "slightly more likely" | "cannot tell";

/** The word for a chance of being better, 0..1, from the unrounded figure. Source: EFFECTIVENESS.md §7. */
export function comparisonWord(probability: number): ComparisonWord {
  if (probability >= 0.95) return "almost surely";
  if (probability >= 0.8) return "probably";
  return probability >= 0.6 ? "slightly more likely" : "cannot tell";
}

const POINTS = 64;

/**
 * About how likely each of several cells is to be the best, treated as independent, by 64-point Gauss-Hermite of the
 * product of Phi((x − mu_j)/sd_j) over the others. Source: EFFECTIVENESS.md §7.
 */
export function chancesOfBeingBest(cells: readonly Difference[]): number[] {
  return cells.map((cell, own) => {
    const others = cells.filter((_, index) => index !== own);
    return hermiteNodes().reduce((sum, { node, weight }) => {
      const x = cell.mean + Math.SQRT2 * Math.sqrt(cell.variance) * node;
      const beaten = others.reduce(
        (product, other) => product * standardNormalProbability((x - other.mean) / Math.sqrt(other.variance)),
        1,
      );
      return sum + (weight / Math.sqrt(Math.PI)) * beaten;
    }, 0);
  });
}

type HermiteNode = { node: number; weight: number };
let knownNodes: readonly HermiteNode[] | null = null;

/** Roots of the 64th Hermite polynomial by bisection between sign changes of its normalised form, with weights. */
function hermiteNodes(): readonly HermiteNode[] {
  knownNodes ??= rootsOfHermite(POINTS).map((node) => ({ node, weight: hermiteWeight(node) }));
  return knownNodes;
}

/** Orthonormal Hermite functions h_n without their exponential: stable up to high orders. */
function hermite(order: number, x: number): number {
  let previous = 0;
  let value = Math.PI ** -0.25;
  for (let n = 0; n < order; n += 1) {
    const next = x * Math.sqrt(2 / (n + 1)) * value - Math.sqrt(n / (n + 1)) * previous;
    previous = value;
    value = next;
  }
  return value;
}

function hermiteWeight(node: number): number {
  return 1 / (POINTS * hermite(POINTS - 1, node) ** 2);
}

function rootsOfHermite(order: number): number[] {
  const edge = Math.sqrt(2 * order + 1);
  const steps = 40 * order;
  const roots: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const left = -edge + (2 * edge * step) / steps;
    const right = -edge + (2 * edge * (step + 1)) / steps;
    if (hermite(order, left) * hermite(order, right) < 0)
      roots.push(bisect((x) => hermite(order, x), left, right));
  }
  return roots;
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to];
  const sign = Math.sign(f(left));
  for (let step = 0; step < 80; step += 1) {
    const middle = (left + right) / 2;
    if (Math.sign(f(middle)) === sign) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] ?? 0));
}

/**
 * What one more meeting with a message may teach about which message to choose: the knowledge gradient of Frazier,
 * Powell and Dayanik (2008). `means` and `variances` are those of all messages with one audience, `noiseVariance` is
 * sigma². Nothing can be learned with one message only: 0. Source: EFFECTIVENESS.md §10.
 */
export function knowledgeGradient(
  means: readonly number[],
  variances: readonly number[],
  noiseVariance: number,
): number[] {
  return means.map((mean, own) => {
    const others = means.filter((_, index) => index !== own);
    if (others.length === 0) return 0;
    const variance = variances[own] ?? 0;
    const step = variance / Math.sqrt(variance + noiseVariance);
    if (step === 0) return 0;
    const u = -Math.abs(mean - Math.max(...others)) / step;
    return step * (u * standardNormalProbability(u) + standardNormalDensity(u));
  });
}
