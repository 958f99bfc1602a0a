import { expect, test } from "vitest";
import { explainLogRefusal, mayLogOutcome } from "#app/campaign/outcomes/log-outcome.ts";

const now = new Date("2026-11-10T19:10:00.000Z");
const begun = {
  schedule: "confirmed",
  result: "planned",
  startsAt: new Date("2026-11-10T19:00:00.000Z"),
} as const;

test("a meeting may be logged from its beginning on, tentative or confirmed, marked held or not yet", () => {
  expect(mayLogOutcome(begun, false, now)).toEqual({ ok: true });
  expect(mayLogOutcome({ ...begun, startsAt: now }, false, now)).toEqual({ ok: true });
  expect(mayLogOutcome({ ...begun, schedule: "tentative", result: "held" }, false, now)).toEqual({
    ok: true,
  });
});

test("an event that has not begun, is cancelled or was not held cannot be logged", () => {
  const ahead = { ...begun, startsAt: new Date("2026-11-10T19:10:00.001Z") };
  expect(mayLogOutcome(ahead, false, now)).toEqual({ ok: false, reason: "event-not-begun" });
  expect(mayLogOutcome({ ...begun, schedule: "cancelled" }, false, now)).toEqual({
    ok: false,
    reason: "event-cancelled",
  });
  expect(mayLogOutcome({ ...begun, result: "not held" }, false, now)).toEqual({
    ok: false,
    reason: "event-not-held",
  });
});

test("there is one outcome for each officer and event", () => {
  expect(mayLogOutcome(begun, true, now)).toEqual({ ok: false, reason: "already-logged" });
});

test("each refusal has a sentence of its own", () => {
  const reasons = [
    "event-cancelled",
    "event-not-held",
    "event-not-begun",
    "already-logged",
    "not-your-outcome",
  ] as const;
  const sentences = reasons.map(explainLogRefusal);
  expect(new Set(sentences).size).toBe(reasons.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
