import fc from "fast-check";
import { expect, test } from "vitest";
import { betaProbability, shareRange } from "#app/campaign/objectives/computed-reading.ts";

test("the range of a share is Jeffreys' interval", () => {
  const four = shareRange(4, 6);
  expect(betaProbability(four.lower, 4.5, 2.5)).toBeCloseTo(0.05, 12);
  expect(betaProbability(four.upper, 4.5, 2.5)).toBeCloseTo(0.95, 12);
  expect(four.lower).toBeCloseTo(0.341, 3);
  expect(four.upper).toBeCloseTo(0.9, 2);
});

test("never and always end at 0 and 1", () => {
  expect(shareRange(0, 5).lower).toBe(0);
  expect(shareRange(5, 5).upper).toBe(1);
  expect(shareRange(0, 5).upper).toBeCloseTo(1 - shareRange(5, 5).lower, 12);
});

test("what is no share is refused", () => {
  for (const [times, of] of [
    [1, 0],
    [3, 2],
    [-1, 2],
    [1.5, 2],
  ] as const)
    expect(() => shareRange(times, of)).toThrow(RangeError);
});

test("the incomplete beta function agrees with closed forms", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      (x, b) => {
        // Beta(1, b) has the distribution 1 − (1 − x)^b, Beta(½, ½) the arc sine law.
        expect(betaProbability(x, 1, b)).toBeCloseTo(1 - (1 - x) ** b, 11);
        expect(betaProbability(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 11);
      },
    ),
  );
});

test("more cases of the same share make the range narrower, and it holds the share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (times, more) => {
      const of = times + more;
      const [one, ten] = [shareRange(times, of), shareRange(10 * times, 10 * of)];
      expect(ten.upper - ten.lower).toBeLessThan(one.upper - one.lower);
      expect(one.lower).toBeLessThan(times / of);
      expect(one.upper).toBeGreaterThan(times / of);
    }),
  );
});
