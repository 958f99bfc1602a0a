import { expect, test } from "vitest";
import {
  bestByOn,
  dropWish,
  explainWishRefusal,
  laterThanWished,
  placeWish,
  reopenWish,
} from "#app/campaign/outreach-wishes/wish.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

test("a wish that waits is placed, or dropped with a reason; another one is put back first", () => {
  const refused = (reason: string) => ({ ok: false, reason });
  expect(placeWish("to place")).toEqual({ ok: true });
  expect(placeWish("placed")).toEqual(refused("placed-already"));
  expect(placeWish("dropped")).toEqual(refused("dropped-already"));
  expect(dropWish("to place", "No room")).toEqual({ ok: true });
  expect(dropWish("to place", " \n")).toEqual(refused("no-reason-given"));
  expect(dropWish("placed", "No room")).toEqual(refused("placed-already"));
  expect(reopenWish("to place")).toEqual(refused("to-place-already"));
  expect([reopenWish("fell through"), reopenWish("dropped")]).toEqual([{ ok: true }, { ok: true }]);
  expect(reopenWish("placed")).toEqual(refused("placed-already"));
  expect(placeWish("fell through")).toEqual(refused("placed-already"));
  const reasons = ["placed-already", "dropped-already", "to-place-already", "no-reason-given"] as const;
  expect(reasons.map(explainWishRefusal)).toEqual([
    "It is already in the calendar",
    "It has been discarded. Reinstate it first",
    "It is already among the unscheduled events",
    "Say why you are discarding it",
  ]);
});

test("a best day is soon from a week before, and past from the day after", () => {
  const on = (bestBy: CalendarDate | null) => bestByOn(bestBy, "2026-11-10");
  expect(on(null)).toBeNull();
  expect(on("2026-11-09")).toEqual({ near: "past", words: "ideally by Mon 9 Nov, which has passed" });
  expect(on("2026-11-10")).toEqual({ near: "soon", words: "ideally by Tue 10 Nov" });
  expect(on("2026-11-17")?.near).toBe("soon");
  expect(on("2026-11-18")).toEqual({ near: "later", words: "ideally by Wed 18 Nov" });
});

test("an event after the day that was wished for is told to be so much later", () => {
  const late = (bestBy: CalendarDate | null, day: CalendarDate) => laterThanWished(bestBy, day, "2026-11-10");
  expect(late(null, "2026-11-12")).toBeNull();
  expect(late("2026-11-12", "2026-11-12")).toBeNull();
  expect(late("2026-11-12", "2026-11-13")).toBe("Wanted by Thu 12 Nov: this is 1 day later");
  expect(late("2026-11-12", "2026-11-20")).toBe("Wanted by Thu 12 Nov: this is 8 days later");
});
