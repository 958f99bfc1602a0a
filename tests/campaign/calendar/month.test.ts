import { expect, test } from "vitest";
import { monthDays, monthWeeks } from "#app/campaign/calendar/pages/month-model.ts";
import { type CalendarDate, clockTime, wallAt } from "#app/time/wall-time.ts";

const at = (day: CalendarDate, hour: string) => ({
  wallStart: wallAt(day, clockTime(Number(hour), 0)),
  wallEnd: wallAt(day, clockTime(Number(hour), 30)),
  isAllDay: false,
});
const DAY = "2026-11-12";
const NO_MORE = new Map<CalendarDate, number>();

test("a month is the whole weeks that it touches", () => {
  const november = monthWeeks(DAY);
  expect(november.map((week) => week[0])).toEqual([
    "2026-10-26",
    "2026-11-02",
    "2026-11-09",
    "2026-11-16",
    "2026-11-23",
    "2026-11-30",
  ]);
  expect(november.at(-1)?.at(-1)).toBe("2026-12-06");
  expect(monthWeeks("2027-02-14")).toHaveLength(4);
});

test("a cell shows four events in order of time and counts the rest, also those that were not read", () => {
  const events = ["17", "09", "11", "10", "15"].map((hour) => at(DAY, hour));
  const day = monthDays(events, [DAY], new Map([[DAY, 12]])).get(DAY);
  expect(day?.events.map(({ wallStart }) => wallStart.slice(11, 13))).toEqual(["09", "10", "11", "15"]);
  expect(day?.more).toBe(8);
});

test("an event of several days stands on each of them, before the hours", () => {
  const visit = { wallStart: `${DAY}T09:00`, wallEnd: "2026-11-14T18:00", isAllDay: false } as const;
  const early = at("2026-11-13", "08");
  const days = monthDays([early, visit], [DAY, "2026-11-13", "2026-11-14", "2026-11-15"], NO_MORE);
  expect([...days.values()].map(({ events }) => events)).toEqual([[visit], [visit, early], [visit], []]);
});
