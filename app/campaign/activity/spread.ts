import { LEAST_FOR_PERCENT } from "#app/text/in-words.ts";

/** Under this many the 90th percentile would be the longest, or a guess. */
const LEAST_FOR_NINETIETH = 10;

/**
 * How long things took. `median` is null under five, `ninetieth` under ten: then only the shortest and the longest are
 * told, which are null where there is none.
 */
export type Spread = {
  n: number;
  median: number | null;
  ninetieth: number | null;
  shortest: number | null;
  longest: number | null;
};

/**
 * The spread of durations in any order, in their unit: the median is the middle one, or the mean of the two in the middle;
 * nine in ten took no longer than the 90th percentile (nearest rank, which is always one that occurred).
 */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = Float64Array.from(durations).sort();
  const n = sorted.length;
  return {
    n,
    median: n < LEAST_FOR_PERCENT ? null : middleOf(sorted),
    ninetieth: n < LEAST_FOR_NINETIETH ? null : (sorted[Math.ceil(0.9 * n) - 1] ?? null),
    shortest: sorted[0] ?? null,
    longest: sorted[n - 1] ?? null,
  };
}

function middleOf(sorted: Float64Array): number {
  const half = sorted.length / 2;
  const [lower, upper] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (lower + upper) / 2;
}
