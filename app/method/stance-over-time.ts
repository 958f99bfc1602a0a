import { smoothCell } from "./cell.ts";
import { eachNote } from "./cell-notes.ts";

/** How a stance (1..5) moves and how noisy its readings are. Source: EFFECTIVENESS.md §9. */
export const STANCE_PARAMETERS = { tau: 0.8, sigma: 0.6, halfLifeDays: 365 } as const;

/** The middle of the scale, taken where an audience has no reading. Source: EFFECTIVENESS.md §14. */
export const UNKNOWN_STANCE = 3;

/**
 * The stance on `day` given dated readings (1..5), drawn towards `audienceMean` when readings are few or old.
 * Mean and variance on the scale 1..5. Source: EFFECTIVENESS.md §9, with the filter of §3.
 */
export function stanceOn(
  readings: readonly { day: number; stance: number }[],
  audienceMean: number,
  day: number,
): { mean: number; variance: number } {
  const notes = readings
    .filter((reading) => reading.day <= day)
    .map((reading) => ({
      rater: null,
      day: reading.day,
      score: reading.stance - audienceMean,
      varianceMultiplier: 1,
    }))
    .toSorted((a, b) => a.day - b.day);
  const { columns, variance } = smoothCell({ raters: [], notes: eachNote(notes, []) }, STANCE_PARAMETERS, [
    day,
  ]).at(day);
  return { mean: audienceMean + (columns[0] ?? 0), variance };
}
