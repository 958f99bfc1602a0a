import {
  DEFAULT_PARAMETERS,
  type EffectivenessParameters,
  NOTES_TO_ESTIMATE,
} from "#app/method/parameters.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { ParametersInUse } from "./parameters-in-use.ts";

/** One of the six in words: its name, what it says of the ratings, its value as it is shown, and the usual one. */
export type ParameterInWords = { name: string; sentence: string; value: string; usual: string };

/**
 * Where the values come from, in a sentence: estimated when and from how many ratings, or why the usual ones hold.
 * Source: EFFECTIVENESS.md §5.
 */
export function basisInWords({ basis }: ParametersInUse, today: CalendarDate): string {
  if (basis.kind === "estimated")
    return `These settings were estimated from ${ratings(basis.notes)} up to ${formatDay(basis.asOf, today)}.`;
  switch (basis.reason) {
    case "too few notes":
      return `These are the usual settings, set by judgement. There ${basis.notes === 1 ? "is" : "are"} ${ratings(basis.notes)} so far, and an estimate needs ${NOTES_TO_ESTIMATE}.`;
    case "not estimated yet":
      return "These are the usual settings, set by judgement. No estimate has been made from these ratings yet.";
    case "not found":
      return `These are the usual settings, set by judgement. The estimate of ${formatDay(basis.asOf, today)}, from ${ratings(basis.notes)}, did not succeed.`;
  }
}

/**
 * The six values beside the usual ones, each with a sentence that needs no formula: "A meeting counts half as much after
 * 96 days." Steps are those of the five-step scale. Source: EFFECTIVENESS.md §2 and §5.
 */
export function parametersInWords({ parameters }: Pick<ParametersInUse, "parameters">): ParameterInWords[] {
  return SIX.map(({ of, name, sentence }) => {
    const shown = (all: EffectivenessParameters) =>
      of === "halfLifeDays" ? `${Math.round(all[of]).toLocaleString("en-GB")} days` : steps(all[of]);
    const value = shown(parameters);
    return { name, sentence: sentence(value), value, usual: shown(DEFAULT_PARAMETERS) };
  });
}

const SIX = [
  {
    of: "halfLifeDays",
    name: "Half-life",
    sentence: (days: string) => `A meeting counts half as much after ${days}.`,
  },
  {
    of: "sigma",
    name: "Rating noise",
    sentence: (amount: string) => `A single rating differs from the true level by about ${amount}.`,
  },
  {
    of: "tau",
    name: "Movement",
    sentence: (amount: string) =>
      `The level of a message with one audience differs by about ${amount} from what the message and the audience alone would suggest.`,
  },
  {
    of: "sdMessage",
    name: "Messages",
    sentence: (amount: string) => `Messages differ from each other by about ${amount}.`,
  },
  {
    of: "sdAudience",
    name: "Audiences",
    sentence: (amount: string) => `Audiences differ from each other by about ${amount}.`,
  },
  {
    of: "sdRater",
    name: "Raters",
    sentence: (amount: string) => `Raters are stricter or more generous than average by about ${amount}.`,
  },
] as const;

function steps(value: number): string {
  return `${Math.round(value * 100)} % of a step`;
}

function ratings(count: number): string {
  return `${count.toLocaleString("en-GB")} rating${count === 1 ? "" : "s"}`;
}
