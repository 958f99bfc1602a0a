import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clashesInTime,
  clashKind,
  type Engagement,
  overlap,
} from "#app/campaign/outreach-events/warnings/clash.ts";
import type { TimeOfDay } from "#app/time/wall-time.ts";

function engagement(id: string, from: string, until: TimeOfDay, who: Partial<Engagement>): Engagement {
  const day = from.length > 5 ? "" : "2026-11-12T";
  const at = (time: string) => new Date(`${day}${time}:00-05:00`);
  return {
    id,
    title: id,
    startsAt: at(from),
    endsAt: at(until),
    officers: [],
    participants: [],
    zone: "America/New_York",
    isAllDay: false,
    where: null,
    visitsOffices: true,
    visitId: null,
    travelMinutes: 30,
    ...who,
  };
}

const roundtable = engagement("roundtable", "11:30", "12:50", {
  officers: ["petr"],
  participants: ["hadley"],
  where: "rayburn 2170",
});

test("an officer cannot be at two events at once", () => {
  const pentagon = engagement("pentagon", "11:00", "12:20", { officers: ["petr", "jana"] });
  expect(clashesInTime(roundtable, pentagon)).toEqual([
    { kind: "officer", who: "petr", by: "overlap", withEvent: pentagon },
  ]);
});

test("a participant cannot be either", () => {
  const call = engagement("call", "12:00", "12:10", { participants: ["hadley"] });
  expect(clashesInTime(roundtable, call)).toEqual([
    { kind: "participant", who: "hadley", by: "overlap", withEvent: call },
  ]);
});

test("an event may begin when another ends in the same place, or where nobody travels", () => {
  for (const where of ["rayburn 2170", null]) {
    const before = engagement("before", "10:00", "11:30", { officers: ["petr"], where });
    const after = engagement("after", "12:50", "13:00", { officers: ["petr"], where });
    expect([before, after].flatMap((one) => clashesInTime(roundtable, one))).toEqual([]);
  }
});

test("between two places the way takes as long as the campaign says, in both directions", () => {
  const at = (from: string, until: TimeOfDay) =>
    engagement("pentagon", from, until, { officers: ["petr"], where: "pentagon" });
  const by = [{ kind: "officer", who: "petr", by: "way" }];
  expect(clashesInTime(roundtable, at("10:00", "11:01"))).toMatchObject(by);
  expect(clashesInTime(roundtable, at("13:19", "14:00"))).toMatchObject(by);
  expect(clashesInTime(roundtable, at("10:00", "11:00"))).toEqual([]);
  expect(clashesInTime(roundtable, at("13:20", "14:00"))).toEqual([]);
  expect(clashesInTime({ ...roundtable, travelMinutes: 0 }, at("10:00", "11:30"))).toEqual([]);
});

test("a visit does not clash with the parts of its programme, which can clash with each other", () => {
  const visit = engagement("visit", "08:00", "18:00", { officers: ["petr"] });
  const item = engagement("item", "10:00", "11:00", { officers: ["petr"], visitId: "visit" });
  const other = engagement("other", "10:30", "11:30", { officers: ["petr"], visitId: "visit" });
  expect([...clashesInTime(visit, item), ...clashesInTime(item, visit)]).toEqual([]);
  expect(clashesInTime(item, other)).toHaveLength(1);
});

test("an event does not clash with itself", () => {
  expect(clashesInTime(roundtable, roundtable)).toEqual([]);
});

test("two events clash with each other or not at all", () => {
  const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 50 })).map(([start, length]) => ({
    startsAt: new Date(start * 60_000),
    endsAt: new Date((start + length) * 60_000),
  }));
  fc.assert(
    fc.property(span, span, (a, b) => {
      const minutes = Array.from({ length: 260 }, (_, minute) => new Date(minute * 60_000));
      const inside = (one: typeof a, at: Date) => one.startsAt <= at && at < one.endsAt;
      expect(overlap(a, b)).toBe(overlap(b, a));
      expect(overlap(a, b)).toBe(minutes.some((at) => inside(a, at) && inside(b, at)));
    }),
  );
});

test("the way counts the same whichever event one looks from", () => {
  const placed = fc.record({
    start: fc.nat(400),
    length: fc.integer({ min: 1, max: 60 }),
    where: fc.constantFrom("a", "b", null),
  });
  fc.assert(
    fc.property(placed, placed, fc.nat(120), (one, other, way) => {
      const a = {
        ...one,
        startsAt: new Date(one.start * 60_000),
        endsAt: new Date((one.start + one.length) * 60_000),
      };
      const b = {
        ...other,
        startsAt: new Date(other.start * 60_000),
        endsAt: new Date((other.start + other.length) * 60_000),
      };
      expect(clashKind(a, b, way)).toBe(clashKind(b, a, way));
    }),
  );
});
