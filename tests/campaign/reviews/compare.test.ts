import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chanceOfDifference,
  differenceInWords,
  differencesTold,
  type FigureInTwo,
} from "#app/campaign/reviews/compare-figures.ts";
import { missesCompared } from "#app/campaign/reviews/compare-progress.ts";
import { countMisses, missesInOneSentence, missesNamed } from "#app/campaign/reviews/misses.ts";
import type { Figure } from "#app/method/figure.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

function figure(given: Partial<Figure>): Figure {
  return {
    mean: 0,
    variance: 0.04,
    lower: -0.3,
    upper: 0.3,
    pPositive: 0.5,
    ownWeight: 0.8,
    verdict: "Mixed",
    notes: 8,
    raters: 2,
    lastDay: 20_000,
    raw: 0,
    ...given,
  };
}

const about = { message: 2, audience: "House Armed Services" };

test("a changed word, both levels and how sure the difference is stand in one line", () => {
  const before = figure({ mean: -0.2 });
  const after = figure({ mean: -1.1, verdict: "Badly received", notes: 12 });
  expect(differenceInWords({ ...about, before, after })).toBe(
    "Message 2 with House Armed Services: Badly received, was mixed; −1.1, was −0.2; 12 ratings, was 8; it is almost surely lower",
  );
});

test("where both ranges overlap widely we cannot tell whether the level differs", () => {
  const before = figure({ mean: 0.1, variance: 0.25 });
  const after = figure({ mean: 0.2, variance: 0.25 });
  expect(differenceInWords({ ...about, before, after })).toContain(
    "we cannot tell whether the level differs",
  );
});

test("the words change at 0.60, 0.80 and 0.95, from the unrounded chance", () => {
  const wordAt = (deviations: number) => {
    const after = figure({ mean: deviations * Math.sqrt(0.08) });
    return differenceInWords({ ...about, before: figure({}), after })
      .split("; ")
      .at(-1);
  };
  expect(wordAt(0.2533)).toBe("we cannot tell whether the level differs");
  expect(wordAt(0.2534)).toBe("it is slightly more likely than not to be higher");
  expect(wordAt(0.8416)).toBe("it is slightly more likely than not to be higher");
  expect(wordAt(0.8417)).toBe("it is probably higher");
  expect(wordAt(1.6448)).toBe("it is probably higher");
  expect(wordAt(1.6449)).toBe("it is almost surely higher");
});

test("the chance is never under a half, and grows with the difference", () => {
  const level = fc.double({ min: -2, max: 2, noNaN: true });
  const variance = fc.double({ min: 0.001, max: 2, noNaN: true });
  fc.assert(
    fc.property(level, level, variance, variance, (a, b, va, vb) => {
      const chance = chanceOfDifference(figure({ mean: a, variance: va }), figure({ mean: b, variance: vb }));
      expect(chance).toBeGreaterThanOrEqual(0.5);
      const further = figure({ mean: b + Math.sign(b - a), variance: vb });
      expect(chanceOfDifference(figure({ mean: a, variance: va }), further)).toBeGreaterThanOrEqual(chance);
    }),
  );
});

test("a pair that is first heard, or no longer read, has no difference", () => {
  const heard = figure({ mean: 0.5, verdict: "Not enough evidence", notes: 1 });
  expect(differenceInWords({ ...about, before: figure({ notes: 0 }), after: heard })).toBe(
    "Message 2 with House Armed Services: first heard since; Not enough evidence, +0.5, 1 rating",
  );
  expect(differenceInWords({ ...about, before: heard, after: null })).toContain("no longer counted");
});

test("what reads the same is not told; changed words stand first", () => {
  const same: FigureInTwo = { ...about, before: figure({}), after: figure({ mean: 0.04 }) };
  const digits: FigureInTwo = { ...about, before: figure({}), after: figure({ mean: 0.9 }) };
  const word: FigureInTwo = { ...about, before: figure({}), after: figure({ verdict: "Well received" }) };
  expect(differencesTold([{ ...same, after: figure({}) }, digits, word])).toEqual([word, digits]);
});

const none = {
  "meetings not logged": [],
  "follow-ups overdue": [],
  "clearances overdue": [],
  "proof points stale": [],
  "clashes ahead": [],
};
const late = (id: string, day: CalendarDate) => ({ id, text: `Promise ${id}`, day });

test("misses are counted, the five oldest named", () => {
  const many = ["f", "e", "d", "c", "b", "a"].map((id, at) => late(id, addDays("2026-11-09", -at)));
  const misses = countMisses({ ...none, "follow-ups overdue": many });
  const told = misses.find(({ kind }) => kind === "follow-ups overdue");
  expect(told?.oldest.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
  expect(told === undefined ? "" : missesNamed(told, "2026-11-10")).toMatch(
    /^Promise a, due Wed 4 Nov; .*; and 1 more$/,
  );
  expect(missesInOneSentence(misses)).toBe("6 follow-ups overdue.");
  expect(missesInOneSentence(countMisses(none))).toBe("Nothing was overdue or waiting.");
});

test("a miss counts as closed only where it would have to be named again", () => {
  const before = countMisses({
    ...none,
    "follow-ups overdue": [late("a", "2026-10-01"), late("b", "2026-10-09")],
  });
  const few = countMisses({ ...none, "follow-ups overdue": [late("b", "2026-10-09")] });
  expect(missesCompared(before, few)).toEqual(["1 follow-up overdue, 2 before; closed: Promise a"]);
  const older = ["1", "2", "3", "4", "5", "6"].map((id) => late(id, "2026-10-05"));
  const many = countMisses({ ...none, "follow-ups overdue": older });
  expect(missesCompared(before, many)).toEqual(["6 follow-ups overdue, 2 before; closed: Promise a"]);
});
