import { expect, test } from "vitest";
import {
  addReading,
  explainObjectiveRefusal,
  type Objective,
  progress,
  setObjective,
} from "#app/campaign/objectives/objective.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const TODAY = "2026-11-24";

function objective(given: Partial<Objective> = {}): Objective {
  return {
    sentence: "State: one sentence in a joint readout",
    level: "outcome",
    indicator: "Sentences",
    unit: "sentences",
    measuredHow: "",
    baseline: 0,
    baselineOn: "2026-02-02",
    target: 1,
    dueOn: TODAY,
    expectedFrom: null,
    milestones: [],
    audienceId: null,
    source: { kind: "entered" },
    ...given,
  };
}

test("an objective may be due today, not yesterday, and must change something", () => {
  expect(setObjective(objective(), TODAY)).toEqual({ ok: true });
  expect(setObjective(objective({ dueOn: "2026-11-23" }), TODAY)).toEqual({
    ok: false,
    reason: "due-already",
  });
  expect(setObjective(objective({ target: 0 }), TODAY)).toEqual({ ok: false, reason: "target-is-baseline" });
});

test("a course runs from the baseline to the target, and its milestones lead there in order", () => {
  const refusal = (given: Partial<Objective>) => {
    const set = setObjective(objective({ dueOn: "2027-06-30", target: 3, ...given }), TODAY);
    return set.ok ? null : set.reason;
  };
  const at = (on: CalendarDate, value: number) => ({ on, value });
  expect(refusal({ milestones: [at("2026-10-31", 1), at("2026-12-31", 1), at("2027-03-31", 3)] })).toBeNull();
  expect(refusal({ baselineOn: "2027-06-30" })).toBe("begins-when-due");
  expect(refusal({ expectedFrom: "2026-02-02" })).toBe("expected-outside");
  expect(refusal({ expectedFrom: "2026-02-03" })).toBeNull();
  expect(refusal({ expectedFrom: "2027-06-30" })).toBe("expected-outside");
  const one = [at("2026-10-31", 1)];
  expect(refusal({ expectedFrom: "2027-01-01", milestones: one })).toBe("milestones-and-first-day");
  expect(refusal({ milestones: [...one, at("2026-10-31", 2)] })).toBe("milestones-out-of-order");
  expect(refusal({ milestones: [at("2027-06-30", 3)] })).toBe("milestones-outside");
  expect(refusal({ milestones: [...one, at("2026-11-30", 0.5)] })).toBe("milestones-go-back");
  expect(refusal({ milestones: [at("2026-10-31", 3.5)] })).toBe("milestones-go-back");
  expect(refusal({ baseline: 5, target: 0, milestones: [at("2026-10-31", 3)] })).toBeNull();
  expect(refusal({ baseline: 5, target: 0, milestones: [at("2026-10-31", 6)] })).toBe("milestones-go-back");
});

test("what reads an objective fits its level, and a stance has an audience", () => {
  const refusal = (given: Partial<Objective>) => {
    const set = setObjective(objective(given), TODAY);
    return set.ok ? null : set.reason;
  };
  const reception = { kind: "reception", messageId: "m1" } as const;
  expect(refusal({ source: reception })).toBe("level-does-not-fit");
  expect(refusal({ source: reception, level: "out-take" })).toBeNull();
  expect(refusal({ source: { kind: "stance" } })).toBe("source-needs-an-audience");
  expect(refusal({ source: { kind: "stance" }, audienceId: "state" })).toBeNull();
  expect(refusal({ source: { kind: "feedback", feedback: "adopted text" } })).toBeNull();
  expect(refusal({ source: { kind: "feedback", feedback: "media mention" } })).toBe("level-does-not-fit");
});

test("a reading is of today or earlier", () => {
  const reading = { readOn: TODAY, value: 1, n: null, note: "" } as const;
  expect(addReading(reading, TODAY)).toEqual({ ok: true });
  expect(addReading({ ...reading, readOn: "2026-11-25" }, TODAY)).toEqual({
    ok: false,
    reason: "read-in-the-future",
  });
});

test("progress runs from the baseline to the target, also downwards, and no further", () => {
  expect(progress({ baseline: 0, target: 3 }, 1)).toBeCloseTo(1 / 3);
  expect(progress({ baseline: 5, target: 0 }, 4)).toBeCloseTo(0.2);
  expect(progress({ baseline: 5, target: 0 }, 6)).toBe(0);
  expect(progress({ baseline: 0, target: 3 }, 7)).toBe(1);
});

test("each refusal has its sentence", () => {
  const reasons = [
    "target-is-baseline",
    "due-already",
    "read-in-the-future",
    "begins-when-due",
    "expected-outside",
    "milestones-and-first-day",
    "milestones-out-of-order",
    "milestones-outside",
    "milestones-go-back",
    "source-needs-an-audience",
    "level-does-not-fit",
  ] as const;
  expect(new Set(reasons.map(explainObjectiveRefusal)).size).toBe(reasons.length);
});
