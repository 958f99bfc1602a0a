import { formatDate } from "#app/domain/time/format.ts";
import { DEFAULT_PARAMETERS, type EffectivenessParameters, NOTES_TO_ESTIMATE } from "./parameters.ts";
import type { ParametersInUse } from "./parameters-in-use.ts";

/** One of the six in words: what it says of the ratings, its value as it is shown, and the usual one. */
export type ParameterInWords = { sentence: string; value: string; usual: string };

/**
 * Where the values come from, in a sentence: estimated when and from how many ratings, or why the usual ones hold.
 * Source: EFFECTIVENESS.md §5.
 */
export function basisInWords({ basis }: ParametersInUse): string {
  if (basis.kind === "estimated")
    return `Estimated from ${ratings(basis.notes)} up to ${formatDate(basis.asOf)}.`;
  switch (basis.reason) {
    case "too few notes":
      return `The usual settings, which are judgements: ${ratings(basis.notes)} so far, and an estimate needs ${NOTES_TO_ESTIMATE}.`;
    case "not estimated yet":
      return "The usual settings, which are judgements: nothing has been estimated from these ratings yet.";
    case "not found":
      return `The usual settings, which are judgements: the estimate of ${formatDate(basis.asOf)} from ${ratings(basis.notes)} could not be found.`;
  }
}

/**
 * The six values beside the usual ones, each as a sentence that needs no formula: "A meeting counts half as much after
 * 96 days." Steps are those of the five-step scale. Source: EFFECTIVENESS.md §2 and §5.
 */
export function parametersInWords({ parameters }: ParametersInUse): ParameterInWords[] {
  return [
    inWords("halfLifeDays", parameters, (days) => `A meeting counts half as much after ${days}.`),
    inWords("sigma", parameters, (steps) => `One rating strays from the level by about ${steps}.`),
    inWords(
      "tau",
      parameters,
      (steps) => `How an audience takes a message moves by about ${steps} around what both do in general.`,
    ),
    inWords("sdMessage", parameters, (steps) => `Messages differ from each other by about ${steps}.`),
    inWords("sdAudience", parameters, (steps) => `Audiences differ from each other by about ${steps}.`),
    inWords("sdRater", parameters, (steps) => `Raters are stricter or more generous by about ${steps}.`),
  ];
}

function inWords(
  name: "halfLifeDays" | "sigma" | "tau" | "sdMessage" | "sdAudience" | "sdRater",
  parameters: EffectivenessParameters,
  sentenceOf: (amount: string) => string,
): ParameterInWords {
  const shown = (value: number) => (name === "halfLifeDays" ? `${Math.round(value)} days` : steps(value));
  const value = shown(parameters[name]);
  return { sentence: sentenceOf(value), value, usual: shown(DEFAULT_PARAMETERS[name]) };
}

function steps(value: number): string {
  return `${value.toFixed(2)} of a step`;
}

function ratings(count: number): string {
  return `${count.toLocaleString("en-GB")} rating${count === 1 ? "" : "s"}`;
}
