import { expect, test } from "vitest";
import { answerCases, readCaseFile } from "#app/method/case-file.ts";

const note = { id: 0, day: 1, score: 1, varianceMultiplier: 1 };
const hyper = { sigma: 0.8, tau: 0.8, halfLifeDays: 120, sdMessage: 0.4, sdAudience: 0.4, sdRater: 0.3 };
const INPUTS = {
  singleCell: { mu: 0, tau: 1, halfLifeDays: 100, sigma: 1, queryDays: [5], observations: [note] },
  pooled: {
    ...{ messages: 1, audiences: 1, raters: 1, hyper, queries: {} },
    observations: [{ ...note, message: 0, audience: 0, rater: 0 }],
  },
  estimate: {
    ...{ messages: 1, audiences: 1, raters: 1, evaluateAt: hyper },
    observations: [{ ...note, message: 0, audience: 0, rater: 0 }],
  },
  changeScan: {
    ...{ kappa: 0, tau: 0.8, sigma: 0.8, meanGapDays: 1095, windowDays: 540, asOfDay: 10 },
    observations: [1, 2, 3, 4].map((day) => ({ ...note, day })),
  },
} as const;
type Kind = keyof typeof INPUTS;
const KINDS = Object.keys(INPUTS) as Kind[];

function answer(...cases: unknown[]) {
  const read = readCaseFile({ cases });
  if (!read.ok) throw new Error(read.reason);
  return answerCases(read.file).cases;
}

function said(kind: string, input: unknown): string {
  const [only] = answer({ name: "n", kind, input });
  return only && "refused" in only ? only.refused : "worked out";
}

/** The kind's input with its first note changed. */
function withNote(kind: Kind, change: object) {
  const input = INPUTS[kind];
  const [first, ...others] = input.observations;
  return { ...input, observations: [{ ...first, ...change }, ...others] };
}

test.each(KINDS)(
  "%s: a score off the scale and a multiplier that is not above nought are refused",
  (kind) => {
    expect(said(kind, INPUTS[kind])).toBe("worked out");
    for (const score of [-3, 2.01, 1e9])
      expect(said(kind, withNote(kind, { score }))).toBe("score-out-of-range");
    for (const varianceMultiplier of [0, -1])
      expect(said(kind, withNote(kind, { varianceMultiplier }))).toBe("multiplier-not-positive");
    expect(said(kind, withNote(kind, { day: 1.5 }))).toBe("day-not-whole");
    expect(said(kind, withNote(kind, { score: "1" }))).toContain("observations.0.score");
  },
);

test("a score that is not whole is refused, but where it is the mean of several ratings", () => {
  for (const kind of ["singleCell", "pooled", "estimate"] as const) {
    expect(said(kind, withNote(kind, { score: 0.5 }))).toBe("score-not-whole");
    expect(said(kind, withNote(kind, { score: 0.5, varianceMultiplier: 0.75 }))).toBe("worked out");
  }
  // The scan takes scores without the rater's strictness.
  expect(said("changeScan", withNote("changeScan", { score: 0.87 }))).toBe("worked out");
});

test("ratings of one event are whole, on the scale, and each with its multiplier", () => {
  const collapse = (scores: number[], varianceMultipliers: number[]) =>
    said("collapse", { rho: 0.5, scores, varianceMultipliers });
  expect(collapse([2, -2], [1, 1])).toBe("worked out");
  expect(collapse([1.5], [1])).toBe("score-not-whole");
  expect(collapse([3], [1])).toBe("score-out-of-range");
  expect(collapse([1], [0])).toBe("multiplier-not-positive");
  expect(collapse([], [])).toContain("scores");
  expect(collapse([1, 1], [1])).toContain("in pairs");
});

