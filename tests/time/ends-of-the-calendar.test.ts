import { expect, test } from "vitest";
import { workingDaysBetween } from "#app/campaign/activity/clearance-activity.ts";
import { monthsBetween } from "#app/campaign/activity/event-counts.ts";
import { closedDay, dueUnlessTyped, holidaysAhead, nextWeek } from "#app/campaign/follow-ups/due-date.ts";
import { inSpans, spansOf } from "#app/campaign/session-days/spans.ts";
import { monthsDrawn } from "#app/method/chart-place.ts";
import { addDays, dayNumber, daysFrom, isCalendarDate, monthOf } from "#app/time/calendar-date.ts";
import { addWorkingDays, holidaysBetween, isWorkingDay, nextDayThat } from "#app/time/holidays.ts";
import { hoursApart } from "#app/time/hours-apart.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";

const INSIDE = ["1900-01-01", "2199-12-31"] as const;
const OUTSIDE = ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"] as const;
const HOME = { country: "CZ", city: "Prague" };

test.for(INSIDE)("%s is a day of the product, as it is typed and as it is sent", (day) => {
  expect(isCalendarDate(day)).toBe(true);
  expect(parseDate(day, "2026-11-10")).toEqual({ ok: true, date: day });
});

test.for(OUTSIDE)("%s is no day of the product, and whoever types it is told which are", (day) => {
  expect(isCalendarDate(day)).toBe(false);
  expect(parseDate(day, "2026-11-10")).toEqual({ ok: false, reason: "year-out-of-range" });
  expect(explainDateRefusal("year-out-of-range")).toBe("Enter a year from 1900 to 2199");
});

test.for([...INSIDE, ...OUTSIDE])("whatever counts days from %s on, or up to it, comes to an end", (day) => {
  expect(closedDay(day, HOME)?.better ?? day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(nextWeek(day, "2026-11-10", HOME)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(dueUnlessTyped(day, day, HOME)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(addWorkingDays(day, -3, "US")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(addWorkingDays(day, 3, "US")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(holidaysAhead(day, 7, HOME)).toBeInstanceOf(Array);
  expect(workingDaysBetween(day, addDays(day, 9), "US")).toBeLessThan(8);
  expect(spansOf([], "House", day, addDays(day, 9))).toBeInstanceOf(Array);
  expect(holidaysBetween("CZ", day, addDays(day, 400)).every(({ date }) => isCalendarDate(date))).toBe(true);
  expect(hoursApart(day, addDays(day, 1), "Europe/Prague").length).toBeLessThan(4);
  for (const [first, last] of [
    [day, "2026-11-10"],
    ["2026-11-10", day],
  ] as const) {
    expect(monthsBetween([monthOf(first), monthOf(last)])).toHaveLength(2);
    const frame = { left: 0, right: 100, top: 0, bottom: 1, first: dayNumber(first), last: dayNumber(last) };
    expect(monthsDrawn(frame).length).toBeLessThanOrEqual(5);
    expect(
      inSpans(
        [first, last].map((at) => ({ day: at, said: "" })),
        String,
      ),
    ).toHaveLength(2);
  }
});

test("the days between two are named at most for as long as the product's calendar is", () => {
  expect(daysFrom("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  expect(daysFrom("2026-03-01", "2026-02-27")).toEqual([]);
  expect(daysFrom("1900-01-01", "2199-12-31")).toHaveLength(109_573);
  expect(daysFrom("2026-11-10", "9999-12-31")).toEqual([]);
  expect(daysFrom("0001-01-01", "2026-11-10")).toEqual([]);
});

test("a day that nothing satisfies is given up after a year, and stays as it was", () => {
  expect(nextDayThat("2026-11-10", 1, () => false)).toBe("2026-11-10");
  expect(nextDayThat("2026-11-11", 1, (day) => isWorkingDay(day, "US"))).toBe("2026-11-12");
});
