import { MOST_STEPS } from "#app/method/parameters.ts";
import { counted } from "#app/text/in-words.ts";
import { timeIn, WASHINGTON } from "#app/time/wall-time.ts";

/**
 * How far an estimate has come: `since` is the instant at which it was asked for, `ratings` how many it reads (null until
 * it has read them), `isWaiting` while another campaign's is under way.
 */
export type RefitUnderWay = { since: string; steps: number; ratings: number | null; isWaiting: boolean };

/** "Estimating: 120 of at most 400 steps, 1,240 ratings, since 10:43." Clocks are Washington's. */
export function refitInWords({ since, steps, ratings, isWaiting }: RefitUnderWay): string {
  const from = `since ${timeIn(new Date(since), WASHINGTON)}`;
  if (isWaiting) return `Waiting for another campaign’s estimate, ${from}.`;
  if (ratings === null) return `Reading the ratings, ${from}.`;
  const read = counted(ratings, "rating").replace(String(ratings), ratings.toLocaleString("en-GB"));
  return `Estimating: ${Math.min(steps, MOST_STEPS)} of at most ${MOST_STEPS} steps, ${read}, ${from}.`;
}
