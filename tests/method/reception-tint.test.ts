import { expect, test } from "vitest";
import { figureTint, receptionTint } from "#app/method/verdict.ts";

test("a level has one of five steps of equal width, and a pale one keeps its side", () => {
  const levels = [-2, -1.21, -1.2, -0.41, -0.4, 0, 0.4, 0.41, 1.2, 1.21, 2];
  expect(levels.map((level) => receptionTint(level, false))).toEqual([
    ...["n2", "n2", "n1", "n1", "0", "0", "0", "p1", "p1", "p2", "p2"],
  ]);
  expect([-0.01, 0, 2].map((level) => receptionTint(level, true))).toEqual(["nu", "pu", "pu"]);
});

test("no colour says more than the word", () => {
  expect(figureTint({ mean: 1.5, verdict: "Mixed" })).toBe("mx");
  expect(figureTint({ mean: 1.5, verdict: "Not enough evidence" })).toBe("pu");
  expect(figureTint({ mean: 1.5, verdict: "Well received" })).toBe("p2");
});
