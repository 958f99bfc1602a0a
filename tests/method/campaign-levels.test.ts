import fc from "fast-check";
import { expect, test } from "vitest";
import { campaignLevels, sharesOf } from "#app/method/campaign-levels.ts";
import { cellsOf, emptyCell, smoothCell } from "#app/method/cell.ts";
import { changeBetween } from "#app/method/comparison.ts";
import { type NotedCell, packNotes } from "#app/method/noted-cell.ts";
import { collapseRatings, type Observation } from "#app/method/observation.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { type Level, levelOf, rollUp, smoothAndPool } from "#app/method/reception-level.ts";
import { workOutCell } from "#app/method/worked-cell.ts";

const MESSAGES = ["m1", "m2"];
const AUDIENCES = [
  { id: "a1", priority: 1 },
  { id: "a2", priority: 2 },
  { id: "a3", priority: 3 },
];
const RATERS = ["jana", "petr", "tomas"];
const AS_OF = 20_000;
const DAYS = [19_900, AS_OF];

const note = fc.record({
  message: fc.integer({ min: 0, max: 1 }),
  audience: fc.integer({ min: 0, max: 2 }),
  rater: fc.integer({ min: 0, max: 2 }),
  day: fc.integer({ min: AS_OF - 700, max: AS_OF + 30 }),
  scores: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 4 }),
});
type Note = Parameters<Parameters<typeof note.map>[0]>[0];

function notedCells(notes: readonly Note[]): NotedCell[] {
  const groups = Map.groupBy(notes, ({ message, audience }) => `${message}/${audience}`);
  return [...groups.values()].map((group) =>
    packNotes(
      MESSAGES[group[0]!.message]!,
      AUDIENCES[group[0]!.audience]!.id,
      group.map(({ day, rater, scores }) => ({
        day,
        sum: scores.reduce((sum, score) => sum + score, 0),
        ratings: scores.length,
        kind: "meeting note" as const,
        raterId: RATERS[rater]!,
      })),
    ),
  );
}

function observations(notes: readonly Note[]): Observation[] {
  return notes
    .filter(({ day }) => day <= AS_OF)
    .toSorted((a, b) => a.day - b.day)
    .map(({ scores, ...rest }, id) => ({
      ...rest,
      id,
      ...collapseRatings(
        scores,
        scores.map(() => 1),
      ),
    }));
}

test("a campaign read cell by cell has the levels of the method, future notes left out", () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 40 }), (notes) => {
      const worked = notedCells(notes).map((cell) => workOutCell(cell, AS_OF, DAYS, DEFAULT_PARAMETERS));
      const levels = campaignLevels(
        worked,
        { messageIds: MESSAGES, audiences: AUDIENCES },
        DEFAULT_PARAMETERS,
      );
      const cells = cellsOf(observations(notes));
      const dimensions = { messages: 2, audiences: 3, raters: 3 };
      const { smoothed, pooled } = smoothAndPool(cells, () => DAYS, dimensions, DEFAULT_PARAMETERS);
      for (const day of DAYS) {
        cells.forEach((cell, index) => {
          const expected = levelOf(pooled, cell, smoothed[index]!.at(day));
          const given = levels.levelAt(MESSAGES[cell.message]!, AUDIENCES[cell.audience]!.id, day);
          expect(given.mean).toBeCloseTo(expected.mean, 11);
          expect(given.variance).toBeCloseTo(expected.variance, 11);
          expect(given.ownWeight).toBeCloseTo(expected.ownWeight, 11);
        });
      }
    }),
    { numRuns: 200 },
  );
});

test("a roll-up weighs audiences by 4 less their priority", () => {
  expect(sharesOf(AUDIENCES)).toEqual([3 / 6, 2 / 6, 1 / 6]);
  const worked = [
    workOutCell(
      packNotes("m1", "a3", [{ day: AS_OF - 3, sum: 2, ratings: 1, kind: "meeting note", raterId: "jana" }]),
      AS_OF,
      DAYS,
      DEFAULT_PARAMETERS,
    ),
  ];
  const levels = campaignLevels(worked, { messageIds: MESSAGES, audiences: AUDIENCES }, DEFAULT_PARAMETERS);
  const each = AUDIENCES.map(({ id }) => levels.levelAt("m1", id, AS_OF));
  const shared = (of: (level: Level) => number) =>
    each.reduce((sum, level, at) => sum + [1 / 2, 1 / 3, 1 / 6][at]! * of(level), 0);
  const { mean, ownWeight, weights } = levels.rollUpAt("m1", AS_OF);
  expect(mean).toBeCloseTo(
    shared((level) => level.mean),
    12,
  );
  expect(ownWeight).toBeCloseTo(
    shared((level) => level.ownWeight),
    12,
  );
  expect(weights.ofMessage).toBeCloseTo(
    shared((level) => level.weights.ofMessage),
    12,
  );
  weights.shared.forEach((weight, unknown) => {
    expect(weight).toBeCloseTo(
      shared((level) => level.weights.shared[unknown]!),
      12,
    );
  });
});

test("a cell of an audience that is not read over any more informs the others", () => {
  const gone = packNotes("m1", "gone", [
    { day: AS_OF - 3, sum: -2, ratings: 1, kind: "meeting note", raterId: "jana" },
  ]);
  const worked = [workOutCell(gone, AS_OF, DAYS, DEFAULT_PARAMETERS)];
  const read = { messageIds: MESSAGES, audiences: AUDIENCES };
  const levels = campaignLevels(worked, read, DEFAULT_PARAMETERS);
  expect(levels.levelAt("m1", "a1", AS_OF).mean).toBeLessThan(-0.3);
  expect(() => levels.levelAt("m1", "elsewhere", AS_OF)).toThrow(RangeError);
});

test("a message's change between two days is that of the method, audiences that have not heard it included", () => {
  fc.assert(
    fc.property(fc.array(note, { maxLength: 25 }), (notes) => {
      const days = [19_500, 19_900, 19_950, AS_OF];
      const worked = notedCells(notes).map((cell) => workOutCell(cell, AS_OF, days, DEFAULT_PARAMETERS));
      const read = { messageIds: MESSAGES, audiences: AUDIENCES };
      const levels = campaignLevels(worked, read, DEFAULT_PARAMETERS);
      const given = levels.changeOver("m1", 19_500, AS_OF);

      const cells = cellsOf(observations(notes));
      const all = AUDIENCES.map((_, audience) => {
        const heard = cells.find((cell) => cell.message === 0 && cell.audience === audience);
        return heard ?? emptyCell(0, audience);
      });
      const dimensions = { messages: 2, audiences: 3, raters: 3 };
      const { pooled } = smoothAndPool(cells, () => days, dimensions, DEFAULT_PARAMETERS);
      const smoothed = all.map((cell) => smoothCell(cell, DEFAULT_PARAMETERS, [19_500, AS_OF]));
      const shares = sharesOf(AUDIENCES);
      const rolled = (day: number) =>
        rollUp(
          pooled,
          all.map((cell, at) => ({ cell, smoothed: smoothed[at]!.at(day) })),
          shares,
        );
      const covariance = smoothed.reduce(
        (sum, cell, at) => sum + shares[at]! ** 2 * cell.covariance(19_500, AS_OF),
        0,
      );
      const expected = changeBetween(pooled, rolled(19_500), rolled(AS_OF), covariance);
      expect(given.mean).toBeCloseTo(expected.mean, 10);
      expect(given.variance).toBeCloseTo(expected.variance, 10);
      expect(given.pDrop).toBeCloseTo(expected.pDrop, 10);
    }),
    { numRuns: 60 },
  );
});
