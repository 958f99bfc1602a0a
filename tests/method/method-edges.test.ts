import { expect, test } from "vitest";
import { chancesOfBeingBest } from "#app/method/best-of-several.ts";
import { answerCases, readCaseFile } from "#app/method/case-file.ts";
import { cellsOf } from "#app/method/cell.ts";
import { changeWord, scanForChange } from "#app/method/change-scan.ts";
import { comparisonWord, knowledgeGradient } from "#app/method/comparison.ts";
import { standardNormalProbability } from "#app/method/normal-distribution.ts";
import {
  collapseRatings,
  type Observation,
  refusalOfObservation,
  VARIANCE_MULTIPLIERS,
} from "#app/method/observation.ts";
import { DEFAULT_PARAMETERS, estimateParameters, NOTES_TO_ESTIMATE } from "#app/method/parameters.ts";
import { levelOf, smoothAndPool } from "#app/method/reception-level.ts";
import { stanceOn, UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import { verdictOf } from "#app/method/verdict.ts";

function notes(count: number, note: (id: number) => Partial<Observation>): Observation[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    message: 0,
    audience: 0,
    rater: null,
    day: id,
    score: 1,
    varianceMultiplier: 1,
    ...note(id),
  }));
}

function levelAt(day: number, observations: readonly Observation[], raters = 0) {
  const cells = cellsOf(observations);
  const { smoothed, pooled } = smoothAndPool(
    cells,
    () => [day],
    { messages: 1, audiences: 1, raters },
    DEFAULT_PARAMETERS,
  );
  return levelOf(pooled, cells[0]!, smoothed[0]!.at(day));
}

test("a score outside -2 to +2, a multiplier of nought and half a day are refused", () => {
  expect(refusalOfObservation({ score: 2, varianceMultiplier: 1, day: -400 })).toBeNull();
  expect(refusalOfObservation({ score: 2.1, varianceMultiplier: 1, day: 0 })).toBe("score-out-of-range");
  expect(refusalOfObservation({ score: Number.NaN, varianceMultiplier: 1, day: 0 })).toBe(
    "score-out-of-range",
  );
  expect(refusalOfObservation({ score: 0, varianceMultiplier: 0, day: 0 })).toBe("multiplier-not-positive");
  expect(refusalOfObservation({ score: 0, varianceMultiplier: -1, day: 0 })).toBe("multiplier-not-positive");
  expect(refusalOfObservation({ score: 0, varianceMultiplier: 1, day: 0.5 })).toBe("day-not-whole");
});

test("the order of notes within one day does not matter", () => {
  const one = notes(6, (id) => ({ day: 5, score: (id % 5) - 2 }));
  const other = one.map((note, index) => ({ ...note, id: one.length - index }));
  const [a, b] = [levelAt(20, one), levelAt(20, other)];
  expect(a.mean).toBeCloseTo(b.mean, 12);
  expect(a.variance).toBeCloseTo(b.variance, 12);
});

test("after a long silence the range widens and the cell's own weight fades", () => {
  const soon = levelAt(
    10,
    notes(10, () => ({})),
  );
  const late = levelAt(
    1_510,
    notes(10, () => ({})),
  );
  expect(late.variance).toBeGreaterThan(soon.variance);
  expect(late.ownWeight).toBeLessThan(0.01);
  expect(soon.ownWeight).toBeGreaterThan(0.5);
});

test("all-equal scores, one rater only and raters who share no cell give finite figures", () => {
  for (const observations of [
    notes(150, () => ({ score: 2 })),
    notes(150, (id) => ({ rater: 0, score: (id % 5) - 2 })),
    notes(150, (id) => ({ rater: id % 2, score: id % 2 === 0 ? 2 : -2 })),
  ]) {
    const found = estimateParameters(cellsOf(observations), { messages: 1, audiences: 1, raters: 2 });
    const { parameters } = found;
    expect(found.outcome).toBe("estimated");
    expect(Object.values(parameters).every(Number.isFinite)).toBe(true);
    expect(parameters.halfLifeDays).toBeGreaterThanOrEqual(30);
    expect(Number.isFinite(levelAt(200, observations, 2).mean)).toBe(true);
  }
});

test("fewer than 100 notes keep the default parameters", () => {
  const few = cellsOf(notes(NOTES_TO_ESTIMATE - 1, (id) => ({ score: (id % 5) - 2 })));
  expect(estimateParameters(few, { messages: 1, audiences: 1, raters: 0 })).toEqual({
    outcome: "too few notes",
    parameters: DEFAULT_PARAMETERS,
    objective: null,
  });
});

test("an estimate that finds no finite value gives the defaults and says so", () => {
  const endless = cellsOf(notes(NOTES_TO_ESTIMATE, () => ({ score: Number.NaN })));
  expect(estimateParameters(endless, { messages: 1, audiences: 1, raters: 0 })).toEqual({
    outcome: "not found",
    parameters: DEFAULT_PARAMETERS,
    objective: null,
  });
});

