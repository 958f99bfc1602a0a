import {
  DEFAULT_PARAMETERS,
  type EffectivenessParameters,
  MOST_STEPS,
  NOTES_TO_ESTIMATE,
} from "#app/method/parameters.ts";
import { counted } from "#app/text/in-words.ts";
import { type CalendarDate, timeIn, WASHINGTON } from "#app/time/wall-time.ts";

/**
 * What a campaign's figures are worked out with, and where it comes from: estimated from so many notes up to a day, or
 * the defaults, and why they are used. `at` is the instant of the estimate, or of the attempt that came to nothing.
 * Source: EFFECTIVENESS.md §5.
 */
export type ParametersInUse = {
  parameters: EffectivenessParameters;
  basis:
    | { kind: "defaults"; reason: "not estimated yet" | "too few notes"; notes: number }
    | { kind: "defaults"; reason: "not found"; at: string; asOf: CalendarDate; notes: number }
    | { kind: "estimated"; at: string; asOf: CalendarDate; notes: number };
};

/** How an estimate ended, as it is kept. Only an estimated one holds values of its own. */
export type FitOutcome = "estimated" | "too few notes" | "not found";

/** An estimate as it is kept: never changed, with its date and the number of notes. */
export type Fit = {
  outcome: FitOutcome;
  at: string;
  asOf: CalendarDate;
  notes: number;
  parameters: EffectivenessParameters;
};

/**
 * What holds when `fit` is the newest estimate of a campaign, or when there is none that counts: then `notes`, those that
 * it has today, say whether one can be made. Source: EFFECTIVENESS.md §5.
 */
export function parametersInUse(fit: Fit | null, notes: number): ParametersInUse {
  if (fit === null || fit.outcome === "too few notes") {
    const reason = notes < NOTES_TO_ESTIMATE ? "too few notes" : "not estimated yet";
    return { parameters: DEFAULT_PARAMETERS, basis: { kind: "defaults", reason, notes } };
  }
  const { outcome, at, asOf } = fit;
  if (outcome === "not found")
    return {
      parameters: DEFAULT_PARAMETERS,
      basis: { kind: "defaults", reason: outcome, at, asOf, notes: fit.notes },
    };
  return { parameters: fit.parameters, basis: { kind: outcome, at, asOf, notes: fit.notes } };
}

/** What stands until somebody, or the night, has estimated. */
export const NOT_ESTIMATED: ParametersInUse = parametersInUse(null, NOTES_TO_ESTIMATE);

/**
 * How far an estimate has come: `since` is the instant at which it was asked for, `ratings` how many it reads (null until
 * it has read them), `isWaiting` while another campaign's is under way.
 */
export type RefitUnderWay = {
  since: string;
  steps: number;
  ratings: number | null;
  isWaiting: boolean;
};

/** "Estimating: 120 of at most 400 steps, 1,240 ratings. Requested at 10:43 in Washington." */
export function refitInWords({ since, steps, ratings, isWaiting }: RefitUnderWay): string {
  const from = `Requested at ${timeIn(new Date(since), WASHINGTON)} in Washington`;
  if (isWaiting) return `Waiting for another campaign’s estimate to finish. ${from}.`;
  if (ratings === null) return `Reading the ratings. ${from}.`;
  const read = counted(ratings, "rating").replace(String(ratings), ratings.toLocaleString("en-GB"));
  return `Estimating: ${Math.min(steps, MOST_STEPS)} of at most ${MOST_STEPS} steps, ${read}. ${from}.`;
}
