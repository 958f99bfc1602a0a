import { Z90 } from "./normal-distribution.ts";
import { chancePositive, type Level } from "./reception-level.ts";

/** The only words in which a level is told. Source: EFFECTIVENESS.md §6. */
export type Verdict = "Not yet heard" | "Not enough evidence" | "Well received" | "Badly received" | "Mixed";

/**
 * The word for a level, from unrounded figures; `meetings` is the number of notes in the cell or roll-up.
 * Source: EFFECTIVENESS.md §6 and §14.
 */
export function verdictOf(level: Pick<Level, "mean" | "variance" | "ownWeight">, meetings: number): Verdict {
  if (meetings === 0) return "Not yet heard";
  const pPositive = chancePositive(level);
  const isUnclear = Z90 * Math.sqrt(level.variance) > 0.75 || level.ownWeight < 0.35;
  if (isUnclear && pPositive < 0.95 && pPositive > 0.05) return "Not enough evidence";
  if (pPositive >= 0.9) return "Well received";
  return pPositive <= 0.1 ? "Badly received" : "Mixed";
}

/**
 * The steps of the reception scale's colours: five from −2 to +2, and two pale ones for a level of which there is not
 * enough evidence, and one of its own for mixed reception, which is neither good nor bad. Source: DESIGN.md, section 4
 * (Reception).
 */
export type ReceptionTint = "n2" | "n1" | "0" | "p1" | "p2" | "nu" | "pu" | "mx";

/** The colour of a figure with its word: pale wherever there is not enough evidence, so that no colour says more than the word. */
export function figureTint({ mean, verdict }: { mean: number; verdict: Verdict }): ReceptionTint {
  return verdict === "Mixed" ? "mx" : receptionTint(mean, verdict === "Not enough evidence");
}

/** The step of a level of −2..+2: five of equal width. Pale keeps the hue and loses saturation. */
export function receptionTint(level: number, isPale: boolean): ReceptionTint {
  if (isPale) return level < 0 ? "nu" : "pu";
  if (level < -1.2) return "n2";
  if (level < -0.4) return "n1";
  if (level <= 0.4) return "0";
  return level <= 1.2 ? "p1" : "p2";
}
