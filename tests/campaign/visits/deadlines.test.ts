import fc from "fast-check";
import { expect, test } from "vitest";
import {
  actingCountry,
  closedOnTheDay,
  countedDay,
  dueDay,
  otherCapitalClosed,
  USUAL_DEADLINES,
  whyMoved,
} from "#app/campaign/visits/deadlines/deadline-day.ts";
import { type Deadline, dueDeadlines, type PreparedItem } from "#app/campaign/visits/deadlines/deadlines.ts";
import { dayOfVisit, daysOfVisit, signedDay } from "#app/campaign/visits/visit-days.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const HOME = { homeZone: "Europe/Prague", homeCountry: "CZ" } as const;
/** The visit of the mock-up: Thursday 19 November 2026. */
const VISIT = { first: "2026-11-19", last: "2026-11-19" } as const;

/** Looks at one day after the other, as a person with a wall calendar would. */
function byHand(visit: { first: CalendarDate; last: CalendarDate }, offset: number, country: string): string {
  let day = offset > 0 ? visit.last : visit.first;
  for (let left = Math.abs(offset); left > 0; left -= 1) day = addDays(day, offset > 0 ? 1 : -1);
  while (!isWorkingDay(day, country)) day = addDays(day, offset > 0 ? 1 : -1);
  return day;
}

test("the deadlines of any visit in two years are those that a person counts by hand", () => {
  const visit = fc
    .tuple(fc.integer({ min: 0, max: 730 }), fc.integer({ min: 0, max: 4 }))
    .map(([start, length]) => ({
      first: addDays("2026-01-01", start),
      last: addDays("2026-01-01", start + length),
    }));
  const country = fc.constantFrom("US", "CZ");
  fc.assert(
    fc.property(visit, fc.integer({ min: -60, max: 60 }), country, (days, offset, where) => {
      const due = dueDay(days, offset, where);
      expect(due).toBe(byHand(days, offset, where));
      expect(isWorkingDay(due, where)).toBe(true);
      expect(whyMoved(days, offset, where) === null).toBe(due === countedDay(days, offset));
    }),
    { numRuns: 1000 },
  );
});

test("the week of the mock-up: a Saturday goes to the Friday before, a Sunday to the Monday after", () => {
  const days = USUAL_DEADLINES.map(({ days: offset }) => [offset, dueDay(VISIT, offset, "US")]);
  expect(days).toEqual([
    [-10, "2026-11-09"],
    [-7, "2026-11-12"],
    [-5, "2026-11-13"],
    [-3, "2026-11-16"],
    [-2, "2026-11-17"],
    [1, "2026-11-20"],
    [3, "2026-11-23"],
  ]);
  expect(whyMoved(VISIT, -5, "US")).toBe("D−5 is a Saturday, so it is due on the working day before");
  expect(whyMoved(VISIT, 3, "US")).toBe("D+3 is a Sunday, so it is due on the working day after");
  expect(whyMoved(VISIT, -8, "US")).toBe("D−8 is Veterans Day, so it is due on the working day before");
});

test("when Prague is closed on the day, what it gives is asked for by its working day before", () => {
  expect(otherCapitalClosed("2026-11-17", "US", HOME, "2026-11-10")).toBe(
    "Prague is closed: ask by Mon 16 Nov",
  );
  expect(otherCapitalClosed("2026-11-11", "CZ", HOME, "2026-11-10")).toBe(
    "Washington is closed: ask by Tue 10 Nov",
  );
  expect(otherCapitalClosed("2026-11-18", "US", HOME, "2026-11-10")).toBeNull();
});

test("a visit that falls on a holiday or a weekend says which capital is closed", () => {
  expect(closedOnTheDay("2026-11-19", HOME)).toBeNull();
  expect(closedOnTheDay("2026-12-24", HOME)).toBe("Prague is closed: Christmas Eve");
  expect(closedOnTheDay("2026-11-26", HOME)).toBe("Washington is closed: Thanksgiving Day");
  expect(closedOnTheDay("2026-11-21", HOME)).toBe(
    "Washington is closed: a Saturday. Prague is closed: a Saturday",
  );
});

test("who lives on the clocks of home acts from home, everybody else from Washington", () => {
  expect(actingCountry("Europe/Prague", HOME)).toBe("CZ");
  expect(actingCountry("Europe/Brussels", HOME)).toBe("US");
  expect(actingCountry(null, HOME)).toBe("US");
});

test("days before count from the first day and days after from the last", () => {
  const three = { first: "2026-11-17", last: "2026-11-19" } as const;
  expect(countedDay(three, -2)).toBe("2026-11-15");
  expect(countedDay(three, 1)).toBe("2026-11-20");
  expect(dayOfVisit(three, "2026-11-10")).toBe("D−7");
  expect(dayOfVisit(three, "2026-11-18")).toBe("D");
  expect(dayOfVisit(three, "2026-11-22")).toBe("D+3");
  expect(signedDay(0)).toBe("D");
});