test("a case without name, kind or input, or of no kind, is refused by itself; order and repeated names are kept", () => {
  const fine = { name: "same", kind: "singleCell", input: INPUTS.singleCell };
  const cases = answer(
    fine,
    { kind: "singleCell", input: INPUTS.singleCell },
    { name: "no kind" },
    { name: "no input", kind: "pooled" },
    null,
    7,
    { name: "toString", kind: "toString", input: {} },
    { ...fine, expected: { logLikelihood: 9 }, note: "more keys" },
  );
  expect(cases.map(({ name, kind }) => [name, kind])).toEqual([
    ["same", "singleCell"],
    ["", "singleCell"],
    ["no kind", ""],
    ["no input", "pooled"],
    ["", ""],
    ["", ""],
    ["toString", "toString"],
    ["same", "singleCell"],
  ]);
  expect(cases.map((one) => "refused" in one)).toEqual([false, true, true, true, true, true, true, false]);
  expect(cases.at(-1)).toEqual(cases[0]);
});

test("a file without a list of cases is refused whole, an empty list is answered by an empty one", () => {
  for (const json of [null, [], "cases", {}, { cases: {} }, { cases: null }])
    expect(readCaseFile(json).ok).toBe(false);
  expect(answer()).toEqual([]);
});

test("keys of the input that nobody asked for are left aside", () => {
  const strange = { ...INPUTS.singleCell, colour: "blue" };
  expect(said("singleCell", strange)).toBe("worked out");
});

test("notes of one cell without an id are taken in the file's order", () => {
  const observations = [2, -1, 0, 1].map((score, id) => ({ id, day: 3, score, varianceMultiplier: 1 + id }));
  const without = observations.map(({ id, ...others }) => others);
  const [one, other] = answer(
    { name: "n", kind: "singleCell", input: { ...INPUTS.singleCell, observations } },
    { name: "n", kind: "singleCell", input: { ...INPUTS.singleCell, observations: without } },
  );
  expect(other).toEqual(one);
});

test("a note without a rater may leave the rater out", () => {
  const { rater, ...observation } = INPUTS.pooled.observations[0];
  const [without, none] = [{ ...observation }, { ...observation, rater: null }].map((one) =>
    answer({ name: "n", kind: "pooled", input: { ...INPUTS.pooled, observations: [one] } }),
  );
  expect(without).toEqual(none);
  expect(without?.[0]).toHaveProperty("result");
});

test("a query of a message or audience that is not there, and a design too large to solve, are refused", () => {
  const asks = (queries: object) => said("pooled", { ...INPUTS.pooled, queries });
  expect(asks({ cells: [{ message: 1, audience: 0, day: 0 }] })).toContain("not there");
  expect(asks({ comparisons: [{ audience: 0, day: 0, a: 0, b: 1 }] })).toContain("not there");
  expect(asks({ changes: [{ message: 0, audience: 1, fromDay: 0, toDay: 1 }] })).toContain("not there");
  expect(said("pooled", withNote("pooled", { rater: 1 }))).toContain("not there");
  expect(said("pooled", { ...INPUTS.pooled, messages: 1e9 })).toContain("more than 1999");
  expect(said("estimate", { ...INPUTS.estimate, raters: 5_000 })).toContain("more than 1999");
});

test("numbers from which no figure comes are refused, and never printed as null", () => {
  for (const tau of [1e-200, 1e200]) {
    const given = said("singleCell", { ...INPUTS.singleCell, tau });
    expect(given).toMatch(/worked out|to give a figure/);
    expect(
      JSON.stringify(answer({ name: "n", kind: "singleCell", input: { ...INPUTS.singleCell, tau } })),
    ).not.toContain("null");
  }
  expect(said("singleCell", { ...INPUTS.singleCell, tau: 1e200 })).toContain("to give a figure");
});

test("a scan over 150,000 days is answered", () => {
  const observations = Array.from({ length: 150_000 }, (_, day) => ({
    day,
    score: day % 3,
    varianceMultiplier: 1,
  }));
  const wide = { ...INPUTS.changeScan, windowDays: 1e6, asOfDay: 150_000, observations };
  expect(said("changeScan", wide)).toBe("worked out");
});
