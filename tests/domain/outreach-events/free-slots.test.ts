import fc from "fast-check";
import { expect, test } from "vitest";
import { overlap } from "#app/domain/outreach-events/clash.ts";
import { freeSlots } from "#app/domain/outreach-events/free-slots.ts";
import { isWorkingDay } from "#app/domain/time/holidays.ts";
import { dateIn, timeIn, WASHINGTON, wallTimeIn } from "#app/domain/time/wall-time.ts";

const at = (wall: string) => new Date(`${wall}:00-05:00`);
const roundtable = { startsAt: at("2026-11-12T11:30"), endsAt: at("2026-11-12T12:50") };
const pentagon = { startsAt: at("2026-11-12T11:00"), endsAt: at("2026-11-12T12:20") };
const NOW = at("2026-11-10T10:40");

test("three free slots are suggested, each with its reason", () => {
  const found = freeSlots(roundtable, [pentagon], NOW, "CZ");
  expect(found.map(({ startsAt, why }) => [wallTimeIn(startsAt, WASHINGTON), why])).toEqual([
    ["2026-11-12T13:00", "first free slot that day"],
    ["2026-11-13T09:00", "next free slot"],
    ["2026-11-19T11:30", "same time, next week"],
  ]);
});

test("a full day gives the next ones, and a holiday at home is named", () => {
  const all = { startsAt: at("2026-11-12T00:00"), endsAt: at("2026-11-16T23:00") };
  const [next] = freeSlots(roundtable, [all], NOW, "CZ");
  expect(next).toMatchObject({
    why: "next free slot",
    homeHoliday: "Struggle for Freedom and Democracy Day",
  });
});

test("what is suggested is free, later than now, on a working day and inside the day", () => {
  const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
  const busy = fc.array(fc.tuple(minute, fc.integer({ min: 15, max: 900 })), { maxLength: 30 });
  fc.assert(
    fc.property(busy, minute, fc.integer({ min: 15, max: 400 }), (spans, starts, length) => {
      const span = (from: number, long: number) => ({
        startsAt: new Date(NOW.getTime() + from * 60_000),
        endsAt: new Date(NOW.getTime() + (from + long) * 60_000),
      });
      const others = spans.map(([from, long]) => span(from, long));
      for (const slot of freeSlots(span(starts, length), others, NOW, "CZ")) {
        expect(slot.startsAt > NOW).toBe(true);
        expect(others.some((other) => overlap(slot, other))).toBe(false);
        expect(isWorkingDay(dateIn(slot.startsAt, WASHINGTON), "US")).toBe(true);
        expect(
          timeIn(slot.startsAt, WASHINGTON) >= "09:00" && timeIn(slot.endsAt, WASHINGTON) <= "18:00",
        ).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
