import fc from "fast-check";
import { expect, test } from "vitest";
import { workingDaysBetween } from "#app/campaign/activity/clearance-activity.ts";
import {
  hoursInWords,
  spreadInWords,
  spreadOf,
  workingDaysInWords,
} from "#app/campaign/activity/duration-in-words.ts";
import {
  eventCounts,
  heldInWords,
  loggingActivity,
  monthsBetween,
} from "#app/campaign/activity/event-counts.ts";
import { promiseActivity } from "#app/campaign/activity/promise-activity.ts";
import { periodOf, readPeriod } from "#app/campaign/activity/read-period.ts";
import { shareInWords, shareOf } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

test("under five there is no percentage, only so many of so many", () => {
  expect(shareInWords(shareOf(3, 4))).toBe("3 of 4");
  expect(shareInWords(shareOf(4, 5))).toBe("4 of 5 (80 %)");
  expect(shareInWords(shareOf(0, 0))).toBe("none to count");
  expect(() => shareOf(3, 2)).toThrow(RangeError);
});

test("where there is no share held, it is said whether nothing was planned or none has ended", () => {
  const of = (...standings: ("held" | "ahead")[]) =>
    heldInWords(
      eventCounts(standings.map((standing) => ({ month: "2026-11", kind: "briefing", standing, events: 1 }))),
    );
  expect([of(), of("ahead"), of("held", "ahead")]).toEqual(["none planned", "none has ended yet", "1 of 1"]);
});

test("a share short of all is not rounded to all, nor one above none to none", () => {
  expect(shareOf(999, 1000).percent).toBe(99);
  expect(shareOf(1, 1000).percent).toBe(1);
  expect(shareOf(1000, 1000).percent).toBe(100);
  expect(shareOf(0, 1000).percent).toBe(0);
});

test("the median and the 90th percentile are those of the sorted list, in any order", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toMatchObject({
    n: 5,
    median: 3,
    ninetieth: null,
    shortest: 1,
    longest: 5,
  });
  expect(spreadOf([1, 2, 3, 4, 5, 6])).toMatchObject({ median: 3.5 });
  expect(spreadOf([9, 1, 2, 3, 4, 5, 6, 7, 8, 100])).toMatchObject({ ninetieth: 9, longest: 100 });
  expect(spreadOf([4, 2])).toEqual({ n: 2, median: null, ninetieth: null, shortest: 2, longest: 4 });
  expect(spreadOf([])).toEqual({ n: 0, median: null, ninetieth: null, shortest: null, longest: null });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 10 }), (durations) => {
      const { median, ninetieth } = spreadOf(durations);
      const half = durations.length / 2;
      expect(durations.filter((one) => one <= (median ?? -1)).length).toBeGreaterThanOrEqual(half);
      expect(durations.filter((one) => one >= (median ?? 501)).length).toBeGreaterThanOrEqual(half);
      expect(durations).toContain(ninetieth);
      expect(durations.filter((one) => one <= (ninetieth ?? -1)).length).toBeGreaterThanOrEqual(
        durations.length * 0.9,
      );
    }),
  );
});

test("durations are told as exactly as they are worth", () => {
  expect([0.4, 1, 47.9, 48, 76, 239, 240, 251].map((hours) => hoursInWords(hours))).toEqual([
    "under 1 h",
    "1 h",
    "47 h",
    "2 days",
    "3 days 4 h",
    "9 days 23 h",
    "10 days",
    "10 days",
  ]);
  expect([0, 1, 1.5].map(workingDaysInWords)).toEqual(["the same day", "1 working day", "1.5 working days"]);
  expect([0.4, 20.1, 47.9, 76.5, 239.5, 251].map((hours) => hoursInWords(hours, "up"))).toEqual([
    ...["1 h", "21 h", "2 days", "3 days 5 h", "10 days", "11 days"],
  ]);
  const tenth = [...Array.from({ length: 9 }, () => 20.9), 30];
  expect(spreadInWords(spreadOf(tenth), hoursInWords)).toBe("median 20 h, nine in ten within 21 h (n 10)");
  expect(spreadInWords(spreadOf([]), hoursInWords)).toBe("none");
  expect(spreadInWords(spreadOf([3]), hoursInWords)).toBe("3 h (n 1)");
  expect(spreadInWords(spreadOf([3, 20]), hoursInWords)).toBe("3 h to 20 h (n 2)");
  expect(spreadInWords(spreadOf([1, 2, 3, 4, 5]), hoursInWords)).toBe("median 3 h, longest 5 h (n 5)");
});

