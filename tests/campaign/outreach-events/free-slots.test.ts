import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AroundSlots,
  freeSlots,
  type WantedSlot,
} from "#app/campaign/outreach-events/moving/free-slots.ts";
import { slotsInWords } from "#app/campaign/outreach-events/moving/slots-in-words.ts";
import { clashKind } from "#app/campaign/outreach-events/warnings/clash.ts";
import type { SessionDay } from "#app/campaign/session-days/session-day.ts";
import { daysFrom } from "#app/time/calendar-date.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dateIn,
  type TimeOfDay,
  timeIn,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
} from "#app/time/wall-time.ts";

const at = (wall: WallTime) => new Date(`${wall}:00-05:00`);
const span = (day: CalendarDate, from: TimeOfDay, to: TimeOfDay, where: string | null = null) => ({
  startsAt: at(`${day}T${from}`),
  endsAt: at(`${day}T${to}`),
  where,
});
const roundtable = span("2026-11-12", "11:30", "12:50");
const pentagon = span("2026-11-12", "11:00", "12:20");
const NOW = at("2026-11-10T10:40");
const HOME = { homeZone: "Europe/Prague", homeCountry: "CZ" } as const;
const around: AroundSlots = {
  now: NOW,
  home: HOME,
  travelMinutes: 30,
  chambers: [],
  sessionDays: [],
  lastDay: "2026-12-31",
};
const moved = (own: typeof roundtable, by: CalendarDate | null = null) => ({
  own,
  by,
  minutes: (own.endsAt.getTime() - own.startsAt.getTime()) / 60_000,
  where: own.where,
});
const WISH = { own: null, by: null, minutes: 60, where: null };
const told = (found: ReturnType<typeof freeSlots>) =>
  found.slots.map(({ startsAt, why }) => [wallTimeIn(startsAt, WASHINGTON), why]);
const stands = (day: CalendarDate, standing: SessionDay["standing"]): SessionDay => {
  return { chamber: "Senate", day, standing, source: "senate.gov", asOf: "2026-11-01" };
};
const spans = (first: CalendarDate, last: CalendarDate, standing: SessionDay["standing"]) =>
  daysFrom(first, last).map((day) => stands(day, standing));
const inWords = (
  wanted: WantedSlot,
  busy: readonly (typeof roundtable)[],
  given: Partial<AroundSlots> = {},
) => {
  const known: AroundSlots = { ...around, ...given };
  const { finding, slots } = slotsInWords(freeSlots(wanted, busy, known), wanted, known, WASHINGTON);
  return [finding, ...slots.map(({ label, beside }) => `${label} | ${beside}`)];
};

test("what stands in the calendar gets three free slots in both cities' hours, each with its reason", () => {
  expect(inWords(moved(roundtable), [pentagon])).toEqual([
    null,
    "Thu 12 Nov, 09:00 | 15:00 in Prague; another time that day, within working hours in both cities",
    "Fri 13 Nov, 09:00 | 15:00 in Prague; next free slot, within working hours in both cities",
    "Thu 19 Nov, 11:30 | 17:30 in Prague; same time next week, outside working hours in Prague",
  ]);
});

test("where the mornings are full, the first hour later that day is offered, and said to be after hours", () => {
  const mornings = daysFrom("2026-11-10", "2026-12-31").map((day) => span(day, "08:00", "12:30"));
  expect(inWords(moved(roundtable), mornings)[1]).toBe(
    "Thu 12 Nov, 13:00 | 19:00 in Prague; another time that day, outside working hours in Prague",
  );
  expect(inWords(WISH, mornings)[0]).toBe("None of these slots is within working hours in Prague.");
});

test("days in session come before days of which nothing is known, and none on which the chamber is away", () => {
  const sessionDays = [stands("2026-11-12", "away"), ...spans("2026-11-16", "2026-11-18", "in session")];
  const given = { chambers: ["Senate" as const], sessionDays };
  expect(inWords(WISH, [], given)).toEqual([
    null,
    "Mon 16 Nov, 09:00 | 15:00 in Prague; Senate in session, within working hours in both cities",
    "Tue 17 Nov, 09:00 | 15:00 in Prague; Senate in session, Prague closed: Struggle for Freedom and Democracy Day",
    "Wed 18 Nov, 09:00 | 15:00 in Prague; Senate in session, within working hours in both cities",
  ]);
  expect(inWords(moved(roundtable), [], { ...given, sessionDays: [stands("2026-11-13", "away")] })[2]).toBe(
    "Mon 16 Nov, 09:00 | 15:00 in Prague; next free slot, not known whether the Senate will be in session, within working hours in both cities",
  );
});

test("a slot chosen for its sitting is not said to be within the hours of both cities", () => {
  const mornings = daysFrom("2026-11-10", "2026-12-31").map((day) => span(day, "08:00", "12:30"));
  const given = { chambers: ["Senate" as const], sessionDays: [stands("2026-11-16", "in session")] };
  expect(inWords(moved(roundtable), mornings, given)[2]).toBe(
    "Mon 16 Nov, 12:30 | 18:30 in Prague; Senate in session, outside working hours in Prague",
  );
});

