import { expect, test } from "vitest";
import { comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords, levelInDigits, shareInWords } from "#app/method/figure.ts";
import { standardNormalProbability, Z90 } from "#app/method/normal-distribution.ts";
import { verdictOf } from "#app/method/verdict.ts";

/** The smallest step of a double from 0.5 up. */
const STEP = 2 ** -52;

/** The least mean at which a level of this sd has the chance `p` of lying above nought, to the last digit. */
function meanAt(p: number, sd: number): number {
  let [low, high] = [-10 * sd, 10 * sd];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (standardNormalProbability(middle / sd) >= p) high = middle;
    else low = middle;
  }
  return high;
}

test("half a width of 0.75 is still clear, and the next number above it is not", () => {
  const sd = [0.75 / Z90, (0.75 / Z90) * (1 - STEP)].find((one) => Z90 * Math.sqrt(one * one) <= 0.75) ?? 0;
  expect(Z90 * Math.sqrt(sd * sd)).toBeCloseTo(0.75, 14);
  expect(verdictOf({ mean: 0, variance: sd * sd, ownWeight: 0.5 }, 3)).toBe("Mixed");
  expect(verdictOf({ mean: 0, variance: (sd * (1 + 4 * STEP)) ** 2, ownWeight: 0.5 }, 3)).toBe(
    "Not enough evidence",
  );
});

test("an own share of exactly 0.35 is enough, and the next number below it is not", () => {
  expect(verdictOf({ mean: 0, variance: 0.1, ownWeight: 0.35 }, 3)).toBe("Mixed");
  expect(verdictOf({ mean: 0, variance: 0.1, ownWeight: 0.35 - STEP / 2 }, 3)).toBe("Not enough evidence");
});

test("a chance at exactly 90 and 10 % has the word, a hair inside has not", () => {
  const sd = 0.3;
  const level = (mean: number) => ({ mean, variance: sd * sd, ownWeight: 1 });
  const edge = meanAt(0.9, Math.sqrt(sd * sd));
  expect(verdictOf(level(edge), 3)).toBe("Well received");
  expect(verdictOf(level(edge - 1e-9), 3)).toBe("Mixed");
  expect(verdictOf(level(-edge - 1e-9), 3)).toBe("Badly received");
  expect(verdictOf(level(-edge + 1e-9), 3)).toBe("Mixed");
});

test("a wide range still has a word from 95 and to 5 %, a hair inside has not", () => {
  const level = (mean: number) => ({ mean, variance: 1, ownWeight: 0 });
  const edge = meanAt(0.95, 1);
  expect(verdictOf(level(edge), 3)).toBe("Well received");
  expect(verdictOf(level(edge - 1e-9), 3)).toBe("Not enough evidence");
  expect(verdictOf(level(-edge - 1e-9), 3)).toBe("Badly received");
  expect(verdictOf(level(-edge + 1e-9), 3)).toBe("Not enough evidence");
});

test("words and digits agree on which side of an edge a figure lies", () => {
  expect(["0.8999", "0.9", "0.9001"].map(Number).map(chanceInWords)).toEqual(["89 %", "90 %", "90 %"]);
  expect([0.9499999, 0.95, 0.9500001].map(chanceInWords)).toEqual(["94 %", "95 %", "95 %"]);
  expect([0.5999, 0.6, 0.7999, 0.8].map(chanceInWords)).toEqual(["59 %", "60 %", "79 %", "80 %"]);
  expect([0.3499, 0.35, 0.3501].map(shareInWords)).toEqual(["34 %", "35 %", "35 %"]);
  expect([0.04, -0.04, 0.051, -0.051, 0, -0].map(levelInDigits)).toEqual([
    "0.0",
    "0.0",
    "+0.1",
    "−0.1",
    "0.0",
    "0.0",
  ]);
});

test("low chances stand on their own side of 5 and 10 %", () => {
  expect([0.0999, 0.1, 0.1001].map(chanceInWords)).toEqual(["10 %", "10 %", "11 %"]);
  expect([0.0499, 0.05, 0.0501].map(chanceInWords)).toEqual(["5 %", "5 %", "6 %"]);
});

test("a comparison has its word from 60, 80 and 95 %, and not a hair below", () => {
  const below = [0.6, 0.8, 0.95].map((edge) => comparisonWord(edge - STEP));
  expect(below).toEqual(["cannot tell", "slightly more likely", "probably"]);
});
