import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#app/time/calendar-date.ts";
import { gapNote, hoursApart, unusualTimes } from "#app/time/hours-apart.ts";
import { type CalendarDate, hoursAheadOfWashington, type Zone } from "#app/time/wall-time.ts";

const PRAGUE = "Europe/Prague";
const note = (monday: CalendarDate) => gapNote(monday, addDays(monday, 6), PRAGUE, "this week");

test("in most weeks the sentence names six hours, and nothing is unusual", () => {
  expect(note("2026-11-09")).toEqual({ words: "Prague is 6 hours ahead this week.", isUnusual: false });
});

test("a week of five hours is flagged", () => {
  expect(note("2026-03-16")).toEqual({
    words: "Prague is 5 hours ahead, not 6, this week.",
    isUnusual: true,
  });
});

test("a week in which the gap changes names the instant at which it does", () => {
  const words = (monday: CalendarDate) => note(monday).words;
  expect(words("2026-03-02")).toBe("Prague is 6 hours ahead until Sun 8 Mar, 03:00 in Washington, then 5.");
  expect(words("2026-03-23")).toBe(
    "Prague is 5 hours ahead, not 6, until Sat 28 Mar, 21:00 in Washington, then 6.",
  );
  expect(words("2026-10-19")).toBe("Prague is 6 hours ahead until Sat 24 Oct, 21:00 in Washington, then 5.");
  expect(words("2026-10-26")).toBe(
    "Prague is 5 hours ahead, not 6, until Sun 1 Nov, 01:00 in Washington, then 6.",
  );
});

test("a capital whose clock goes with Washington's, or stays behind it, is named so", () => {
  const words = (zone: Zone) => gapNote("2026-11-09", "2026-11-15", zone, "this week").words;
  expect(words("America/New_York")).toBe("Washington is on the same clock this week.");
  expect(words("America/Los_Angeles")).toBe("Los Angeles is 3 hours behind this week.");
  expect(words("Asia/Kolkata")).toBe("Kolkata is 10½ hours ahead this week.");
});

test("the year's five hours are named by the days on which the clocks change at home", () => {
  expect(unusualTimes(2026, PRAGUE).map(({ words }) => words)).toEqual([
    "Sun 8 Mar to Sun 29 Mar",
    "Sun 25 Oct to Sun 1 Nov",
  ]);
  expect(unusualTimes(2026, "America/New_York")).toEqual([]);
});

test("every part of a year has the gap that the clocks show at each of its hours", () => {
  const parts = hoursApart("2026-01-01", "2027-12-31", PRAGUE);
  const hour = fc.integer({ min: 0, max: 2 * 365 * 24 - 1 }).map((hours) => hours * 3_600_000);
  fc.assert(
    fc.property(hour, (after) => {
      const instant = new Date((parts[0]?.from.getTime() ?? 0) + after);
      expect(parts.findLast(({ from }) => from <= instant)?.hours).toBe(
        hoursAheadOfWashington(instant, PRAGUE),
      );
    }),
    { numRuns: 500 },
  );
});
