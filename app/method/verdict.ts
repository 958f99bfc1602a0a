import { Z90 } from "./normal-distribution.ts";
import { type Level, rangeOf } from "./pooling.ts";

/** The only words in which a level is told. Source: EFFECTIVENESS.md §6. */
export type Verdict = "Not yet heard" | "Not enough evidence" | "Well received" | "Badly received" | "Mixed";

/**
 * The word for a level, from unrounded figures; `meetings` is the number of notes in the cell or roll-up.
 * Source: EFFECTIVENESS.md §6 and §14.
 */
export function verdictOf(level: Pick<Level, "mean" | "variance" | "ownWeight">, meetings: number): Verdict {
  if (meetings === 0) return "Not yet heard";
  const { pPositive } = rangeOf(level);
  const isUnclear = Z90 * Math.sqrt(level.variance) > 0.75 || level.ownWeight < 0.35;
  if (isUnclear && pPositive < 0.95 && pPositive > 0.05) return "Not enough evidence";
  if (pPositive >= 0.9) return "Well received";
  return pPositive <= 0.1 ? "Badly received" : "Mixed";
}
