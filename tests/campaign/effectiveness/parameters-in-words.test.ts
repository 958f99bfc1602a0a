import { expect, test } from "vitest";
import { parametersInUse, refitInWords } from "#app/campaign/effectiveness/fits/parameters-in-use.ts";
import { basisInWords, parametersInWords } from "#app/campaign/effectiveness/fits/parameters-in-words.ts";

import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";

const fit = {
  outcome: "estimated",
  at: "2026-11-26T08:00:00.000Z",
  asOf: "2026-11-26",
  notes: 1_240,
  parameters: { ...DEFAULT_PARAMETERS, halfLifeDays: 95.6, sigma: 0.705 },
} as const;

test("each value stands in a sentence beside the usual one", () => {
  const [halfLife, noise] = parametersInWords(fit);
  expect(halfLife).toEqual({
    name: "Half-life",
    sentence: "A meeting counts half as much after 96 days.",
    value: "96 days",
    usual: "120 days",
  });
  expect(noise?.usual).toBe("80 % of a step");
});

test("where the values come from is said for every basis", () => {
  expect([
    basisInWords(parametersInUse(fit, 1_300), "2027-01-04"),
    basisInWords(parametersInUse(null, 1), "2027-01-04"),
    basisInWords(parametersInUse(null, 100), "2027-01-04"),
    basisInWords(parametersInUse({ ...fit, outcome: "too few notes" }, 99), "2027-01-04"),
    basisInWords(parametersInUse({ ...fit, outcome: "not found" }, 1_300), "2027-01-04"),
  ]).toEqual([
    "These settings were estimated from 1,240 ratings up to Thu 26 Nov 2026.",
    "These are the usual settings, set by judgement. There is 1 rating so far, and an estimate needs 100.",
    "These are the usual settings, set by judgement. No estimate has been made from these ratings yet.",
    "These are the usual settings, set by judgement. There are 99 ratings so far, and an estimate needs 100.",
    "These are the usual settings, set by judgement. The estimate of Thu 26 Nov 2026, from 1,240 ratings, did not succeed.",
  ]);
});

test("only an estimate that was found replaces the defaults", () => {
  for (const outcome of ["too few notes", "not found"] as const)
    expect(parametersInUse({ ...fit, outcome }, 500).parameters).toEqual(DEFAULT_PARAMETERS);
  expect(parametersInUse(fit, 5).parameters).toEqual(fit.parameters);
});

test("how far an estimate is, is told in steps and ratings, on Washington's clock", () => {
  const refit = { since: "2026-11-26T15:43:00.000Z", steps: 120, ratings: 1_240, isWaiting: false };
  expect(refitInWords(refit)).toBe(
    "Estimating: 120 of at most 400 steps, 1,240 ratings. Requested at 10:43 in Washington.",
  );
  expect(refitInWords({ ...refit, steps: 403 })).toContain("400 of at most 400");
  expect(refitInWords({ ...refit, ratings: null })).toBe(
    "Reading the ratings. Requested at 10:43 in Washington.",
  );
  expect(refitInWords({ ...refit, isWaiting: true })).toBe(
    "Waiting for another campaign’s estimate to finish. Requested at 10:43 in Washington.",
  );
});
