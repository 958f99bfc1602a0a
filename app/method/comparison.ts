import { variationOfDifference } from "./arrow-matrix.ts";
import { standardNormalDensity, standardNormalProbability } from "./normal-distribution.ts";
import type { Level, Pooled } from "./reception-level.ts";

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
    a.stateVariance + b.stateVariance + variationOfDifference(pooled.precision, a.weights, b.weights);
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
  const shared = variationOfDifference(pooled.precision, to.weights, from.weights);
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
  const [first = 0, second = 0] = [...means.keys()].toSorted((a, b) => (means[b] ?? 0) - (means[a] ?? 0));
  return means.map((mean, own) => {
    if (means.length === 1) return 0;
    const bestOther = means[own === first ? second : first] ?? 0;
    const variance = variances[own] ?? 0;
    const step = variance / Math.sqrt(variance + noiseVariance);
    if (step === 0) return 0;
    const u = -Math.abs(mean - bestOther) / step;
    return step * (u * standardNormalProbability(u) + standardNormalDensity(u));
  });
}
