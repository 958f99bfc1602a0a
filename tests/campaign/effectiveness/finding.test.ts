import { expect, test } from "vitest";
import { sinceInCaption } from "#app/campaign/effectiveness/changes/since-told.ts";
import { daysDrawn } from "#app/campaign/effectiveness/course-in-words.ts";
import { aheadInWords, findingOf, type ToTell } from "#app/campaign/effectiveness/finding.ts";
import { audienceMix } from "#app/method/audience-mix.ts";
import { monthsDrawn, placeIn } from "#app/method/chart-place.ts";
import {
  chanceInWords,
  type Figure,
  figureOf,
  levelInDigits,
  rangeInWords,
  shareInWords,
} from "#app/method/figure.ts";
import type { Level } from "#app/method/reception-level.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const level = (mean: number, sd: number, ownWeight = 0.9): Level => ({
  mean,
  variance: sd ** 2,
  ownWeight,
  stateVariance: sd ** 2,
  weights: { message: 0, ofMessage: 0, shared: new Float64Array(1) },
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

test("a level has one decimal with its sign, and nought has none", () => {
  const shown = [0.84, -1.2, 0, 0.049, -0.04, 0.05, -2, 0.004, 1.25].map(levelInDigits);
  expect(shown).toEqual(["+0.8", "−1.2", "0.0", "0.0", "0.0", "+0.1", "−2.0", "0.0", "+1.3"]);
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
    "Message 3 is almost surely better received than message 1 (over 99 %).",
    "Message 3 is almost surely better received than message 1 (95 %).",
    "Message 3 is probably better received than message 1 (94 %).",
    "It is slightly more likely than not (60 %) that message 3 is better received than message 1.",
    "We cannot tell whether message 3 is better received than message 1 (59 %).",
  ]);
});

test("a chance is a whole number, on its own side of an edge", () => {
  expect([0.95, 0.9501, 0.94999, 0.8, 0.604, 0.5, 0.496].map(chanceInWords)).toEqual([
    "95 %",
    "95 %",
    "94 %",
    "80 %",
    "60 %",
    "50 %",
    "49 %",
  ]);
  expect([0.35, 0.3499, 0.354, 0.42, 0].map(shareInWords)).toEqual(["35 %", "34 %", "35 %", "42 %", "0 %"]);
});

const message = (number: number) => ({ id: `m${number}`, number, isRetired: false });
const since = (pHigher: number, from: CalendarDate = "2026-02-02") => ({ from, mean: 0.1, pHigher });
const otherPeople = { difference: 0.5, isOther: true, first: 9, last: 9 };
const nothing: ToTell = {
  day: "2026-11-10",
  messages: [1, 2, 3, 4, 5].map(message),
  rows: [],
  byMessage: [],
  leads: { overAll: { best: [], pairs: [] }, byAudience: [] },
  changes: [],
};

test("the finding groups messages by their words and names who receives one badly", () => {
  const unheard = figure(0.2, 1, 0);
  const row = (id: string, name: string, at: number, own: Figure) => ({
    audience: { id, name },
    figures: [0, 1, 2, 3, 4].map((place) => (place === at ? own : unheard)),
  });
  const finding = findingOf({
    ...nothing,
    byMessage: [
      { message: message(1), figure: figure(0.8, 0.3), since: since(0.97), mix: null },
      { message: message(2), figure: figure(0, 0.3), since: since(0.66), mix: otherPeople },
      { message: message(3), figure: figure(0.8, 0.3), since: since(0.12, "2025-07-06"), mix: null },
      { message: message(4), figure: figure(0.2, 1), since: since(0.55), mix: null },
      { message: message(5), figure: unheard, since: null, mix: null },
    ],
    rows: [
      row("hasc", "House Armed Services", 1, figure(-1.2, 0.3)),
      row("state", "State", 0, figure(0.2, 1)),
    ],
    leads: {
      overAll: {
        best: [],
        pairs: [
          { ahead: 5, behind: 3, probability: 0.5 },
          { ahead: 3, behind: 1, probability: 0.55 },
        ],
      },
      byAudience: [],
    },
  });
  expect(finding).toEqual([
    "Messages 1 and 3 are well received overall.",
    "Message 2 has a mixed reception overall.",
    "There is not yet enough evidence on message 4.",
    "No one has yet heard message 5.",
    "We cannot tell whether message 3 is better received than message 1 (55 %).",
    "Message 1 is almost surely better received than in February (97 %).",
    "Message 2 is badly received by House Armed Services.",
    "There is not yet enough evidence on 1 of 10 pairs of audience and message.",
  ]);
});

