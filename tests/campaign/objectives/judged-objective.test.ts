import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedOn } from "#app/campaign/objectives/course.ts";
import {
  type JudgedObjective,
  type JudgedReading,
  judgeObjective,
} from "#app/campaign/objectives/judged-objective.ts";

import { objectiveWord } from "#app/campaign/objectives/objective-word.ts";
import { addDays } from "#app/time/calendar-date.ts";

const TODAY = "2026-11-10";

const OBJECTIVE = {
  id: "one",
  sentence: "Defence reporters: three accurate uses",
  level: "outcome",
  indicator: "Articles",
  unit: "articles",
  measuredHow: "",
  audienceId: null,
  audience: null,
  baseline: 0,
  baselineOn: "2026-02-02",
  target: 3,
  dueOn: "2027-06-30",
  expectedFrom: null,
  milestones: [],
  source: { kind: "entered" },
} as const;

function reading(value: number, given: Partial<JudgedReading> = {}): JudgedReading {
  return {
    value,
    range: null,
    n: null,
    times: null,
    readOn: "2026-10-19",
    note: "",
    isComputed: false,
    ...given,
  };
}

function judged(
  given: Partial<Parameters<typeof judgeObjective>[0]>,
  read: JudgedReading | null,
): JudgedObjective {
  return judgeObjective({ ...OBJECTIVE, ...given }, read, TODAY);
}

test("an indicator short of its milestone is behind, and says by how much and since when", () => {
  const milestones = [
    { on: "2026-06-30", value: 1 },
    { on: TODAY, value: 2 },
  ] as const;
  expect(judged({ milestones }, reading(1))).toMatchObject({
    word: "Behind",
    figure: "1",
    against: "of 3 articles, outcome",
    reason: "2 expected by today. Last: Mon 19 Oct",
  });
  expect(judged({ milestones }, reading(2)).word).toBe("On course");
  expect(judged({ milestones: [{ on: addDays(TODAY, 1), value: 2 }] }, reading(0)).reason).toBe(
    "None expected before Wed 11 Nov. Last: Mon 19 Oct",
  );
});

test("an indicator of which nothing is expected before next year is on course at nought", () => {
  const state = judged({ target: 1, expectedFrom: "2027-01-01" }, reading(0));
  expect(state).toMatchObject({ word: "On course", expected: 0, against: "of 1, outcome" });
  expect(state.reason).toBe("None expected before 2027. Last: Mon 19 Oct");
});

test("a share is told as so many of so many, with its likely range", () => {
  const share = reading(100 * (4 / 6), {
    range: { lower: 34.5, upper: 90 },
    n: 6,
    times: 4,
    isComputed: true,
  });
  const objection = { kind: "objection", objectionId: "o2", meetings: 6 } as const;
  const state = judged({ baseline: 100, target: 0, level: "out-take", source: objection }, share);
  expect(state).toMatchObject({
    word: "Likely to fall short",
    figure: "4 of 6",
    against: "meetings, target 0 %",
    reason: "45 % expected by today. Likely range 35 to 90 %, n\u00a06. Last: Mon 19 Oct",
  });
});

test("the target reached is met, and past the due day what is not met is behind", () => {
  expect(judged({}, reading(3, { note: "Quoted in full." })).reason).toBe(
    "Last: Mon 19 Oct. Quoted in full.",
  );
  expect(judged({ dueOn: "2026-11-09" }, reading(2.9)).word).toBe("Behind");
  expect(judged({ dueOn: "2026-11-09" }, reading(2.9)).reason).toBe("Due Mon 9 Nov: 3. Last: Mon 19 Oct");
  expect(judged({ dueOn: "2026-11-09" }, reading(3)).word).toBe("Met");
  expect(judged({}, null)).toMatchObject({ word: "No reading yet", figure: "—" });
  expect(judged({}, null).reason).not.toContain("reading");
});

