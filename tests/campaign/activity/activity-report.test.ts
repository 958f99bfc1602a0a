import { expect, test } from "vitest";
import {
  type ActivityRecords,
  type ActivityReport,
  activityReport,
} from "#app/campaign/activity/activity-report.ts";
import type { AskedOfDesk, ClearedPaper, UnclearedPaper } from "#app/campaign/activity/clearance-activity.ts";

import type { CountedEvents, EventStanding } from "#app/campaign/activity/event-counts.ts";

const PERIOD = { from: "2026-11-01", to: "2026-11-30" } as const;
const NOW = new Date("2026-12-01T12:00:00Z");
const NOTHING: ActivityRecords = {
  events: [],
  logging: { meetings: 0, due: 0, loggedInTime: 0, timesToLog: [], loggedBySeveral: 0, officers: 0 },
  clearance: {
    cleared: [],
    rounds: { sent: 0, returned: 0, waiting: 0 },
    asked: [],
    usedPapers: 0,
    usedUncleared: [],
  },
  promises: [],
};

const reportOf = (records: Partial<ActivityRecords>): ActivityReport =>
  activityReport(PERIOD, { ...NOTHING, ...records }, NOW);
const some = (standing: EventStanding, events: number, more: Partial<CountedEvents> = {}): CountedEvents => ({
  month: "2026-11",
  kind: "briefing",
  standing,
  events,
  ...more,
});
const paper = (hours: number, more: Partial<ClearedPaper> = {}): ClearedPaper => ({
  sentAt: "2026-11-02T00:00:00.000Z",
  clearedAt: new Date(Date.parse("2026-11-02T00:00:00Z") + hours * 3_600_000).toISOString(),
  dueAt: null,
  startsAt: null,
  manner: "by a person",
  ...more,
});
const uncleared: UnclearedPaper = { paperId: "p", title: "Paper", eventId: "e", day: "2026-11-04" };

/** What a report says first of events, of logging, of clearance and of promises: the first of these is of events. */
const saidOf = (records: Partial<ActivityRecords>) =>
  reportOf({ events: [some("held", 1)], ...records }).finding.slice(1);
const ofEvents = (...events: CountedEvents[]) => reportOf({ events }).finding[0];

test("of a period without an event that is said, and the promises that are overdue", () => {
  const promises = [{ promisedBy: "us", dueOn: "2026-11-10", doneAt: [], open: 2 }] as const;
  expect(reportOf({}).finding).toEqual(["There were no outreach events from 1 to 30 November."]);
  expect(reportOf({ promises }).finding).toEqual([
    "There were no outreach events from 1 to 30 November.",
    "2 of our promises are overdue.",
  ]);
  expect(saidOf({ promises: [{ ...promises[0], open: 1 }] })).toEqual(["1 of our promises is overdue."]);
});

test("events are told as held of planned, with what became of the others", () => {
  expect(ofEvents(some("held", 1))).toBe("1 of 1 outreach event was held.");
  expect(ofEvents(some("held", 4), some("cancelled", 1))).toBe(
    "4 of 5 outreach events (80 %) were held; 1 was cancelled.",
  );
  expect(
    ofEvents(
      ...[some("held", 3), some("cancelled", 2), some("not held", 1)],
      ...[some("not recorded", 2), some("ahead", 1)],
    ),
  ).toBe(
    "3 of 8 outreach events (38 %) were held; 2 were cancelled, 1 was not held and 2 were not recorded. 1 more is still ahead.",
  );
  expect(ofEvents(some("held", 1), some("not held", 2), some("ahead", 3))).toBe(
    "1 of 3 outreach events was held; 2 were not held. 3 more are still ahead.",
  );
  expect(ofEvents(some("ahead", 1))).toBe("1 outreach event is still ahead.");
  expect(ofEvents(some("ahead", 2))).toBe("2 outreach events are still ahead.");
});

test("events are counted by kind, most planned first, and by month, and internal ones apart", () => {
  const report = reportOf({
    events: [
      some("held", 1, { month: "2026-09", kind: "roundtable" }),
      some("cancelled", 2, { kind: "reception" }),
      some("ahead", 1, { kind: "briefing" }),
      some("held", 4, { kind: "internal" }),
    ],
  });
  expect(report.at).toBe("2026-12-01T12:00:00.000Z");
  expect(report).toMatchObject({ ...PERIOD, internalEvents: 4, events: { planned: 4 } });
  expect(report.byKind.map(({ kind, counts }) => [kind, counts.planned])).toEqual([
    ["reception", 2],
    ["briefing", 1],
    ["roundtable", 1],
  ]);
  expect(
    report.byMonth.map(({ month, counts: { planned, cancelled } }) => [month, planned, cancelled]),
  ).toEqual([
    ["2026-09", 1, 0],
    ["2026-10", 0, 0],
    ["2026-11", 3, 2],
  ]);
});

