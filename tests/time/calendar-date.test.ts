import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, mondayOf, weekdayOf } from "#app/time/calendar-date.ts";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));

test("a week begins on Monday and has seven days, whatever day it is asked for", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(mondayOf(date), days));
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