test("a paper sent on Friday and answered on Monday took one working day, and none across a holiday", () => {
  expect(workingDaysBetween("2026-11-06", "2026-11-06", "US")).toBe(0);
  expect(workingDaysBetween("2026-11-06", "2026-11-09", "US")).toBe(1);
  expect(workingDaysBetween("2026-11-10", "2026-11-11", "US")).toBe(0);
  expect(workingDaysBetween("2026-11-10", "2026-11-11", "CZ")).toBe(1);
  expect(workingDaysBetween("2026-11-16", "2026-11-18", "CZ")).toBe(1);
});

test("a log before the end of a meeting took no time, and what is not due is left out of the share", () => {
  const logging = loggingActivity({
    meetings: 6,
    due: 4,
    loggedInTime: 3,
    timesToLog: [-600_000, 3_600_000, 7_200_000],
    loggedBySeveral: 1,
    officers: 2,
  });
  expect(logging.hoursToLog).toMatchObject({ shortest: 0, longest: 2, n: 3 });
  expect(logging).toMatchObject({
    loggedInTime: { n: 3, of: 4, percent: null },
    notYetDue: 2,
    logged: { n: 3, of: 6 },
  });
});

test("a promise kept in the last minute of its day in Washington is kept in time, in winter and summer", () => {
  const record = (dueOn: CalendarDate, doneAt: string[], open = 0) => ({
    promisedBy: "us" as const,
    dueOn,
    doneAt,
    open,
  });
  const { ours, theirs } = promiseActivity(
    [
      record("2026-11-10", ["2026-11-11T04:59:59.999Z", "2026-11-11T05:00:00.000Z"]),
      record("2026-07-10", ["2026-07-11T03:59:59.999Z", "2026-07-11T04:00:00.000Z"]),
      record("2026-11-11", [], 1),
      record("2026-11-12", [], 2),
    ],
    new Date("2026-11-13T04:30:00.000Z"),
  );
  expect(ours).toMatchObject({ promised: 7, keptInTime: 2, keptLate: 2, overdue: 1, notYetDue: 2 });
  expect(ours.inTime).toEqual({ n: 2, of: 5, percent: 40 });
  expect(theirs.promised).toBe(0);
});

test("the months run from the first to the last, those without an event included", () => {
  expect(monthsBetween(["2026-02", "2025-11"])).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsBetween([])).toEqual([]);
  expect(monthsBetween(["2001-01", "2026-01"])).toEqual(["2001-01", "2026-01"]);
});

test("a named period has its days, and a campaign that has not begun has today", () => {
  const of = (name: Parameters<typeof periodOf>[0]) => periodOf(name, "2026-02-02", "2026-03-15");
  expect(of("since-start")).toEqual({ from: "2026-02-02", to: "2026-03-15" });
  expect(of("last-90-days")).toEqual({ from: "2025-12-16", to: "2026-03-15" });
  expect(of("this-month")).toEqual({ from: "2026-03-01", to: "2026-03-31" });
  expect(of("last-month")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(periodOf("since-start", "2027-01-01", "2026-03-15")).toEqual({
    from: "2026-03-15",
    to: "2026-03-15",
  });
});

test("a typed period is refused where a day is none, or the end lies before the beginning", () => {
  const typed = (from: string, to: string) => readPeriod({ from, to }, "2026-02-02", "2026-03-15");
  expect(typed("1 Mar 2026", "")).toEqual({ ok: true, period: { from: "2026-03-01", to: "2026-03-15" } });
  expect(typed("", "1 Mar 2026")).toEqual({ ok: true, period: { from: "2026-02-02", to: "2026-03-01" } });
  expect(typed("2 Mar 2026", "1 Mar 2026")).toMatchObject({ ok: false, errors: { from: null } });
  expect(typed("31 Feb 2026", "nonsense")).toMatchObject({
    ok: false,
    errors: { from: expect.stringContaining("not in the calendar"), to: expect.any(String) },
  });
});