test("an estimate tells its steps one by one, 400 at most", () => {
  const steps: number[] = [];
  const observations = cellsOf(notes(150, (id) => ({ score: (id % 5) - 2, rater: id % 3 })));
  const dimensions = { messages: 1, audiences: 1, raters: 3 };
  estimateParameters(observations, dimensions, DEFAULT_PARAMETERS, (step) => steps.push(step));
  expect(steps).toEqual(steps.map((_, at) => at + 1));
  expect(steps.length).toBeGreaterThan(20);
  expect(steps.length).toBeLessThan(410);
});

test("words come from the rule of section 6, also at its edges", () => {
  const clear = { mean: 0.5, variance: 0.1, ownWeight: 0.5 };
  expect(verdictOf(clear, 0)).toBe("Not yet heard");
  expect(verdictOf(clear, 5)).toBe("Well received");
  expect(verdictOf({ ...clear, mean: -0.5 }, 5)).toBe("Badly received");
  expect(verdictOf({ ...clear, mean: 0 }, 5)).toBe("Mixed");
  expect(verdictOf({ ...clear, ownWeight: 0.349 }, 5)).toBe("Not enough evidence");
  expect(verdictOf({ ...clear, mean: 0.6, ownWeight: 0.349 }, 5)).toBe("Well received");
  expect(verdictOf({ mean: 0.4, variance: 0.25, ownWeight: 1 }, 5)).toBe("Not enough evidence");
});

test("comparisons and changes are told in the words of section 7", () => {
  expect([0.95, 0.8, 0.6, 0.59].map(comparisonWord)).toEqual([
    "almost surely",
    "probably",
    "slightly more likely",
    "cannot tell",
  ]);
  expect([0.8, 0.5, 0.49].map(changeWord)).toEqual(["alarm", "watch", "no change found"]);
});

test("the chances of being best sum to one, and two cells agree with their difference", () => {
  const cells = [
    { mean: 0.4, variance: 0.2 },
    { mean: -0.1, variance: 0.5 },
    { mean: 0.3, variance: 0.1 },
  ];
  expect(chancesOfBeingBest(cells).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
  const [first = 0] = chancesOfBeingBest(cells.slice(0, 2));
  expect(first).toBeCloseTo(standardNormalProbability(0.5 / Math.sqrt(0.7)), 6);
});

test("a change is looked for only with four notes on more than one day", () => {
  const settings = { kappa: 0, tau: 0.8, sigma: 0.8, meanGapDays: 1095, windowDays: 540, asOfDay: 400 };
  const on = (days: number[]) => days.map((day) => ({ day, score: 1, varianceMultiplier: 1, count: 1 }));
  expect(scanForChange({ ...settings, observations: on([1, 2, 3]) })).toEqual({
    refused: "too-few-notes",
    n: 3,
  });
  expect(scanForChange({ ...settings, observations: on([7, 7, 7, 7]) })).toEqual({
    refused: "too-few-notes",
    n: 4,
  });
  expect(scanForChange({ ...settings, observations: on([1, 2, 3, 401]) })).toEqual({
    refused: "too-few-notes",
    n: 3,
  });
});

test("nothing can be learned about the only message", () => {
  expect(knowledgeGradient([0.3], [0.5], 0.64)).toEqual([0]);
});

test("four ratings in one room count as 1.6", () => {
  expect(collapseRatings([2, 1, 1, 0], [1, 1, 1, 1])).toEqual({ score: 1, varianceMultiplier: 0.625 });
  expect(() => collapseRatings([], [])).toThrow(RangeError);
  expect(VARIANCE_MULTIPLIERS["meeting note"]).toBe(1);
});

test("a stance without a reading is its audience's, and later readings are left aside", () => {
  expect(stanceOn([], UNKNOWN_STANCE, 100)).toEqual({ mean: 3, variance: expect.closeTo(0.64, 12) });
  expect(stanceOn([{ day: 101, stance: 5 }], UNKNOWN_STANCE, 100).mean).toBe(3);
  expect(stanceOn([{ day: 99, stance: 5 }], UNKNOWN_STANCE, 100).mean).toBeGreaterThan(4);
});

test("a case that the method refuses says why and leaves the others", () => {
  const cell = { mu: 0, tau: 1, halfLifeDays: 100, sigma: 1, queryDays: [] };
  const read = readCaseFile({
    cases: [
      {
        name: "bad",
        kind: "singleCell",
        input: { ...cell, observations: [{ id: 0, day: 1, score: 3, varianceMultiplier: 1 }] },
      },
      { name: "strange", kind: "horoscope", input: {} },
      { name: "fine", kind: "singleCell", input: { ...cell, observations: [] } },
    ],
  });
  const cases = read.ok ? answerCases(read.file).cases : [];
  expect(cases.map((answer) => ("refused" in answer ? answer.refused : "worked out"))).toEqual([
    "score-out-of-range",
    "unknown kind horoscope",
    "worked out",
  ]);
});
