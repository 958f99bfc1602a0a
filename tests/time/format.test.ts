import { expect, test } from "vitest";
import {
  cityCode,
  cityOf,
  dayInProse,
  daysInProse,
  formatDay,
  formatDayAndClocks,
  formatDayAndTime,
  formatDays,
  formatDuration,
  monthInProse,
  relativeDay,
  twoClocks,
} from "#app/time/format.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";

const PRAGUE = "Europe/Prague";
const TODAY = "2026-11-10";

test("an instant is shown in 24 hours with its weekday, Washington unless another zone is asked for", () => {
  const instant = new Date("2026-11-12T19:00:00Z");
  expect(formatDayAndTime(instant, TODAY)).toBe("Thu 12 Nov, 14:00 in Washington");
  expect(formatDayAndTime(instant, TODAY, PRAGUE)).toBe("Thu 12 Nov, 20:00 in Prague");
  expect(formatDayAndClocks(instant, PRAGUE, TODAY)).toBe("Thu 12 Nov, 14:00 (20:00 in Prague)");
});

test("Washington comes first and the ministry's clock beside it", () => {
  expect(twoClocks(new Date("2026-11-12T19:00:00Z"), PRAGUE, TODAY)).toEqual({
    washington: "Thu 12 Nov, 14:00",
    home: "20:00 in Prague",
  });
});

test("the ministry's day is named where it is another day there", () => {
  expect(twoClocks(new Date("2026-11-13T00:00:00Z"), PRAGUE, TODAY).home).toBe("Fri 13 Nov, 01:00 in Prague");
});

test("a day of another year than this one stands with its year, on both clocks", () => {
  const [before, after] = ["2026-01-12", "2027-01-12"] as const;
  expect(formatDay("2026-11-12", before)).toBe("Thu 12 Nov");
  expect(formatDay("2026-11-12", after)).toBe("Thu 12 Nov 2026");
  const newYearsEve = new Date("2027-01-01T01:00:00Z");
  expect(twoClocks(newYearsEve, PRAGUE, before)).toEqual({
    washington: "Thu 31 Dec, 20:00",
    home: "Fri 1 Jan 2027, 02:00 in Prague",
  });
  expect(twoClocks(newYearsEve, PRAGUE, after)).toEqual({
    washington: "Thu 31 Dec 2026, 20:00",
    home: "Fri 1 Jan, 02:00 in Prague",
  });
});

test("days in a span share month and year where they can", () => {
  expect(formatDays("2026-11-09", "2026-11-13")).toBe("9 to 13 November 2026");
  expect(formatDays("2026-11-30", "2026-12-04")).toBe("30 November to 4 December 2026");
  expect(formatDays("2026-12-28", "2027-01-01")).toBe("28 December 2026 to 1 January 2027");
  expect(formatDays("2026-11-09", "2026-11-09")).toBe("9 November 2026");
});

test("the year is left out in this year only", () => {
  expect(formatDay("2026-09-24", "2026-11-10")).toBe("Thu 24 Sep");
  expect(formatDay("2025-09-24", "2026-11-10")).toBe("Wed 24 Sep 2025");
  expect(dayInProse("2026-12-03", "2026-11-10")).toBe("Thursday 3 December");
  expect(dayInProse("2027-01-03", "2026-11-10")).toBe("Sunday 3 January 2027");
  expect(dayInProse("2026-12-03", "2026-11-10")).toBe("Thursday 3 December");
  expect(dayInProse("2026-12-03", "2027-11-10")).toBe("Thursday 3 December 2026");
  expect(monthInProse("2026-11-03", "2026-11-10")).toBe("November");
  expect(monthInProse("2025-11-03", "2026-11-10")).toBe("November 2025");
  expect(daysInProse("2026-11-09", "2026-11-13", "2026-11-10")).toBe("9 to 13 November");
  expect(daysInProse("2026-11-09", "2026-11-13", "2027-11-10")).toBe("9 to 13 November 2026");
  expect(daysInProse("2026-12-28", "2027-01-01", "2026-11-10")).toBe("28 December 2026 to 1 January 2027");
});

test("days near today are told in words", () => {
  const words = ["2026-11-10", "2026-11-11", "2026-11-09", "2026-11-15", "2026-10-29"] as const;
  expect(words.map((date) => relativeDay(date, "2026-11-10"))).toEqual([
    "today",
    "tomorrow",
    "yesterday",
    "in 5 days",
    "12 days ago",
  ]);
});

test("minutes are told in hours from an hour on", () => {
  expect([0, 45, 60, 80].map(formatDuration)).toEqual(["0 min", "45 min", "1 h", "1 h 20 min"]);
});

test("a zone is called after its city", () => {
  expect(cityOf(WASHINGTON)).toBe("Washington");
  expect(cityOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(([WASHINGTON, PRAGUE, "Europe/Warsaw"] as const).map(cityCode)).toEqual(["WAS", "PRG", "WAR"]);
});
