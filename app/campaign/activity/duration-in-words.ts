import { LEAST_FOR_PERCENT } from "#app/text/in-words.ts";

/**
 * Hours in words, as exactly as they are worth: "under 1 h", "20 h", "3 days 4 h" (of 24 hours), "12 days" from ten days.
 * Rounded to the next lower hour or day, or up where it says within which time something was done; `hours` from 0.
 */
export function hoursInWords(hours: number, rounded: "down" | "up" = "down"): string {
  if (hours < 1 && rounded === "down") return "under 1 h";
  const round = rounded === "up" ? Math.ceil : Math.floor;
  const whole = Math.max(1, round(hours));
  if (whole < 48) return `${whole} h`;
  if (whole >= 240) return `${round(whole / 24)} days`;
  const [days, rest] = [Math.floor(whole / 24), whole % 24];
  return rest === 0 ? `${days} days` : `${days} days ${rest} h`;
}

/** Working days in words: 0 is the same day. Halves come from a median between two. */
export function workingDaysInWords(days: number): string {
  if (days === 0) return "the same day";
  return days === 1 ? "1 working day" : `${days} working days`;
}

/**
 * A spread in one line: the median and the 90th percentile where there are enough, else the shortest and the longest,
 * always with the number. "none" where there is none.
 */
export function spreadInWords(spread: Spread, inWords: (duration: number, rounded?: "up") => string): string {
  const { n, median, ninetieth, shortest, longest } = spread;
  if (shortest === null || longest === null) return "none";
  if (median === null) {
    const [from, to] = [inWords(shortest), inWords(longest)];
    return from === to ? `${to} (n ${n})` : `${from} to ${to} (n ${n})`;
  }
  if (ninetieth === null) return `median ${inWords(median)}, longest ${inWords(longest)} (n ${n})`;
  return `median ${inWords(median)}, nine in ten ${inWords(ninetieth, "up").replace(/^(?=\d)/, "within ")} (n ${n})`;
}

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
