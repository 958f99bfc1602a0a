import { expect, test } from "vitest";
import { chancesOfBeingBest } from "#app/method/best-of-several.ts";
import { SCAN_SETTINGS, scanForChange } from "#app/method/change-scan.ts";
import { standardNormalDensity, standardNormalProbability } from "#app/method/normal-distribution.ts";
import { collapseRatings } from "#app/method/observation.ts";
import { seededRandom } from "../support/seeded-random.ts";

type Note = { day: number; score: number; varianceMultiplier: number; count: number };
type Model = { kappa: number; tau: number; sigma: number };

/** Log density of all notes at once: one mean, drawn once, for each stretch. Dense Cholesky of the covariance. */
function logDensity(stretches: readonly (readonly Note[])[], { kappa, tau, sigma }: Model): number {
  return stretches.reduce((sum, notes) => {
    const lower: number[][] = [];
    let log = -0.5 * notes.length * Math.log(2 * Math.PI);
    const whitened: number[] = [];
    notes.forEach((note, i) => {
      const row: number[] = [];
      for (let j = 0; j <= i; j += 1) {
        let value = tau * tau + (i === j ? sigma * sigma * note.varianceMultiplier : 0);
        for (let k = 0; k < j; k += 1) value -= (row[k] ?? 0) * (i === j ? row[k]! : lower[j]![k]!);
        row.push(i === j ? Math.sqrt(value) : value / lower[j]![j]!);
      }
      lower.push(row);
      const rest = whitened.reduce((left, value, k) => left - value * row[k]!, note.score - kappa);
      whitened.push(rest / row[i]!);
      log -= Math.log(row[i]!) + whitened[i]! ** 2 / 2;
    });
    return sum + log;
  }, 0);
}

test("the scan gives the chances of brute-force marginal likelihoods, on random courses", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = seededRandom(seed);
    const whole = (below: number) => Math.floor(random() * below);
    const model = { kappa: random() - 0.5, tau: 0.4 + random(), sigma: 0.4 + random() };
    const days = Array.from({ length: 5 + whole(20) }, () => 1_000 - whole(560)).toSorted((a, b) => a - b);
    const all = days.map((day) => ({
      day,
      score: whole(5) - 2,
      varianceMultiplier: [0.5, 1, 2][whole(3)]!,
      count: 1,
    }));
    // The last 540 days: the day 540 days ago is the first left out.
    const notes = all.filter(({ day }) => day > 460);
    const span = notes.at(-1)!.day - notes[0]!.day;
    const found = scanForChange({
      ...model,
      meanGapDays: 1095,
      windowDays: 540,
      asOfDay: 1_000,
      observations: all,
    });
    if ("refused" in found) {
      expect(notes.length < 4 || span === 0).toBe(true);
      continue;
    }
    const q = 1 - Math.exp(-span / 1095);
    const weights = [(1 - q) * Math.exp(logDensity([notes], model))];
    for (let s = 1; s < notes.length; s += 1) {
      const prior = (q * (notes[s]!.day - notes[s - 1]!.day)) / span;
      weights.push(prior * Math.exp(logDensity([notes.slice(0, s), notes.slice(s)], model)));
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    expect(found.n).toBe(notes.length);
    expect(found.pChange).toBeCloseTo(1 - weights[0]! / total, 9);
    expect(found.pDrop + found.pRise).toBeCloseTo(found.pChange, 9);
    expect(found.pSplit).toBeCloseTo(Math.max(...weights.slice(1)) / total, 9);
  }
});

test("the product looks for changes by the published settings", () => {
  const { meanGapDays, windowDays, fewestNotes, watch, alarm } = SCAN_SETTINGS;
  expect([meanGapDays, windowDays, fewestNotes, watch, alarm]).toEqual([1095, 540, 4, 0.5, 0.8]);
});

test("a note on the first day of the window is left out, one a day later counts", () => {
  const settings = { kappa: 0, tau: 0.8, sigma: 0.8, meanGapDays: 1095, windowDays: 540, asOfDay: 1_000 };
  const on = (days: number[]) => days.map((day) => ({ day, score: 1, varianceMultiplier: 1, count: 1 }));
  expect(scanForChange({ ...settings, observations: on([460, 700, 800, 900, 1_000]) })).toMatchObject({
    n: 4,
  });
  expect(scanForChange({ ...settings, observations: on([461, 700, 800, 900, 1_000]) })).toMatchObject({
    n: 5,
  });
});

test("the chance of being best is that of a fine sum over the line", () => {
  const random = seededRandom(7);
  for (let round = 0; round < 20; round += 1) {
    const cells = Array.from({ length: 2 + (round % 4) }, () => ({
      mean: random() * 2 - 1,
      variance: 0.2 + random(),
    }));
    const chances = chancesOfBeingBest(cells);
    cells.forEach(({ mean, variance }, own) => {
      const sd = Math.sqrt(variance);
      let sum = 0;
      for (let step = -4_000; step <= 4_000; step += 1) {
        const u = step / 400;
        const beaten = cells.reduce((product, other, at) => {
          const above = (mean + sd * u - other.mean) / Math.sqrt(other.variance);
          return at === own ? product : product * standardNormalProbability(above);
        }, 1);
        sum += (standardNormalDensity(u) * beaten) / 400;
      }
      expect(chances[own]).toBeCloseTo(sum, 6);
    });
  }
});

test("ratings of one room have the variance of a mean of alike scores", () => {
  const random = seededRandom(3);
  for (let k = 1; k <= 12; k += 1) {
    const scores = Array.from({ length: k }, () => Math.floor(random() * 5) - 2);
    // Var(mean) = (sum of variances + rho times every pair) / k², each of multiplier 2, agreement one half.
    let variance = 0;
    for (let i = 0; i < k; i += 1) for (let j = 0; j < k; j += 1) variance += (i === j ? 2 : 1) / (k * k);
    const made = collapseRatings(
      scores,
      scores.map(() => 2),
    );
    expect(made.varianceMultiplier).toBeCloseTo(variance, 12);
    expect(made.score).toBeCloseTo(
      scores.reduce((sum, score) => sum + score / k, 0),
      12,
    );
  }
});
