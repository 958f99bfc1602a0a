import { expect, test } from "vitest";
import {
  checkFeedback,
  explainFeedbackRefusal,
  FEEDBACK_KINDS,
  feedbackLabel,
  varianceMultiplierOf,
} from "#app/campaign/feedback/feedback.ts";

test("an act or a public word counts double, a coded mention a third of a note", () => {
  expect(FEEDBACK_KINDS.map((kind) => [kind, varianceMultiplierOf(kind)])).toEqual([
    ["written reply", 1],
    ["public statement", 0.5],
    ["vote or co-signature", 0.5],
    ["adopted text", 0.5],
    ["media mention", 3],
    ["survey answer", 1],
  ]);
});

test("a reaction of tomorrow is a plan and is refused, one of today is kept", () => {
  expect(checkFeedback({ day: "2026-11-11" }, "2026-11-10")).toEqual({
    ok: false,
    reason: "day-in-the-future",
  });
  expect(checkFeedback({ day: "2026-11-10" }, "2026-11-10")).toEqual({ ok: true });
});

test("each refusal says what to do next", () => {
  const all = ["day-in-the-future", "not-of-this-campaign", "not-of-that-audience"] as const;
  expect(all.map(explainFeedbackRefusal).map((words) => /^(Enter|Choose|That)/.test(words))).toEqual([
    true,
    true,
    true,
  ]);
  expect(feedbackLabel("vote or co-signature")).toBe("Vote or co-signature");
});