test("what is wanted in a recess is told so, with the first slots after it", () => {
  const sessionDays = [
    ...spans("2026-11-10", "2026-12-08", "away"),
    ...spans("2026-12-09", "2026-12-20", "in session"),
  ];
  const given = { chambers: ["Senate" as const], sessionDays };
  expect(inWords({ ...WISH, by: "2026-11-30" }, [], given).slice(0, 2)).toEqual([
    "There is no slot up to Mon 30 Nov: the Senate is away on every working day. The first slots after that are:",
    "Wed 9 Dec, 09:00 | 15:00 in Prague; 9 days later than wanted, Senate in session, within working hours in both cities",
  ]);
  const away = { ...given, sessionDays: spans("2026-11-10", "2026-12-31", "away") };
  expect(inWords({ ...WISH, by: "2026-11-30" }, [], away)).toEqual([
    "There is no slot up to Mon 30 Nov: the Senate is away on every working day. There is no free slot up to Thu 31 Dec either.",
  ]);
  expect(inWords(WISH, [], away)).toEqual([
    "There is no free slot up to Thu 31 Dec. Days on which the Senate is away are not offered.",
  ]);
});

test("slots by the day that was wanted come first; a later one says by how much", () => {
  expect(inWords({ ...WISH, by: "2026-11-13" }, [])).toEqual([
    null,
    "Thu 12 Nov, 09:00 | 15:00 in Prague; within working hours in both cities",
    "Fri 13 Nov, 09:00 | 15:00 in Prague; within working hours in both cities",
    "Mon 16 Nov, 09:00 | 15:00 in Prague; 3 days later than wanted, within working hours in both cities",
  ]);
  expect(inWords({ ...WISH, by: "2026-11-10" }, [])[0]).toBe(
    "It was wanted by Tue 10 Nov, so no working day is left for it. The first slots after that are:",
  );
  const full = { startsAt: at("2026-11-11T00:00"), endsAt: at("2026-11-16T23:00"), where: null };
  expect(inWords({ ...WISH, by: "2026-11-16" }, [full])[0]).toBe(
    "There is no slot up to Mon 16 Nov: there is no time when everyone is free. The first slots after that are:",
  );
  expect(told(freeSlots(moved(roundtable, "2026-11-13"), [], around)).map(([start]) => start)).toEqual([
    "2026-11-12T09:00",
    "2026-11-13T09:00",
    "2026-11-16T09:00",
  ]);
});

test("what takes longer than a working day gets no slot, and is told why", () => {
  expect(inWords({ ...WISH, minutes: 600 }, [])).toEqual([
    "It is longer than a working day, so no slot can be offered.",
  ]);
});

test("the way to another place is left free", () => {
  const office = moved({ ...roundtable, where: "dirksen building" });
  const elsewhere = [
    span("2026-11-12", "08:00", "11:00", "pentagon"),
    span("2026-11-12", "13:00", "15:00", "pentagon"),
  ];
  expect(told(freeSlots(office, elsewhere, around))[0]).toEqual([
    "2026-11-12T15:30",
    "another time that day",
  ]);
});

test("the longest way counts from before the working day, and to what begins after it", () => {
  const days = daysFrom("2026-11-11", "2026-12-31");
  const elsewhere = (from: TimeOfDay, to: TimeOfDay) => days.map((day) => span(day, from, to, "bonn"));
  const wish = { ...WISH, where: "hart" };
  const given = { ...around, travelMinutes: 240 };
  const times = (busy: readonly (typeof roundtable)[]) => {
    return new Set(freeSlots(wish, busy, given).slots.map(({ startsAt }) => timeIn(startsAt, WASHINGTON)));
  };
  expect(times(elsewhere("05:00", "06:00"))).toEqual(new Set(["10:00"]));
  expect(times(elsewhere("20:00", "21:00"))).toEqual(new Set(["09:00"]));
  expect(times([...elsewhere("05:00", "07:00"), ...elsewhere("18:30", "21:00")])).toEqual(new Set(["11:00"]));
  expect(times([...elsewhere("05:00", "07:00"), ...elsewhere("15:00", "16:00")])).toEqual(new Set());
});

test("the time at which it stands is never offered", () => {
  const early = moved(span("2026-11-12", "09:00", "10:00"));
  expect(told(freeSlots(early, [], around)).map(([start]) => start)).toEqual([
    "2026-11-12T09:30",
    "2026-11-13T09:00",
    "2026-11-19T09:00",
  ]);
});

test("where the rest of the week is full, that is said, and the next days are offered", () => {
  const all = { startsAt: at("2026-11-12T00:00"), endsAt: at("2026-11-16T23:00"), where: null };
  const found = inWords(moved(roundtable), [all]);
  expect(found[0]).toBe("There is no free slot left in that week. The next are:");
  expect(found.slice(1).map((words) => words?.slice(0, 10))).toEqual([
    "Wed 18 Nov",
    "Thu 19 Nov",
    "Fri 20 Nov",
  ]);
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
      for (const slot of freeSlots(moved(later(starts, length, "a")), others, around).slots) {
        expect(slot.startsAt > NOW).toBe(true);
        expect(others.filter((other) => clashKind({ ...slot, where: "a" }, other, 30) !== null)).toEqual([]);
        expect(isWorkingDay(dateIn(slot.startsAt, WASHINGTON), "US")).toBe(true);
        expect(
          timeIn(slot.startsAt, WASHINGTON) >= "09:00" && timeIn(slot.endsAt, WASHINGTON) <= "18:00",
        ).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
