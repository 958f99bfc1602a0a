import { expect, test } from "vitest";
import {
  closedDay,
  dueUnlessTyped,
  explainDueRefusal,
  holidaysAhead,
  nextWeek,
  parseDueDate,
} from "#app/campaign/follow-ups/due-date.ts";

const home = { country: "CZ", city: "Prague" };

test("a due day is a day after the meeting", () => {
  expect(parseDueDate("18 Nov", "2026-11-10", "2026-11-10")).toEqual({ ok: true, dueOn: "2026-11-18" });
  expect(parseDueDate("10 Nov 2026", "2026-11-10", "2026-11-10")).toEqual({
    ok: false,
    reason: "due-not-after-event",
  });
  expect(parseDueDate("8 Nov", null, "2026-11-10")).toEqual({ ok: true, dueOn: "2026-11-08" });
});

test("what is no date is refused as everywhere", () => {
  expect(parseDueDate("30 February", null, "2026-11-10")).toEqual({
    ok: false,
    reason: "day-does-not-exist",
  });
  expect(parseDueDate("", null, "2026-11-10")).toEqual({ ok: false, reason: "date-missing" });
});

test("a day too early is answered with an example on which both sides work", () => {
  expect(explainDueRefusal("due-not-after-event", "2026-11-10", home)).toBe(
    "Enter a date after Tuesday 10 November, like 18 Nov 2026",
  );
  expect(explainDueRefusal("date-missing", null, home)).toBe("Enter a date, like 12 Nov 2026");
});

test("a holiday on one side is pointed out, with the next day on which both work", () => {
  expect(closedDay("2026-11-17", home)).toEqual({ where: "a holiday in Prague", better: "2026-11-18" });
  expect(closedDay("2026-11-11", home)).toEqual({ where: "a holiday in Washington", better: "2026-11-12" });
  expect(closedDay("2026-11-26", home)).toEqual({ where: "a holiday in Washington", better: "2026-11-27" });
});

test("a day on which both rest names both, a weekend is a weekend, a working day is neither", () => {
  expect(closedDay("2026-12-25", home)).toEqual({
    where: "a holiday in Washington and Prague",
    better: "2026-12-28",
  });
  expect(closedDay("2026-11-14", home)).toEqual({ where: "on a weekend", better: "2026-11-16" });
  expect(closedDay("2026-11-18", home)).toBe(null);
});

test("the holidays ahead are those of both sides, in order, without those on weekends", () => {
  expect(holidaysAhead("2026-11-10", 21, home)).toEqual([
    "Wed 11 Nov (Washington)",
    "Tue 17 Nov (Prague)",
    "Thu 26 Nov (Washington)",
  ]);
});

test("the usual due day is about a week on, never a day on which one side rests", () => {
  expect(dueUnlessTyped("2026-11-10", "2026-11-10", home)).toBe("2026-11-18");
  expect(dueUnlessTyped("2026-11-02", "2026-11-09", home)).toBe("2026-11-18");
});

test("a promise is postponed by a week; one that is overdue, by a week from today", () => {
  expect(nextWeek("2026-11-12", "2026-11-10", home)).toBe("2026-11-19");
  expect(nextWeek("2026-10-01", "2026-11-10", home)).toBe("2026-11-18");
});
