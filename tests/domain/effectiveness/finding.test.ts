import { expect, test } from "vitest";
import { monthsDrawn, placeIn } from "#app/domain/effectiveness/chart-place.ts";
import { daysDrawn } from "#app/domain/effectiveness/days-drawn.ts";
import { chanceInWords, type Figure, figureOf, levelInDigits } from "#app/domain/effectiveness/figure.ts";
import { aheadInWords, findingOf } from "#app/domain/effectiveness/finding.ts";
import type { Level } from "#app/domain/effectiveness/pooling.ts";
import { dayNumber } from "#app/domain/time/calendar-date.ts";

const level = (mean: number, sd: number, ownWeight = 0.9): Level => ({
  mean,
  variance: sd ** 2,
  ownWeight,
  stateVariance: sd ** 2,
  weights: new Float64Array(1),
});
const rests = { notes: 4, total: 3, raters: 2, lastDay: 20_000 };
const figure = (mean: number, sd: number, notes = 4): Figure =>
  figureOf(level(mean, sd), { ...rests, notes });

test("a figure is cut to the scale for display and judged uncut", () => {
  expect(figure(1.8, 0.4)).toMatchObject({ upper: 2, verdict: "Well received", raw: 0.75 });
  expect(figureOf(level(0.1, 0.4), { notes: 0, total: 0, raters: 0, lastDay: null })).toMatchObject({
    verdict: "Not yet heard",
    raw: null,
  });
});

test("digits show on which side of nought a figure lies", () => {
  const shown = [0.84, -1.2, 0, 0.049, -0.04, 0.05, -2, 0.004, 1.25].map(levelInDigits);
  expect(shown).toEqual(["+0.8", "−1.2", "0.0", "+0.05", "−0.04", "+0.1", "−2.0", "0.00", "+1.3"]);
});

test("a chance never claims to be sure", () => {
  expect([0.664, 0.999, 0.0004, 1, 0].map(chanceInWords)).toEqual([
    "66 %",
    "over 99 %",
    "under 1 %",
    "over 99 %",
    "under 1 %",
  ]);
});

test("comparisons say how likely they are right, by the unrounded chance", () => {
  const words = [0.9999, 0.95, 0.9499, 0.6, 0.5999].map((probability) =>
    aheadInWords({ ahead: 3, behind: 1, probability }),
  );
  expect(words).toEqual([
    "Message 3 almost surely stands higher than message 1 (over 99 %).",
    "Message 3 almost surely stands higher than message 1 (95 %).",
    "Message 3 probably stands higher than message 1 (95 %).",
    "It is slightly more likely than not (60 %) that message 3 stands higher than message 1.",
    "Between messages 1 and 3 we cannot tell (60 %).",
  ]);
});

test("the finding groups messages by their words and names who receives one badly", () => {
  const messages = [
    { number: 1, figure: figure(0.8, 0.3) },
    { number: 2, figure: figure(0, 0.3) },
    { number: 3, figure: figure(0.8, 0.3) },
    { number: 4, figure: figure(0.2, 1) },
    { number: 5, figure: figure(0.2, 1, 0) },
  ];
  const pairs = [
    { number: 2, audience: "House Armed Services", figure: figure(-1.2, 0.3) },
    { number: 1, audience: "State", figure: figure(0.2, 1) },
  ];
  expect(findingOf(messages, pairs, { ahead: 3, behind: 1, probability: 0.55 })).toEqual([
    "Messages 1 and 3 are well received over all audiences.",
    "Message 2 is received with mixed signs.",
    "There is too little to say of message 4.",
    "Nobody has heard message 5 yet.",
    "Between messages 1 and 3 we cannot tell (55 %).",
    "House Armed Services receive message 2 badly.",
    "For 1 of 2 pairs there is not enough evidence yet.",
  ]);
});

test("a course is drawn by whole weeks from its first day and never past its last", () => {
  const first = dayNumber("2026-02-02");
  const days = daysDrawn(first, dayNumber("2026-11-10"));
  expect(days.length).toBe(42);
  expect(days.slice(0, 2)).toEqual([first, first + 7]);
  expect(days.at(-1)).toBe(dayNumber("2026-11-10"));
  expect(daysDrawn(first, first + 3000).length).toBeLessThanOrEqual(62);
  expect(daysDrawn(first, first - 5)).toEqual([first - 5]);
});

test("a level stands in the frame by its day and its score, and months are named where they begin", () => {
  const frame = {
    left: 0,
    right: 100,
    top: 0,
    bottom: 40,
    first: dayNumber("2026-02-02"),
    last: dayNumber("2026-06-02"),
  };
  expect(placeIn(frame, frame.first, 2)).toEqual({ x: 0, y: 0 });
  expect(placeIn(frame, frame.last, -2)).toEqual({ x: 100, y: 40 });
  expect(monthsDrawn(frame).map(({ label }) => label)).toEqual(["Mar", "Apr", "May", "Jun"]);
});
