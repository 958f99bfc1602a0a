import { expect, test } from "vitest";
import {
  ratingFrom,
  receptionMeaning,
  receptionWord,
  SCORES,
  scoreFrom,
} from "#app/method/reception-scale.ts";

test("the scale has five whole steps from −2 to +2, each with its word", () => {
  expect(SCORES.map(receptionWord)).toEqual(["Rejected", "Doubtful", "Neutral", "Receptive", "Endorsed"]);
  expect(new Set(SCORES.map(receptionMeaning)).size).toBe(5);
});

test.each(["-3", "3", "1.5", "", "+1", "1 ", "NaN", "-0", "1e0", "not raised"])(
  "%j is no reception",
  (text) => {
    expect(scoreFrom(text)).toBe(null);
  },
);

test("each step is read from its number", () => {
  expect(["-2", "-1", "0", "1", "2"].map(scoreFrom)).toEqual([-2, -1, 0, 1, 2]);
});

test("a message that did not come up is a rating of its own, nothing chosen is none", () => {
  expect(ratingFrom("not raised")).toBe("not raised");
  expect(ratingFrom("0")).toBe(0);
  expect(ratingFrom("null")).toBe(null);
});