test("three pairs that are badly received are named, and how many more there are", () => {
  const row = (name: string) => ({
    audience: { id: name, name },
    figures: [figure(-1.2, 0.3), figure(0.8, 0.3)],
  });
  const told = (...names: string[]) =>
    findingOf({ ...nothing, rows: names.map(row) }).filter((said) => /badly|below/.test(said));
  expect(told("A")).toEqual(["Message 1 is badly received by A."]);
  expect(told("A", "B", "C")).toEqual(["Message 1 is badly received by A, by B and by C."]);
  expect(told("A", "B", "C", "D", "E")).toEqual([
    "Message 1 is badly received by A, by B and by C.",
    "2 more such pairs of audience and message are shown below.",
  ]);
  expect(rangeInWords(figure(0.8, 0.3))).toBe("+0.3 to +1.3");
});

test("each chart says how its message stands against its start", () => {
  const course = [{ day: dayNumber("2026-02-02"), mean: -0.3 }];
  expect(sinceInCaption({ since: since(0.66), mix: otherPeople, course }, "2026-11-10")).toBe(
    "−0.3 in February. It is slightly more likely than not (66 %) to be better received than in February, but since then the mix of audiences has also changed.",
  );
  expect(sinceInCaption({ since: since(0.12, "2025-07-06"), mix: null, course }, "2026-11-10")).toBe(
    "It is probably less well received than in July 2025 (88 %).",
  );
  expect(sinceInCaption({ since: since(0.55), mix: null, course }, "2026-11-10")).toBe(
    "−0.3 in February. We cannot tell whether it is better received now.",
  );
  expect(sinceInCaption({ since: null, mix: null, course }, "2026-11-10")).toBe("");
});

test("the finding dates the surest alarm, and says nothing where nothing is known", () => {
  const change = {
    messageId: "m3",
    audienceId: "state",
    direction: "drop",
    word: "alarm",
    probability: 0.97,
    after: "2026-03-02",
    before: "2026-03-30",
    meanBefore: 0.9,
    meanAfter: -0.6,
    notes: 14,
  } as const;
  const rows = [{ audience: { id: "state", name: "State" }, figures: [] }];
  expect(findingOf({ ...nothing, rows, changes: [change, { ...change, word: "watch" }] })).toEqual([
    "Since March, message 3 has been less well received by State (97 %).",
  ]);
  expect(findingOf(nothing)).toEqual([]);
});

test("audiences of the first and the last third are compared where both have ratings enough", () => {
  const marks = (days: readonly number[]) => days.map((day) => ({ day, count: 1 }));
  const early = [1, 2, 3, 4, 5, 6, 7, 8];
  const late = early.map((day) => day + 100);
  const rated = [
    { audienceId: "a", marks: marks(early) },
    { audienceId: "b", marks: marks(late) },
  ];
  expect(audienceMix(rated, 110)).toEqual({ difference: 1, isOther: true, first: 8, last: 8 });
  expect(audienceMix([{ audienceId: "a", marks: marks([...early, ...late]) }], 110)).toMatchObject({
    difference: 0,
    isOther: false,
  });
  expect(audienceMix([rated[0]!, { audienceId: "b", marks: marks(late.slice(1)) }], 110)).toBeNull();
  expect(audienceMix([], 110)).toBeNull();
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