test("logging is told as logged in time of due, with the half where there are enough", () => {
  const logging = { ...NOTHING.logging, meetings: 1, due: 1, loggedInTime: 1, timesToLog: [3_600_000] };
  expect(saidOf({ logging })).toEqual(["1 of 1 meeting was logged within 48 hours."]);
  const five = { meetings: 6, due: 6, timesToLog: [1, 2, 3, 4, 5].map((hours) => hours * 3_600_000) };
  expect(saidOf({ logging: { ...logging, ...five, loggedInTime: 3 } })).toEqual([
    "3 of 6 meetings (50 %) were logged within 48 hours; half of all logged meetings were logged within 3 h.",
  ]);
  expect(saidOf({ logging: { ...NOTHING.logging, meetings: 2 } })).toEqual([
    "2 meetings are still within the 48 hours for logging.",
  ]);
});

test("clearance is told with its lead time, what was in time, and what was used uncleared", () => {
  const clearance = (cleared: ClearedPaper[], usedUncleared: UnclearedPaper[] = []) =>
    saidOf({ clearance: { ...NOTHING.clearance, cleared, usedPapers: 3, usedUncleared } });
  expect(clearance([], [uncleared])).toEqual(["1 paper was used uncleared."]);
  expect(clearance([paper(5, { sentAt: null })])).toEqual(["1 paper was cleared."]);
  const dueAt = "2026-11-02T03:00:00.000Z";
  expect(clearance([paper(3, { dueAt })])).toEqual([
    "1 paper was cleared; clearance after sending took 3 h; 1 of 1 before the due time.",
  ]);
  expect(clearance([paper(2), paper(4, { dueAt })], [uncleared, uncleared])).toEqual([
    "2 papers were cleared; clearance after sending took 2 h to 4 h; 0 of 1 before the due time.",
    "2 papers were used uncleared.",
  ]);
  expect(clearance([1, 2, 3, 4, 5].map((hours) => paper(hours)))).toEqual([
    "5 papers were cleared; of those that went to a desk, half were cleared within 3 h of being sent.",
  ]);
});

test("papers are counted by the manner of their clearance, and by their event's beginning", () => {
  const startsAt = "2026-11-02T10:00:00.000Z";
  const cleared = [
    paper(10, { startsAt, manner: "by silence" }),
    paper(4, { startsAt, manner: "released by the head of mission" }),
    paper(12, { startsAt }),
    paper(1, { sentAt: "2026-11-03T00:00:00.000Z" }),
    paper(0),
  ];
  const rounds = { sent: 5, returned: 2, waiting: 1 };
  const record = { cleared, rounds, asked: [], usedPapers: 4, usedUncleared: [uncleared] };
  expect(reportOf({ clearance: record }).clearance).toMatchObject({
    cleared: 5,
    byManner: { byPerson: 3, bySilence: 1, released: 1 },
    leadHours: { n: 4, shortest: 0, longest: 12 },
    clearedUnsent: 1,
    withoutDue: 5,
    hoursBeforeEvent: { n: 2, shortest: 0, longest: 6 },
    clearedAfterStart: 1,
    rounds: { sent: 5, returned: { n: 2, of: 5, percent: 40 }, waiting: 1 },
    usedPapers: 4,
    usedUncleared: { n: 1, of: 4 },
  });
});

test("a desk is told what it was asked and answered; only a person's answer has a time", () => {
  const desk = { id: "d", name: "Defence section", country: "US", zone: "America/New_York" } as const;
  const ask = (answer: AskedOfDesk["answer"], more: Partial<AskedOfDesk> = {}): AskedOfDesk => ({
    ...{ desk, askedAt: "2026-11-06T15:00:00.000Z", dueAt: null, isBySilence: false },
    answer,
    answeredAt: answer === null ? null : "2026-11-09T15:00:00.000Z",
    ...more,
  });
  const asked = [
    ask("cleared", { dueAt: "2026-11-09T15:00:00.000Z" }),
    ask("returned", { dueAt: "2026-11-09T14:59:59.999Z" }),
    ask("cleared", { isBySilence: true }),
    ask("withdrawn"),
    ask(null),
    ask(null, { desk: { ...desk, id: "other", name: "Other" } }),
  ];
  const { desks } = reportOf({ clearance: { ...NOTHING.clearance, asked } }).clearance;
  expect(desks.map(({ id }) => id)).toEqual(["d", "other"]);
  expect(desks[0]).toEqual({
    ...{ id: "d", name: "Defence section", asked: 5, cleared: 2, bySilence: 1, returned: 1, withdrawn: 1 },
    open: 1,
    beforeDue: { n: 1, of: 2, percent: null },
    workingDays: { n: 2, median: null, ninetieth: null, shortest: 1, longest: 1 },
    hours: { n: 2, median: null, ninetieth: null, shortest: 72, longest: 72 },
  });
});
