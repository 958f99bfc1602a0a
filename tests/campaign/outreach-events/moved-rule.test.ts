import { expect, test } from "vitest";
import { expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { explainMovedRuleRefusal, movedSeries } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { printRule, type Rule } from "#app/campaign/outreach-events/series/rule.ts";
import {
  explainSeriesRefusal,
  SCOPES,
  scopeLabel,
  timesReached,
} from "#app/campaign/outreach-events/series/scope.ts";
import type { CalendarDate, WallTime } from "#app/time/wall-time.ts";

const read = (text: string): Rule => {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.rule;
};

/** The rule and the days after the time at `from` was moved to `to`, or the reason against it. */
function moved(text: string, start: WallTime, from: WallTime, to: WallTime, most = 3): string[] {
  const rule = read(text);
  const { slots } = expandRule(rule, start, { zone: "UTC", lastDay: "2030-12-31", most });
  const series = movedSeries(rule, slots, from, to);
  return series.ok ? [printRule(series.rule), ...series.slots] : [series.reason];
}

const TUESDAY = "2026-11-03T09:00";

test("a time that is moved on its own day moves the hour of all, whatever the rule", () => {
  for (const rule of ["FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=1TU"]) {
    const [, first] = moved(rule, TUESDAY, TUESDAY, "2026-11-03T14:30");
    expect(first).toBe("2026-11-03T14:30");
  }
});

test("weekly times go to the other weekday, forwards and backwards", () => {
  expect(moved("FREQ=WEEKLY;BYDAY=TU", TUESDAY, "2026-11-10T09:00", "2026-11-12T10:00")).toEqual([
    "FREQ=WEEKLY;BYDAY=TH",
    ...["2026-11-05T10:00", "2026-11-12T10:00", "2026-11-19T10:00"],
  ]);
  expect(moved("FREQ=WEEKLY;BYDAY=TU", TUESDAY, TUESDAY, "2026-11-01T09:00")[0]).toBe("FREQ=WEEKLY;BYDAY=SU");
  expect(moved("FREQ=WEEKLY;BYDAY=TU,TH", TUESDAY, TUESDAY, "2026-11-04T09:00")[0]).toBe(
    "FREQ=WEEKLY;BYDAY=WE,FR",
  );
  expect(moved("FREQ=DAILY;INTERVAL=2", TUESDAY, TUESDAY, "2026-11-04T09:00")).toEqual([
    "FREQ=DAILY;INTERVAL=2",
    ...["2026-11-04T09:00", "2026-11-06T09:00", "2026-11-08T09:00"],
  ]);
});

test("monthly times keep to their month: the second Tuesday becomes the second Thursday, the 3rd the 5th", () => {
  expect(moved("FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T09:00", "2026-11-10T09:00", "2026-11-12T09:00")).toEqual(
    ["FREQ=MONTHLY;BYDAY=2TH", ...["2026-11-12T09:00", "2026-12-10T09:00", "2027-01-14T09:00"]],
  );
  expect(moved("FREQ=MONTHLY;BYMONTHDAY=3", TUESDAY, TUESDAY, "2026-11-05T09:00")).toEqual([
    "FREQ=MONTHLY;BYMONTHDAY=5",
    ...["2026-11-05T09:00", "2026-12-05T09:00", "2027-01-05T09:00"],
  ]);
  expect(moved("FREQ=MONTHLY;BYMONTHDAY=3", TUESDAY, TUESDAY, "2026-11-28T09:00")[0]).toBe(
    "FREQ=MONTHLY;BYMONTHDAY=28",
  );
});

test("yearly times keep to their year", () => {
  expect(moved("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3", TUESDAY, TUESDAY, "2026-12-05T09:00")).toEqual([
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5",
    ...["2026-12-05T09:00", "2027-12-05T09:00", "2028-12-05T09:00"],
  ]);
});

test("what the rule puts, or cannot follow to, is refused", () => {
  const to = (rule: string, day: CalendarDate, start: WallTime = TUESDAY) =>
    moved(rule, start, start, `${day}T09:00`)[0];
  expect(to("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-04")).toBe("day-comes-from-the-rule");
  expect(to("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-27", "2026-11-30T09:00")).toBe(
    "day-comes-from-the-rule",
  );
  expect(to("FREQ=MONTHLY;BYMONTHDAY=3", "2026-12-01")).toBe("moved-to-another-month");
  expect(to("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3", "2027-01-01")).toBe("moved-to-another-month");
  for (const [rule, day] of [
    ["FREQ=MONTHLY;BYMONTHDAY=3", "2026-11-29"],
    ["FREQ=MONTHLY;BYMONTHDAY=3,17", "2026-11-05"],
    ["FREQ=MONTHLY;BYDAY=1TU,3TU", "2026-11-05"],
    ["FREQ=MONTHLY;BYDAY=-4TU", "2026-11-05"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=2", "2026-11-05"],
    ["FREQ=MONTHLY;BYMONTH=11;BYMONTHDAY=3", "2026-11-05"],
    ["FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=3", "2026-11-05"],
    ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3,17", "2026-11-05"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=1TU", "2026-11-05"],
    ["FREQ=DAILY;BYDAY=TU,TH", "2026-11-04"],
    ["FREQ=WEEKLY;BYDAY=TU;BYHOUR=9", "2026-11-05"],
  ] as const)
    expect(to(rule, day), rule).toBe("rule-cannot-follow");
});

test("each refusal has one wording, and each reach its name", () => {
  const reasons = ["day-comes-from-the-rule", "moved-to-another-month", "rule-cannot-follow"] as const;
  expect(reasons.map(explainMovedRuleRefusal)).toEqual([
    "The days of the series are set by the repeat rule. Move only this one, or keep the day and change the time",
    "That day is in a different month or, for a yearly event, a different year, so the repeat rule cannot follow. Move only this one",
    "The repeat rule cannot be moved to that day. Move only this one",
  ]);
  expect(SCOPES.map(scopeLabel)).toEqual(["This one only", "This and following", "All"]);
  const series = ["has-happened", "has-a-paper", "is-the-last"] as const;
  expect(new Set(series.map(explainSeriesRefusal)).size).toBe(3);
});

test("a change reaches what lies ahead and nobody has spoken of, from the chosen time on or all of it", () => {
  const now = new Date("2026-11-12T00:00:00Z");
  const time = (eventId: string, day: number, more: object = {}) =>
    ({
      ...{ eventId, slot: `2026-11-${day}T09:00`, startsAt: new Date(Date.UTC(2026, 10, day, 9)) },
      ...{ schedule: "confirmed", result: "planned", outcomes: 0, ...more },
    }) as Parameters<typeof timesReached>[1];
  const chosen = time("c", 17);
  const times = [
    ...[time("f", 24), time("past", 10), time("b", 13), chosen, time("x", 18, { schedule: "cancelled" })],
    ...[time("h", 19, { result: "held" }), time("o", 20, { outcomes: 1 }), time("g", 25)],
  ];
  const reached = (scope: "this" | "following" | "all") =>
    timesReached(times, chosen, scope, now).map(({ eventId }) => eventId);
  expect(reached("this")).toEqual(["c"]);
  expect(reached("following")).toEqual(["c", "f", "g"]);
  expect(reached("all")).toEqual(["b", "c", "f", "g"]);
  const past = time("past", 10);
  expect(timesReached(times, past, "following", now).map(({ eventId }) => eventId)[0]).toBe("past");
});
