import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, mondayOf, weekdayOf, weekNumber, weekOf } from "#app/time/calendar-date.ts";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));

test("a week begins on Monday and has seven days, whatever day it is asked for", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const week = weekOf(date);
      expect(week).toContain(date);
      expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(new Set(week.map(mondayOf)).size).toBe(1);
    }),
  );
});

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test("weeks are numbered by ISO 8601 over the turn of the year", () => {
  expect(weekNumber("2026-01-01")).toBe(1);
  expect(weekNumber("2026-12-31")).toBe(53);
  expect(weekNumber("2027-01-03")).toBe(53);
  expect(weekNumber("2027-01-04")).toBe(1);
  expect(weekNumber("2026-11-10")).toBe(46);
});
