import { expect, test } from "vitest";
import {
  addReading,
  explainObjectiveRefusal,
  type Objective,
  progress,
  setObjective,
} from "#app/domain/objectives/objective.ts";

const TODAY = "2026-11-24";

function objective(given: Partial<Objective> = {}): Objective {
  return {
    sentence: "State: one sentence in a joint readout",
    level: "outcome",
    indicator: "Sentences",
    unit: "sentences",
    measuredHow: "",
    baseline: 0,
    target: 1,
    dueOn: TODAY,
    audienceId: null,
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

test("a reading is of today or earlier", () => {
  const reading = { readOn: TODAY, value: 1, n: null, note: "" };
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
  const reasons = ["target-is-baseline", "due-already", "read-in-the-future"] as const;
  expect(new Set(reasons.map(explainObjectiveRefusal)).size).toBe(reasons.length);
});
