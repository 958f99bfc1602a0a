import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate, formatDayWithYear, formatLongDay } from "#app/time/format.ts";
import { explainDateRefusal, parseDate, parseTime } from "#app/time/parse-date.ts";

const TODAY = "2026-11-10";
const anyDay = fc.integer({ min: -13_000, max: 26_000 }).map((days) => addDays(TODAY, days));

test("a date may be typed in the ways that are used on both sides", () => {
  const ways = ["12 Nov 2026", "12 November 2026", "12 november", "12.11.2026", "12. 11. 2026", "12.11."];
  const more = [
    "2026-11-12",
    "Thu 12 Nov",
    "Thursday, 12 Nov 2026",
    "Nov 12, 2026",
    "12th Nov",
    " 12  NOV 2026 ",
  ];
  for (const typed of [...ways, ...more]) {
    expect([typed, parseDate(typed, TODAY)]).toEqual([typed, { ok: true, date: "2026-11-12" }]);
  }
});

test("every date that the product shows can be typed back", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom(formatDate, formatDayWithYear, formatLongDay, String),
      (date, show) => {
        expect(parseDate(show(date), TODAY)).toEqual({ ok: true, date });
      },
    ),
  );
});

test("no text makes the parser throw, and what it takes is a day of the calendar", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.stringMatching(/^[0-9. /-]{0,12}$/),
        fc.constantFrom("__proto__", "constructor", "toString"),
      ),
      (typed) => {
        const parsed = parseDate(typed, TODAY);
        if (parsed.ok) expect(parseDate(parsed.date, TODAY)).toEqual(parsed);
        else expect(explainDateRefusal(parsed.reason)).not.toBe("");
      },
    ),
    { numRuns: 2000 },
  );
});

test("a day that the calendar lacks is refused", () => {
  for (const typed of [
    "30 February 2026",
    "30.2.2026",
    "2026-02-30",
    "29 Feb 2027",
    "31 Nov",
    "0 May 2026",
  ]) {
    expect([typed, parseDate(typed, TODAY)]).toEqual([typed, { ok: false, reason: "day-does-not-exist" }]);
  }
  expect(parseDate("29 Feb 2028", TODAY)).toEqual({ ok: true, date: "2028-02-29" });
});

test("a date with slashes is refused, since each side reads it differently", () => {
  for (const typed of ["11/12/2026", "11/12", "2026/11/12", "13/11/2026"]) {
    expect([typed, parseDate(typed, TODAY)]).toEqual([
      typed,
      { ok: false, reason: "day-and-month-ambiguous" },
    ]);
  }
});

test("a weekday that is not that day's is refused", () => {
  expect(parseDate("Fri 12 Nov 2026", TODAY)).toEqual({ ok: false, reason: "weekday-does-not-match" });
});

test("a date without a year is the closest one", () => {
  expect(parseDate("3 January", TODAY)).toEqual({ ok: true, date: "2027-01-03" });
  expect(parseDate("28 Dec", "2026-01-05")).toEqual({ ok: true, date: "2025-12-28" });
});

test("a weekday alone is the next one, today included", () => {
  for (const [typed, date] of [
    ["fri", "2026-11-13"],
    ["Friday", "2026-11-13"],
    ["tue.", "2026-11-10"],
    ["Mon", "2026-11-16"],
    ["pátek", "2026-11-13"],
    ["weds", "2026-11-11"],
  ] as const) {
    expect(parseDate(typed, TODAY), typed).toEqual({ ok: true, date });
  }
  expect(parseDate("mo", TODAY).ok).toBe(false);
  expect(parseDate("month", TODAY).ok).toBe(false);
});

test("words for days count from today", () => {
  expect(parseDate("tomorrow", TODAY)).toEqual({ ok: true, date: "2026-11-11" });
  expect(parseDate("Yesterday", TODAY)).toEqual({ ok: true, date: "2026-11-09" });
});

test("nothing, nonsense and far years are each refused in their own words", () => {
  expect(parseDate(" ", TODAY)).toEqual({ ok: false, reason: "date-missing" });
  expect(parseDate("soon", TODAY)).toEqual({ ok: false, reason: "date-not-understood" });
  expect(parseDate("12 Nov 1826", TODAY)).toEqual({ ok: false, reason: "year-out-of-range" });
  expect(parseDate("12 Nov 2026; drop table", TODAY)).toEqual({ ok: false, reason: "date-not-understood" });
});

test("a time may be typed in 24 or 12 hours and is answered in 24", () => {
  const ways = { "14:00": "14:00", "14.00": "14:00", "1430": "14:30", "9:05": "09:05", "14": "14:00" };
  const halves = {
    "2 pm": "14:00",
    "2:30 p.m.": "14:30",
    "12 am": "00:00",
    "12:15 PM": "12:15",
    noon: "12:00",
  };
  for (const [typed, time] of Object.entries({ ...ways, ...halves })) {
    expect([typed, parseTime(typed)]).toEqual([typed, { ok: true, time }]);
  }
});

test("a time that no clock shows is refused", () => {
  for (const typed of ["24:00", "12:60", "13 pm", "0 am", "half past two", "-1:00", "1:5"]) {
    expect([typed, parseTime(typed)]).toEqual([typed, { ok: false, reason: "time-not-understood" }]);
  }
  expect(parseTime("")).toEqual({ ok: false, reason: "time-missing" });
});
