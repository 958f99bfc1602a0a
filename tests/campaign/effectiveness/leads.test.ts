import { expect, test } from "vitest";
import { leadInShort, remarksOnMatrix } from "#app/campaign/effectiveness/beside-matrix.ts";
import { leadsOf } from "#app/campaign/effectiveness/leads.ts";
import { receptionInWords, verdictsInWords } from "#app/campaign/effectiveness/verdicts-in-words.ts";
import { campaignLevels } from "#app/method/campaign-levels.ts";
import { type Figure, figureOf } from "#app/method/figure.ts";
import { packNotes } from "#app/method/noted-cell.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { workOutCell } from "#app/method/worked-cell.ts";
import { finished } from "../../support/finished.ts";

const DAY = 20_000;
const NO_WEIGHTS = { message: 0, ofMessage: 0, shared: new Float64Array(1) };
const AUDIENCES = [
  { id: "a1", priority: 1 },
  { id: "a2", priority: 3 },
];

const notes = (sums: readonly number[]) =>
  sums.map((sum, at) => ({
    day: DAY - 10 * at,
    sum,
    ratings: 1,
    kind: "meeting note" as const,
    raterId: "jana",
  }));
const cell = (message: string, audience: string, sums: readonly number[]) =>
  workOutCell(packNotes(message, audience, notes(sums)), DAY, [DAY], DEFAULT_PARAMETERS);

function leads(ids: readonly string[], cells: readonly ReturnType<typeof cell>[], audiences = AUDIENCES) {
  const levels = campaignLevels(cells, { messageIds: ids, audiences }, DEFAULT_PARAMETERS);
  return finished(
    leadsOf(
      levels,
      ids.map((id, at) => ({ id, number: at + 1, isHeard: cells.some(({ messageId }) => messageId === id) })),
      audiences,
      DAY,
    ),
  );
}

test("a rank is told with the chance that it is right, across all audiences and with each", () => {
  const { overAll, byAudience } = leads(
    ["m1", "m2", "m3"],
    [cell("m1", "a1", [2, 2, 1, 2]), cell("m2", "a1", [-2, -1, -2, -2])],
  );
  expect(overAll.pairs.map(({ ahead, behind }) => [ahead, behind])).toEqual([
    [1, 3],
    [1, 2],
    [3, 2],
  ]);
  for (const { probability } of overAll.pairs) expect(probability).toBeGreaterThanOrEqual(0.5);
  for (const { best } of [overAll, ...byAudience])
    expect(best.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
  const [first, second] = byAudience;
  expect(first!.audienceId).toBe("a1");
  // What one audience says of a message tells less of another.
  expect(first!.best[0]!.chance).toBeGreaterThan(second!.best[0]!.chance);
});

test("one message leads by itself, and without an audience nothing is compared", () => {
  const one = leads(["m1"], [cell("m1", "a1", [1])]).overAll;
  expect(one.pairs).toEqual([]);
  expect(one.best[0]?.chance).toBeCloseTo(1, 9);
  expect(leads(["m1", "m2"], [], []).overAll).toEqual({ best: [], pairs: [] });
});

test("the two highest are told short, or that we cannot tell them apart", () => {
  expect(leadInShort({ ahead: 1, behind: 3, probability: 0.74 })).toBe(
    "1 before 3, slightly more likely (74 %)",
  );
  expect(leadInShort({ ahead: 1, behind: 3, probability: 0.55 })).toBe("cannot tell 1 from 3 (55 %)");
});

const figure = (mean: number, sd: number, count = 4): Figure =>
  figureOf(
    { mean, variance: sd ** 2, ownWeight: 0.9, stateVariance: sd ** 2, weights: NO_WEIGHTS },
    { notes: count, total: mean * count, raters: 1, lastDay: DAY },
  );

test("beside the matrix stand the pairs by their words, what to lead with, and what similar cells suggest", () => {
  const message = (number: number) => ({ id: `m${number}`, number, title: "", isRetired: false });
  const rows = [
    { audience: { id: "a", name: "State", priority: 1 }, figures: [figure(1.2, 0.3), figure(-1.2, 0.3)] },
    { audience: { id: "b", name: "Reporters", priority: 1 }, figures: [figure(1, 0.7), figure(0.3, 1, 0)] },
    { audience: { id: "c", name: "Pentagon", priority: 1 }, figures: [figure(0.2, 1), figure(0.2, 1)] },
  ];
  const overAll = (number: number) => ({
    message: message(number),
    figure: figure(0.5, 0.2),
    course: [],
    marks: [],
    since: null,
    mix: null,
  });
  const remarks = remarksOnMatrix({
    messages: [1, 2].map(message),
    rows,
    byMessage: [1, 2].map(overAll),
    leads: { overAll: { best: [], pairs: [{ ahead: 1, behind: 2, probability: 0.97 }] }, byAudience: [] },
  });
  expect(remarks).toEqual([
    { about: "Well received", text: "message 1 with State (n 4). The likely range is wholly above zero." },
    { about: "Badly received", text: "message 2 with State (n 4). The likely range is wholly below zero." },
    {
      about: "Which message to lead with",
      text: "Across all audiences, message 1 is almost surely better received than message 2 (97 %).",
    },
    {
      about: "Do not read too much into",
      text: "a difference of one shade. Pale cells say “not enough evidence”: one meeting could change the sign.",
    },
    {
      about: "Not yet heard",
      text: "message 2 by Reporters (similar cells suggest +0.3). Its likely range is wide.",
    },
  ]);
});

test("a message's audiences and an audience's messages are told by their words", () => {
  expect(verdictsInWords([figure(1, 0.3), figure(0.2, 1), figure(0.1, 1)])).toBe(
    "Well received by 1 audience, not enough evidence on 2",
  );
  expect(verdictsInWords([figure(0.2, 1, 0)])).toBe("Not yet heard by any audience");
  const known = [figure(1, 0.3), figure(-1, 0.3), figure(0, 0.3), figure(0.2, 1), figure(0.2, 1, 0)];
  expect(receptionInWords(known.map((one, at) => ({ number: at + 1, figure: one })))).toBe(
    "They receive message 1 well, message 2 badly and message 3 with mixed reactions. There is not yet enough evidence on one more.",
  );
  expect(receptionInWords([{ number: 1, figure: figure(0.2, 1, 0) }])).toBe("");
});
