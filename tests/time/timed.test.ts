import { expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { spanInWords, spanOnClocks, startOnClocks } from "#app/time/format.ts";
import { timedIfAny, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

const PRAGUE = "Europe/Prague";
const TODAY = "2026-11-10";

const between = (startsAt: string, endsAt: string, zone: Zone = WASHINGTON) => ({
  ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt), zone, isAllDay: false },
});
const noon = between("2026-11-12T16:30:00Z", "2026-11-12T17:50:00Z");

test("a span names the day once, and again where it ends on another", () => {
  expect(spanOnClocks(noon, PRAGUE, TODAY)).toEqual({
    washington: "Thu 12 Nov, 11:30 to 12:50",
    home: "17:30 to 18:50 in Prague",
  });
  const long = between("2026-11-12T16:30:00Z", "2026-11-13T00:00:00Z");
  expect(spanOnClocks(long, PRAGUE, TODAY)).toEqual({
    washington: "Thu 12 Nov, 11:30 to 19:00",
    home: "17:30 to Fri 13 Nov, 01:00 in Prague",
  });
});

test("a span over New Year has the year of the day that is in another than today", () => {
  const night = between("2027-01-01T01:00:00Z", "2027-01-01T06:00:00Z");
  expect(spanOnClocks(night, PRAGUE, "2027-01-12")).toEqual({
    washington: "Thu 31 Dec 2026, 20:00 to Fri 1 Jan, 01:00",
    home: "Fri 1 Jan, 02:00 to 07:00 in Prague",
  });
});

test("whole days are told by their days, with their place where it is not Washington", () => {
  const told = (first: "2026-12-03" | "2026-12-04", zone: Zone) =>
    [spanOnClocks, startOnClocks].map((on) => on(wholeDays(first, "2026-12-04", zone), PRAGUE, TODAY));
  const both = (washington: string) => Array(2).fill({ washington, home: "" });
  expect(told("2026-12-04", WASHINGTON)).toEqual(both("Fri 4 Dec, all day"));
  expect(told("2026-12-03", WASHINGTON)).toEqual(both("Thu 3 Dec to Fri 4 Dec, all day"));
  expect(told("2026-12-04", PRAGUE)).toEqual(both("Fri 4 Dec, all day in Prague"));
});

test("an event on a third clock is told on that one too", () => {
  const there = { ...noon, zone: "Europe/London" as const };
  expect(startOnClocks(there, PRAGUE, TODAY).home).toBe("17:30 in Prague · 16:30 in London");
  expect(spanInWords(there, PRAGUE, TODAY)).toBe(
    "Thu 12 Nov, 11:30 to 12:50 (17:30 to 18:50 in Prague · 16:30 to 17:50 in London)",
  );
  expect(startOnClocks(noon, PRAGUE, TODAY)).toEqual({
    washington: "Thu 12 Nov, 11:30",
    home: "17:30 in Prague",
  });
});

test("a row of a left join has a time or none", () => {
  const row = { starts_at: "2026-11-12T16:30:00Z", ends_at: "2026-11-12T17:50:00Z", is_all_day: 0 } as const;
  expect(timedIfAny({ ...row, zone: WASHINGTON })).toEqual(noon);
  expect(timedIfAny({ starts_at: null, ends_at: null, zone: null, is_all_day: null })).toBeNull();
});
