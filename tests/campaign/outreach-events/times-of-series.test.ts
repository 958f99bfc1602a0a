import { expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { type RepeatChoice, ruleOfChoice } from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { printRule } from "#app/campaign/outreach-events/series/rule.ts";
import { ruleInWords, seriesInWords } from "#app/campaign/outreach-events/series/rule-in-words.ts";

import { timesOfSeries } from "#app/campaign/outreach-events/series/times-of-series.ts";
import { dayOf, WASHINGTON } from "#app/time/wall-time.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const read = (text: string) => {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.rule;
};
const choice = (given: Partial<RepeatChoice>): RepeatChoice => ({
  repeat: "weekly",
  every: 1,
  weekdays: [],
  ends: null,
  ...given,
});
const first = timeOf("10 Nov 2026", "14:00", "14:45");

test("an hour that the clocks skip begins at the next minute that there is, and keeps its slot", () => {
  const night = timeOf("1 Mar 2026", "02:30", "03:00");
  const found = timesOfSeries(read("FREQ=WEEKLY;COUNT=2"), night, "2026-12-31");
  const { times } = found;
  expect(times[1]).toMatchObject({ slot: "2026-03-08T02:30", shifted: "clocks skip" });
  expect(seriesInWords(found, "2026-12-31")).toBe(
    "That time is skipped when the clocks go forward, so the event begins at the next full hour: Sun 8 Mar 2026",
  );
  expect(times[1]?.time).toMatchObject({ wallStart: "2026-03-08T03:00", wallEnd: "2026-03-08T03:30" });
});

test("of an hour that occurs twice the first is meant, and that is said", () => {
  const night = timeOf("25 Oct 2026", "01:30", "02:00");
  const found = timesOfSeries(read("FREQ=WEEKLY;COUNT=2"), night, "2026-12-31");
  expect(found.times[1]?.time.startsAt).toEqual(new Date("2026-11-01T05:30:00Z"));
  expect(seriesInWords(found, "2026-12-31")).toBe(
    "That time occurs twice; the first is used: Sun 1 Nov 2026",
  );
});

test("the hour on the wall stays through a change of the clocks", () => {
  const { times } = timesOfSeries(
    read("FREQ=WEEKLY;COUNT=2"),
    timeOf("27 Oct 2026", "14:00", "15:00"),
    "2026-12-31",
  );
  expect(times.map(({ time }) => time.startsAt.toISOString().slice(11, 16))).toEqual(["18:00", "19:00"]);
});

test("a last working day that is a federal holiday goes to the one before; its slot stays", () => {
  const rule = read("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
  const { times } = timesOfSeries(rule, timeOf("3 May 2027", "09:00", "09:30"), "2027-05-31");
  expect(times).toMatchObject([
    { slot: "2027-05-31T09:00", time: { wallStart: "2027-05-28T09:00" }, shifted: "holiday" },
  ]);
});

test("whole days stay whole, as many as the first", () => {
  const { times } = timesOfSeries(
    read("FREQ=MONTHLY;BYMONTHDAY=8;COUNT=2"),
    wholeDays("2027-02-08", "2027-02-09", WASHINGTON),
    "2027-12-31",
  );
  expect(times[1]?.time).toMatchObject({
    wallStart: "2027-03-08T00:00",
    wallEnd: "2027-03-10T00:00",
    isAllDay: true,
  });
});

test("an endless rule is planned until the campaign ends, which is said", () => {
  const found = timesOfSeries(read("FREQ=WEEKLY"), first, "2026-12-01");
  expect([found.times.length, seriesInWords(found, "2026-12-01")]).toEqual([
    4,
    "Planned until the campaign ends on Tue 1 Dec 2026",
  ]);
});

test.for([
  [{ every: 2 }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every second Tuesday"],
  [{ weekdays: [2, 4] }, "FREQ=WEEKLY;BYDAY=TU,TH", "Every week on Tuesday and Thursday"],
  [{ repeat: "working days" }, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every working day"],
  [{ repeat: "monthly by weekday" }, "FREQ=MONTHLY;BYDAY=2TU", "On the second Tuesday of every month"],
  [{ repeat: "monthly by last weekday" }, "FREQ=MONTHLY;BYDAY=-1TU", "On the last Tuesday of every month"],
  [{ repeat: "monthly by day" }, "FREQ=MONTHLY;BYMONTHDAY=10", "On the 10th of every month"],
  [
    { repeat: "last working day" },
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "On the last working day of every month",
  ],
  [{ repeat: "yearly" }, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=10", "Every year on 10 November"],
  [{ ends: { count: 3 } }, "FREQ=WEEKLY;COUNT=3;BYDAY=TU", "Every Tuesday, 3 times"],
  [
    { every: 2, ends: { until: "2027-06-30" } },
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270701T035900Z;BYDAY=TU",
    "Every second Tuesday, until Wed 30 Jun 2027",
  ],
] as const)("what the form offers, as a rule and in words: %s", ([given, text, words]) => {
  const made = ruleOfChoice(choice(given), first);
  if (!made.ok) throw new Error(made.reason);
  expect([printRule(made.rule), ruleInWords(made.rule, WASHINGTON, "2026-11-10")]).toEqual([text, words]);
});

test.for([
  ["FREQ=YEARLY;BYYEARDAY=100", "Every year, by a custom rule"],
  ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1", "Every year, by a custom rule"],
  ["FREQ=YEARLY;BYMONTHDAY=5", "Every year, by a custom rule"],
  ["FREQ=YEARLY;BYMONTH=11", "Every year in November"],
  ["FREQ=MONTHLY;BYDAY=TU", "Every month, by a custom rule"],
  ["FREQ=DAILY;BYMONTHDAY=1", "Every day, by a custom rule"],
] as const)("a rule beyond the form says how often, and that it is one of its own: %s", ([rule, words]) => {
  expect(ruleInWords(read(rule), WASHINGTON, "2026-11-10")).toBe(words);
});

test("a weekday or a day that not every month has is refused, and an end before the first time", () => {
  const late = timeOf("30 Nov 2026", "14:00", "14:45");
  expect(ruleOfChoice(choice({ repeat: "monthly by weekday" }), late)).toMatchObject({
    reason: "no-fifth-weekday",
  });
  expect(ruleOfChoice(choice({ repeat: "monthly by day" }), late)).toMatchObject({
    reason: "no-such-day-each-month",
  });
  expect(ruleOfChoice(choice({ ends: { until: "2026-11-01" } }), late)).toMatchObject({
    reason: "ends-before-it-begins",
  });
  const lastDay = dayOf(late.wallStart);
  expect(ruleOfChoice(choice({ repeat: "weekly", ends: { until: lastDay } }), late)).toMatchObject({
    ok: true,
  });
});