test("whole days end at a midnight that is no day of the visit", () => {
  const whole = { wallStart: "2026-11-19T00:00", wallEnd: "2026-11-20T00:00", isAllDay: true } as const;
  expect(daysOfVisit(whole)).toEqual(VISIT);
  const hours = { wallStart: "2026-11-19T08:30", wallEnd: "2026-11-19T18:45", isAllDay: false } as const;
  expect(daysOfVisit(hours)).toEqual(VISIT);
});

const deadline = (given: Partial<Deadline>): Deadline => ({
  id: `d${given.days}`,
  version: 1,
  days: -7,
  title: "Access data",
  note: "",
  kind: "own",
  time: "12:00",
  owner: null,
  done: null,
  ...given,
});
const item = (given: Partial<PreparedItem> = {}): PreparedItem => ({
  title: "Pentagon",
  takesPlace: true,
  endsAt: new Date("2026-11-19T20:00:00Z"),
  hasPlanB: true,
  isAtRisk: false,
  isPaperCleared: true,
  ...given,
});
const seen = (deadlines: Deadline[], items: PreparedItem[], now: string) =>
  dueDeadlines(deadlines, { items, programmeNumber: 4 }, { days: VISIT, home: HOME, now: new Date(now) }).map(
    ({ id, state, words }) => [id, state, words],
  );

test("what is not done by its hour is overdue, and the first to come is the next", () => {
  const three = [deadline({ days: -2 }), deadline({ days: -10 }), deadline({ days: -7 })];
  expect(seen(three, [], "2026-11-12T16:59:00Z")).toEqual([
    ["d-10", "overdue", null],
    ["d-7", "next", null],
    ["d-2", "waiting", null],
  ]);
  expect(seen(three, [], "2026-11-12T17:00:00Z")[1]).toEqual(["d-7", "overdue", null]);
});

test("briefs are done once the papers of all items that need one are cleared", () => {
  const briefs = [deadline({ days: -5, kind: "briefs" })];
  const internal = item({ isPaperCleared: null });
  const off = item({ takesPlace: false, isPaperCleared: false });
  const now = "2026-11-10T12:00:00Z";
  expect(seen(briefs, [item(), item({ isPaperCleared: false }), internal, off], now)).toEqual([
    ["d-5", "next", "1 of 2 cleared"],
  ]);
  expect(seen(briefs, [item(), internal, off], now)).toEqual([["d-5", "done", "All cleared"]]);
  expect(seen(briefs, [internal], now)).toEqual([["d-5", "next", "No item needs a paper yet"]]);
  expect(seen(briefs, [], now)).toEqual([["d-5", "next", "No items yet"]]);
});

test("what was not ready when its meetings were over is past, not overdue", () => {
  const briefs = [deadline({ days: -5, kind: "briefs" }), deadline({ days: -10, kind: "programme" })];
  const items = [item(), item({ isPaperCleared: false }), item({ isPaperCleared: false, hasPlanB: false })];
  const late = { endsAt: new Date("2026-11-19T22:00:00Z") };
  expect(seen(briefs, [item(), item({ ...late, isPaperCleared: false })], "2026-11-19T21:00:00Z")[1]).toEqual(
    ["d-5", "overdue", "1 of 2 cleared"],
  );
  expect(seen(briefs, items, "2026-11-19T20:00:00Z")).toEqual([
    ["d-10", "past", "1 of 3 without a plan B"],
    ["d-5", "past", "2 of 3 not cleared in time"],
  ]);
});

test("what was to be done before a visit is past once it is over; what comes after it stays overdue", () => {
  const own = [deadline({ days: -2 }), deadline({ days: -3, kind: "plan B" }), deadline({ days: 1 })];
  expect(seen(own, [item()], "2026-11-20T04:00:00Z").slice(0, 2)).toEqual([
    ["d-3", "overdue", "Nothing at risk now"],
    ["d-2", "overdue", null],
  ]);
  expect(seen(own, [item()], "2026-11-20T17:00:00Z")).toEqual([
    ["d-3", "past", "Not marked as done"],
    ["d-2", "past", "Not marked as done"],
    ["d1", "overdue", null],
  ]);
});

test("the programme is done once every item says what happens instead", () => {
  const programme = [deadline({ days: -10, kind: "programme" })];
  const now = "2026-11-08T12:00:00Z";
  expect(seen(programme, [item(), item({ hasPlanB: false })], now)).toEqual([
    ["d-10", "next", "1 of 2 with a plan B"],
  ]);
  expect(seen(programme, [item()], now)).toEqual([["d-10", "done", "Done, version 4"]]);
});

test("the decision on plan B names what is at risk until somebody ticks it", () => {
  const decide = deadline({ days: -3, kind: "plan B" });
  const now = "2026-11-10T12:00:00Z";
  const items = [item(), item({ title: "Senate", isAtRisk: true })];
  expect(seen([decide], items, now)).toEqual([["d-3", "next", "At risk: Senate"]]);
  const done = { ...decide, done: { at: new Date("2026-11-16T15:00:00Z"), by: "Alena" } };
  expect(seen([done], items, now)).toEqual([["d-3", "done", "Done Mon 16 Nov, Alena"]]);
});
