import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlots } from "#app/campaign/outreach-events/moving/free-slots.ts";
import { nearness } from "#app/campaign/outreach-events/warnings/clash.ts";
import type { SessionDay } from "#app/campaign/session-days/session-day.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dateIn,
  timeIn,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
} from "#app/time/wall-time.ts";

const at = (wall: WallTime) => new Date(`${wall}:00-05:00`);
const span = (day: CalendarDate, from: string, to: string, where: string | null = null) => ({
  startsAt: at(`${day}T${from}`),
  endsAt: at(`${day}T${to}`),
  where,
});
const roundtable = span("2026-11-12", "11:30", "12:50");
const pentagon = span("2026-11-12", "11:00", "12:20");
const NOW = at("2026-11-10T10:40");
const around = {
  now: NOW,
  home: { homeZone: "Europe/Prague", homeCountry: "CZ" },
  travelMinutes: 30,
  chambers: [],
  sessionDays: [],
};
const told = (found: ReturnType<typeof freeSlots>) =>
  found.slots.map(({ startsAt, why }) => [wallTimeIn(startsAt, WASHINGTON), why]);
const stands = (day: CalendarDate, standing: SessionDay["standing"]): SessionDay => {
  return { chamber: "Senate", day, standing, source: "senate.gov", asOf: "2026-11-01" };
};

test("three free slots are suggested, each with its reason", () => {
  expect(told(freeSlots(roundtable, [pentagon], around))).toEqual([
    ["2026-11-12T13:00", "first free slot that day"],
    ["2026-11-13T09:00", "next free slot"],
    ["2026-11-19T11:30", "same time, next week"],
  ]);
});

test("whether the chamber sits and the ministry works is said with each", () => {
  const sessionDays = [stands("2026-11-12", "in session"), stands("2026-11-13", "away")];
  const found = freeSlots(roundtable, [], { ...around, chambers: ["Senate"], sessionDays });
  expect(found.slots[0]?.notes).toEqual(["Senate in session", "Prague closed"]);
  expect(found.slots[1]).toMatchObject({ startsAt: at("2026-11-16T09:00"), notes: ["Prague open"] });
});

test("the way to another place is left free", () => {
  const office = { ...roundtable, where: "dirksen building" };
  const elsewhere = span("2026-11-12", "13:00", "15:00", "pentagon");
  expect(told(freeSlots(office, [elsewhere], around))[0]).toEqual([
    "2026-11-12T15:30",
    "first free slot that day",
  ]);
});

test("where the rest of the week is full, that is said, and the next three days are offered", () => {
  const all = { startsAt: at("2026-11-12T00:00"), endsAt: at("2026-11-16T23:00"), where: null };
  const found = freeSlots(roundtable, [all], around);
  expect(found.isWeekFull).toBe(true);
  expect(found.slots.map(({ startsAt }) => dateIn(startsAt, WASHINGTON))).toEqual([
    "2026-11-17",
    "2026-11-18",
    "2026-11-19",
  ]);
  expect(found.slots[0]?.notes).toEqual(["Prague closed: Struggle for Freedom and Democracy Day"]);
});

test("what is suggested is free, later than now, on a working day and inside the day", () => {
  const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
  const busy = fc.array(
    fc.tuple(minute, fc.integer({ min: 15, max: 900 }), fc.constantFrom("a", "b", null)),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(busy, minute, fc.integer({ min: 15, max: 400 }), (spans, starts, length) => {
      const later = (from: number, long: number, where: string | null) => ({
        startsAt: new Date(NOW.getTime() + from * 60_000),
        endsAt: new Date(NOW.getTime() + (from + long) * 60_000),
        where,
      });
      const others = spans.map(([from, long, where]) => later(from, long, where));
      for (const slot of freeSlots(later(starts, length, "a"), others, around).slots) {
        expect(slot.startsAt > NOW).toBe(true);
        expect(others.filter((other) => nearness({ ...slot, where: "a" }, other, 30) !== null)).toEqual([]);
        expect(isWorkingDay(dateIn(slot.startsAt, WASHINGTON), "US")).toBe(true);
        expect(
          timeIn(slot.startsAt, WASHINGTON) >= "09:00" && timeIn(slot.endsAt, WASHINGTON) <= "18:00",
        ).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
