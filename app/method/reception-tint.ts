import type { Verdict } from "./verdict.ts";

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
