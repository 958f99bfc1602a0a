import { expect, test } from "vitest";
import {
  cancelEvent,
  explainStandingRefusal,
  holdEvent,
  missEvent,
  moveEvent,
  reinstateEvent,
  type Standing,
  takesPlace,
  unmarkEvent,
} from "#app/campaign/outreach-events/standing.ts";

const NOW = new Date("2026-11-10T20:00:00Z");
const begun: Standing = {
  schedule: "confirmed",
  result: "planned",
  startsAt: new Date("2026-11-10T19:00:00Z"),
  outcomes: 0,
};
const ahead: Standing = { ...begun, startsAt: new Date("2026-11-10T20:00:01Z") };
const refused = (reason: string) => ({ ok: false, reason });

test("an event that has begun is held or not held", () => {
  expect(holdEvent(begun, NOW)).toEqual({ ok: true, result: "held" });
  expect(missEvent(begun, NOW)).toEqual({ ok: true, result: "not held" });
  expect(holdEvent({ ...begun, startsAt: NOW }, NOW).ok).toBe(true);
});

test("an event that has not begun is neither", () => {
  expect(holdEvent(ahead, NOW)).toEqual(refused("event-has-not-begun"));
  expect(missEvent(ahead, NOW)).toEqual(refused("event-has-not-begun"));
});

test("an event with an outcome did take place, and cannot be undone by a mark", () => {
  const logged = { ...begun, result: "held" as const, outcomes: 1 };
  expect(missEvent(logged, NOW)).toEqual(refused("event-has-an-outcome"));
  expect(cancelEvent(logged, "Snow")).toEqual(refused("event-has-an-outcome"));
  expect(unmarkEvent(logged)).toEqual(refused("event-has-an-outcome"));
  expect(moveEvent(logged)).toEqual(refused("event-has-an-outcome"));
});

test("a mark can be changed and taken back while nothing is logged", () => {
  expect(missEvent({ ...begun, result: "held" }, NOW).ok).toBe(true);
  expect(holdEvent({ ...begun, result: "not held" }, NOW).ok).toBe(true);
  expect(unmarkEvent({ ...begun, result: "held" })).toEqual({ ok: true, result: "planned" });
  expect(unmarkEvent(begun)).toEqual(refused("event-not-marked"));
  expect(holdEvent({ ...begun, result: "held" }, NOW)).toEqual(refused("event-already-held"));
  expect(missEvent({ ...begun, result: "not held" }, NOW)).toEqual(refused("event-already-not-held"));
});

test("a cancellation needs a reason and happens once", () => {
  expect(cancelEvent(ahead, "  They are away ")).toEqual({
    ok: true,
    schedule: "cancelled",
    cancelledBecause: "They are away",
  });
  expect(cancelEvent(ahead, " \n")).toEqual(refused("cancellation-needs-a-reason"));
  expect(cancelEvent({ ...ahead, schedule: "cancelled" }, "Snow")).toEqual(
    refused("event-already-cancelled"),
  );
  expect(cancelEvent({ ...begun, result: "held" }, "Snow")).toEqual(refused("event-was-held"));
});

test("a cancelled event is put back as tentative, and until then nothing else is done with it", () => {
  const cancelled = { ...begun, schedule: "cancelled" as const };
  expect(reinstateEvent(cancelled)).toEqual({ ok: true, schedule: "tentative" });
  expect(reinstateEvent(begun)).toEqual(refused("event-not-cancelled"));
  expect(holdEvent(cancelled, NOW)).toEqual(refused("event-is-cancelled"));
  expect(missEvent(cancelled, NOW)).toEqual(refused("event-is-cancelled"));
  expect(moveEvent(cancelled)).toEqual(refused("event-is-cancelled"));
});

test("an event that is over is not moved", () => {
  expect(moveEvent(ahead)).toEqual({ ok: true });
  expect(moveEvent({ ...begun, result: "held" })).toEqual(refused("event-was-held"));
  expect(moveEvent({ ...begun, result: "not held" })).toEqual(refused("event-was-not-held"));
});

test("cancelled and missed events take nobody's time", () => {
  expect(takesPlace(begun)).toBe(true);
  expect(takesPlace({ schedule: "tentative", result: "planned" })).toBe(true);
  expect(takesPlace({ schedule: "cancelled", result: "planned" })).toBe(false);
  expect(takesPlace({ schedule: "confirmed", result: "not held" })).toBe(false);
});

test("each refusal has its sentence", () => {
  const answers = [holdEvent(ahead, NOW), cancelEvent(ahead, ""), moveEvent({ ...begun, result: "held" })];
  for (const answer of answers) {
    if (!answer.ok) expect(explainStandingRefusal(answer.reason)).toMatch(/^[A-Z].*[a-z]\.?$/);
  }
});
