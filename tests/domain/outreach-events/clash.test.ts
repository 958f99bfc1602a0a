import fc from "fast-check";
import { expect, test } from "vitest";
import { clashesOf, type Engagement, overlap } from "#app/domain/outreach-events/clash.ts";

function engagement(id: string, from: string, until: string, who: Partial<Engagement>): Engagement {
  const day = from.length > 5 ? "" : "2026-11-12T";
  const at = (time: string) => new Date(`${day}${time}:00-05:00`);
  return {
    id,
    title: id,
    startsAt: at(from),
    endsAt: at(until),
    officers: [],
    participants: [],
    offices: [],
    ...who,
  };
}

const roundtable = engagement("roundtable", "11:30", "12:50", {
  officers: ["petr"],
  participants: ["hadley"],
  offices: ["sfrc"],
});

test("an officer cannot be at two events at once", () => {
  const pentagon = engagement("pentagon", "11:00", "12:20", { officers: ["petr", "jana"] });
  expect(clashesOf(roundtable, [pentagon])).toEqual([{ kind: "officer", who: "petr", withEvent: pentagon }]);
});

test("a participant cannot be either", () => {
  const call = engagement("call", "12:00", "12:10", { participants: ["hadley"] });
  expect(clashesOf(roundtable, [call])).toEqual([{ kind: "participant", who: "hadley", withEvent: call }]);
});

test("an event may begin when another ends", () => {
  const before = engagement("before", "10:00", "11:30", { officers: ["petr"] });
  const after = engagement("after", "12:50", "13:00", { officers: ["petr"] });
  expect(clashesOf(roundtable, [before, after])).toEqual([]);
});

test("a second visit to one office within the days of the setting is pointed out", () => {
  const visit = (day: string) => engagement("visit", `${day}T09:00`, `${day}T10:00`, { offices: ["sfrc"] });
  expect(clashesOf(roundtable, [visit("2026-11-26")])).toMatchObject([{ kind: "office", daysApart: 14 }]);
  expect(clashesOf(roundtable, [visit("2026-10-29")])).toMatchObject([{ kind: "office", daysApart: 14 }]);
  expect(clashesOf(roundtable, [visit("2026-11-27")])).toEqual([]);
  expect(clashesOf(roundtable, [visit("2026-11-20")], 7)).toEqual([]);
});

test("an event does not clash with itself", () => {
  expect(clashesOf(roundtable, [roundtable])).toEqual([]);
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
