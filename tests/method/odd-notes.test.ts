import { expect, test } from "vitest";
import { campaignLevels } from "#app/method/campaign-levels.ts";
import { cellsOf, emptyCell } from "#app/method/cell.ts";
import { packNotes } from "#app/method/noted-cell.ts";
import type { Observation } from "#app/method/observation.ts";
import { DEFAULT_PARAMETERS, estimateParameters } from "#app/method/parameters.ts";
import { levelOf, smoothAndPool } from "#app/method/reception-level.ts";
import { workOutCell } from "#app/method/worked-cell.ts";

const TODAY = 20_000;

function notes(count: number, change: (id: number) => Partial<Observation>): Observation[] {
  const note = { message: 0, audience: 0, rater: null, day: TODAY, score: 1, varianceMultiplier: 1 };
  return Array.from({ length: count }, (_, id) => ({ id, ...note, ...change(id) }));
}

function levelOn(day: number, observations: readonly Observation[], raters = 0) {
  const cells = observations.length === 0 ? [emptyCell(0, 0)] : cellsOf(observations);
  const dimensions = { messages: 1, audiences: 1, raters };
  const { smoothed, pooled } = smoothAndPool(cells, () => [day], dimensions, DEFAULT_PARAMETERS);
  return levelOf(pooled, cells[0]!, smoothed[0]!.at(day));
}

test("many notes of one day give the smoothed figure of their mean", () => {
  const many = notes(40, (id) => ({ score: (id % 5) - 2 }));
  const one = notes(1, () => ({ score: 0, varianceMultiplier: 1 / 40 }));
  expect(levelOn(TODAY + 9, many).mean).toBeCloseTo(levelOn(TODAY + 9, one).mean, 12);
  expect(levelOn(TODAY + 9, many).variance).toBeCloseTo(levelOn(TODAY + 9, one).variance, 12);
});

test("days before 1970 give the figures of the same days later", () => {
  const shifted = (by: number) => notes(9, (id) => ({ day: by + id * id, score: (id % 5) - 2 }));
  const [early, late] = [levelOn(-4_000 + 100, shifted(-4_000)), levelOn(TODAY + 100, shifted(TODAY))];
  expect(early.mean).toBeCloseTo(late.mean, 12);
  expect(early.variance).toBeCloseTo(late.variance, 12);
});

test("after 1,500 days a cell is what its message and audience do in general", () => {
  const level = levelOn(
    TODAY + 1_500,
    notes(30, () => ({ score: -2 })),
  );
  expect(level.ownWeight).toBeLessThan(0.001);
  expect(level.stateVariance).toBeCloseTo(0.64, 6);
  expect(level.mean).toBeLessThan(0);
});

test("notes that are all at an end of the scale give a level on that side, within the scale's reach", () => {
  for (const score of [-2, 2]) {
    const { mean, variance } = levelOn(
      TODAY,
      notes(60, (id) => ({ score, day: TODAY - id })),
    );
    expect(Math.sign(mean)).toBe(Math.sign(score));
    expect(Math.abs(mean)).toBeLessThan(2);
    expect(variance).toBeGreaterThan(0);
  }
});

test("two raters who share no cell leave it open who of them is strict", () => {
  const observations = notes(40, (id) => ({ rater: id % 2, audience: id % 2, score: id % 2 === 0 ? 2 : -2 }));
  const dimensions = { messages: 1, audiences: 2, raters: 2 };
  const cells = cellsOf(observations);
  const { smoothed, pooled } = smoothAndPool(cells, () => [TODAY], dimensions, DEFAULT_PARAMETERS);
  const levels = cells.map((cell, at) => levelOf(pooled, cell, smoothed[at]!.at(TODAY)));
  const [mu, , , , strict, generous] = pooled.effects;
  expect(mu).toBeCloseTo(0, 12);
  expect(strict).toBeCloseTo(-(generous ?? 0), 12);
  // Each is wider than where nobody's strictness is in question.
  const sure = levelOn(
    TODAY,
    notes(20, () => ({})),
  );
  for (const { variance } of levels) expect(variance).toBeGreaterThan(sure.variance);
});

test("5,000 notes are worked out, and estimated from", () => {
  const observations = notes(5_000, (id) => ({
    day: TODAY - (id % 700),
    rater: id % 7,
    score: ((id * 7) % 5) - 2,
  }));
  const level = levelOn(TODAY, observations, 7);
  expect(Number.isFinite(level.mean) && level.variance > 0).toBe(true);
  expect(estimateParameters(cellsOf(observations), { messages: 1, audiences: 1, raters: 7 }).outcome).toBe(
    "estimated",
  );
});

test("a message added today has the prior plus the message's own spread", () => {
  const observations = notes(200, (id) => ({ day: TODAY - id, score: 1 }));
  const cells = [...cellsOf(observations), emptyCell(1, 0)];
  const dimensions = { messages: 2, audiences: 1, raters: 0 };
  const { smoothed, pooled } = smoothAndPool(cells, () => [TODAY], dimensions, DEFAULT_PARAMETERS);
  const added = levelOf(pooled, cells[1]!, smoothed[1]!.at(TODAY));
  const [mu = 0, heard, own, audience = 0] = pooled.effects;
  expect(own).toBeCloseTo(0, 12);
  expect(heard).toBeGreaterThan(0);
  expect(added.mean).toBeCloseTo(mu + audience, 12);
  // tau² of its own course and sdMessage² of its own are untouched by any note: the rest is what is known of mu and audience.
  const known = levelOf(
    pooled,
    { message: 0, audience: 0, raters: [] },
    { columns: new Float64Array(2), variance: 0, onward: 0 },
  );
  expect(added.variance).toBeGreaterThan(0.64 + 0.16);
  expect(added.variance).toBeLessThan(0.64 + 0.16 + 1 + 0.16);
  expect(known.variance).toBeLessThan(1 + 0.16 + 0.16);
  expect(added.ownWeight).toBe(0);
});

test("a note of the future counts for nothing in any figure, course or mark", () => {
  const past = Array.from({ length: 6 }, (_, at) => ({
    ...{ day: TODAY - at * 20, raterId: "jana", kind: "meeting note" as const, ratings: 1, sum: at % 2 },
  }));
  const plan = { day: TODAY + 1, raterId: "petr", kind: "written reply" as const, ratings: 1, sum: -2 };
  const days = [TODAY - 60, TODAY];
  const [without, withPlan] = [past, [...past, plan]].map((all) => {
    const worked = [workOutCell(packNotes("m", "a", all), TODAY, days, DEFAULT_PARAMETERS)];
    const readOver = { messageIds: ["m"], audiences: [{ id: "a", priority: 1 }] };
    return {
      worked,
      levels: days.map((day) => campaignLevels(worked, readOver, DEFAULT_PARAMETERS).levelAt("m", "a", day)),
    };
  });
  expect(withPlan).toEqual(without);
});

test("an empty campaign stands at nought with all its variance, in a roll-up of one audience too", () => {
  const levels = campaignLevels(
    [],
    { messageIds: ["m"], audiences: [{ id: "a", priority: 2 }] },
    DEFAULT_PARAMETERS,
  );
  for (const level of [levels.levelAt("m", "a", TODAY), levels.rollUpAt("m", TODAY)]) {
    expect(level.mean).toBe(0);
    expect(level.variance).toBeCloseTo(0.64 + 1 + 0.16 + 0.16, 12);
  }
});
