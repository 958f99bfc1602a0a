import fc from "fast-check";
import { expect, test } from "vitest";
import { briefDueOnDay, dueDatesOfDay } from "#app/time/back-planning.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { addWorkingDays, holidayOn, holidaysBetween, isWorkingDay } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { bruteForceDue } from "../support/brute-force-days.ts";

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2024-01-01", days));

test("the federal holidays of 2026 are the eleven of the law, with the day on which 4 July is observed", () => {
  const dates = holidaysBetween("US", "2026-01-01", "2026-12-31").map(({ date }) => date.slice(5));
  expect(dates).toEqual([
    "01-01",
    "01-19",
    "02-16",
    "05-25",
    "06-19",
    "07-03",
    "07-04",
    "09-07",
    "10-12",
    "11-11",
    "11-26",
    "12-25",
  ]);
});

test("Czech holidays follow Easter", () => {
  expect(holidayOn("2026-04-03", "CZ")?.name).toBe("Good Friday");
  expect(holidayOn("2027-03-29", "CZ")?.name).toBe("Easter Monday");
  expect(holidayOn("2026-11-17", "CZ")).not.toBeNull();
  expect(holidayOn("2026-11-17", "US")).toBeNull();
});

test("a country without rules has weekends only", () => {
  expect(isWorkingDay("2026-12-25", "XX")).toBe(true);
  expect(isWorkingDay("2026-12-26", "XX")).toBe(false);
});

test("the day after Thanksgiving is a working day of the government", () => {
  expect(isWorkingDay("2026-11-26", "US")).toBe(false);
  expect(isWorkingDay("2026-11-27", "US")).toBe(true);
});

test("counting working days lands on one and crosses exactly that many", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 15 }),
      fc.constantFrom("US", "CZ"),
      (date, days, country) => {
        const later = addWorkingDays(date, days, country);
        const crossed = Array.from({ length: 60 }, (_, index) => addDays(date, index + 1))
          .filter((day) => day <= later)
          .filter((day) => isWorkingDay(day, country));
        expect(crossed).toHaveLength(days);
        expect(crossed.at(-1)).toBe(later);
      },
    ),
  );
});

test("for Friday 13 November 2026 the brief is due Tuesday at noon and clearance on Monday", () => {
  expect(dueDatesOfDay("2026-11-13", "CZ")).toEqual({ brief: "2026-11-10", clearance: "2026-11-09" });
  expect(briefDueOnDay("2026-11-13")).toEqual(new Date("2026-11-10T17:00:00Z"));
});

test("a Czech holiday moves the clearance and not the brief", () => {
  expect(dueDatesOfDay("2026-11-20", "CZ")).toEqual({ brief: "2026-11-18", clearance: "2026-11-16" });
  expect(dueDatesOfDay("2026-11-20", "US")).toEqual({ brief: "2026-11-18", clearance: "2026-11-17" });
});

test("for every day of 2026 and 2027 the papers are due as a walk back through both calendars says", () => {
  for (let day: CalendarDate = "2026-01-08"; day <= "2027-12-31"; day = addDays(day, 1)) {
    const { brief, clearanceCzech, clearanceEmbassy } = bruteForceDue(day);
    expect(dueDatesOfDay(day, "CZ"), day).toEqual({ brief, clearance: clearanceCzech });
    expect(dueDatesOfDay(day, "US"), day).toEqual({ brief, clearance: clearanceEmbassy });
  }
});