test("the words turn on the figures themselves, upwards and downwards alike", () => {
  const tiny = 1e-9;
  const word = (value: number, range: [number, number] | null, isPastDue = false) => {
    const up = { value, range: range && { lower: range[0], upper: range[1] } };
    const down = { value: -value, range: range && { lower: -range[1], upper: -range[0] } };
    const words = [
      objectiveWord({ baseline: 0, target: 2 }, up, { expected: 1, isPastDue }),
      objectiveWord({ baseline: 0, target: -2 }, down, { expected: -1, isPastDue }),
    ];
    expect(words[0]).toBe(words[1]);
    return words[0];
  };
  expect(word(2, null)).toBe("Met");
  expect(word(2 - tiny, null)).toBe("On course");
  expect(word(1, null)).toBe("On course");
  expect(word(1 - tiny, null)).toBe("Behind");
  expect(word(2, [tiny, 3])).toBe("Met");
  expect(word(2, [0, 3])).toBe("On course");
  expect(word(1, [-1, 2])).toBe("On course");
  expect(word(1 - tiny, [-1, 1])).toBe("Likely to fall short");
  expect(word(0.5, [0, 1 - tiny])).toBe("Behind");
  expect(word(2 - tiny, null, true)).toBe("Behind");
  expect(word(2, null, true)).toBe("Met");
});

const course = fc
  .record({
    baseline: fc.integer({ min: -50, max: 50 }),
    way: fc.integer({ min: 1, max: 50 }),
    isDown: fc.boolean(),
    days: fc.integer({ min: 2, max: 900 }),
  })
  .map(({ baseline, way, isDown, days }) => ({
    baseline,
    baselineOn: "2026-02-02" as const,
    target: baseline + (isDown ? -way : way),
    dueOn: addDays("2026-02-02", days),
    expectedFrom: null,
    milestones: [],
  }));

test("what is expected goes from the baseline to the target and never back, whole ones never ahead of the line", () => {
  fc.assert(
    fc.property(course, fc.integer({ min: -10, max: 910 }), (one, at) => {
      const day = addDays(one.baselineOn, at);
      const sign = Math.sign(one.target - one.baseline);
      const line = expectedOn(one, day, false);
      const whole = expectedOn(one, day, true);
      expect(sign * (expectedOn(one, addDays(day, 1), false) - line)).toBeGreaterThanOrEqual(0);
      expect(sign * (line - whole)).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(whole)).toBe(true);
      expect(sign * (line - one.baseline)).toBeGreaterThanOrEqual(0);
      expect(sign * (one.target - line)).toBeGreaterThanOrEqual(0);
    }),
  );
  fc.assert(
    fc.property(course, (one) => {
      expect(expectedOn(one, one.baselineOn, false)).toBe(one.baseline);
      expect(expectedOn(one, one.dueOn, false)).toBe(one.target);
    }),
  );
});

test("a better figure never gets a worse word", () => {
  const order = ["Behind", "Likely to fall short", "On course", "Met"];
  fc.assert(
    fc.property(
      course,
      fc.float({ min: -120, max: 120, noNaN: true }),
      fc.float({ min: 0, max: 40, noNaN: true }),
      fc.float({ min: 0, max: 20, noNaN: true }),
      (one, value, better, half) => {
        const sign = Math.sign(one.target - one.baseline);
        const expected = expectedOn(one, TODAY, false);
        const wordAt = (at: number) =>
          objectiveWord(
            one,
            { value: at, range: { lower: at - half, upper: at + half } },
            {
              expected,
              isPastDue: TODAY > one.dueOn,
            },
          );
        const [before, after] = [wordAt(value), wordAt(value + sign * better)];
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      },
    ),
  );
});

test("where nothing is to be left by today, none is expected", () => {
  expect(judged({ baseline: 2, target: 0, dueOn: TODAY }, reading(1)).reason).toBe(
    "None expected by today. Last: Mon 19 Oct",
  );
});
