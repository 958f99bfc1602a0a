import { expect, test } from "vitest";
import { type CoverageCounts, coverageReport } from "#app/campaign/coverage/coverage-report.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAY = "2026-11-26";

function message(number: number, meetings: number, given = {}): CoverageCounts["messages"][number] {
  const lastHeardOn = meetings === 0 ? null : "2026-11-02";
  return {
    id: `m${number}`,
    number,
    title: `Message ${number}`,
    isRetired: false,
    meetings,
    lastHeardOn,
    next: null,
    ...given,
  };
}

function audience(
  name: string,
  priority: number,
  lastMetOn: CalendarDate | null,
  heard: readonly number[],
  given = {},
): CoverageCounts["audiences"][number] {
  return {
    id: name.toLowerCase(),
    name,
    priority,
    isEnded: false,
    meetings: lastMetOn === null ? 0 : 4,
    meetingsWithinReach: lastMetOn !== null && lastMetOn > "2026-08-28" ? 1 : 0,
    lastMetOn,
    next: null,
    cells: heard.map((meetings, at) => ({
      messageId: `m${at + 1}`,
      meetings,
      lastHeardOn: meetings === 0 ? null : lastMetOn,
      notes: meetings,
      reactions: 0,
      next: null,
    })),
    ...given,
  };
}

test("an audience is silent from the 61st day on, and from the start where it was never met", () => {
  const { audiences } = coverageReport({
    day: DAY,
    messages: [],
    audiences: [
      audience("Sixty", 1, "2026-09-27", []),
      audience("Sixty-one", 1, "2026-09-26", []),
      audience("Never", 1, null, []),
      audience("Today", 1, DAY, []),
    ],
  });
  expect(audiences.map(({ silentDays, isSilent }) => [silentDays, isSilent])).toEqual([
    [60, false],
    [61, true],
    [null, true],
    [0, false],
  ]);
});

test("the longest silence comes first, never met before all, and priority 3 is left out", () => {
  const { silentAudienceIds } = coverageReport({
    day: DAY,
    messages: [],
    audiences: [
      audience("May", 2, "2026-05-01", []),
      audience("March", 1, "2026-03-01", []),
      audience("Third", 3, null, []),
      audience("Ended", 1, "2026-01-01", [], { isEnded: true }),
      audience("Never", 2, null, []),
      audience("First", 1, null, []),
    ],
  });
  expect(silentAudienceIds).toEqual(["first", "never", "march", "may"]);
});

test("reach is so many of so many by priority, without audiences that have ended", () => {
  const { reach, reachFrom } = coverageReport({
    day: DAY,
    messages: [],
    audiences: [
      audience("A", 1, "2026-11-01", []),
      audience("B", 1, null, []),
      audience("C", 2, "2026-06-01", []),
      audience("Ended", 2, "2026-11-01", [], { isEnded: true }),
    ],
  });
  expect(reachFrom).toBe("2026-08-29");
  expect(reach).toEqual([
    { priority: 1, audiences: 2, reached: 1, silent: 1, neverMet: 1 },
    { priority: 2, audiences: 1, reached: 0, silent: 1, neverMet: 0 },
  ]);
});

test("the finding names who is silent, how long, and which message nobody has used", () => {
  const report = coverageReport({
    day: DAY,
    messages: [message(1, 5), message(2, 3), message(3, 0)],
    audiences: [
      audience("Senate, majority staff", 1, "2026-09-16", [2, 0, 0]),
      audience("House", 1, null, [0, 0, 0]),
      audience("State", 1, "2026-11-01", [1, 1, 0]),
      audience("Pentagon", 1, "2026-11-02", [1, 1, 0]),
      audience("Press", 3, null, [0, 0, 0]),
    ],
  });
  expect(report.finding).toEqual([
    "Two of four priority-1 audiences have had no contact with us for over 60 days: House (never) and Senate, majority staff (71 days).",
    "Message 3 has never been used in a meeting.",
    "Message 1 has never been used with House.",
    "Message 2 has never been used with Senate, majority staff, and House.",
  ]);
  expect(report.neverUsedMessageIds).toEqual(["m3"]);
  expect(report.messages.map(({ audiences }) => audiences)).toEqual([3, 2, 0]);
});

test("of many messages the first three are named, and the others counted", () => {
  const report = coverageReport({
    day: DAY,
    messages: [
      ...[1, 2, 3, 4, 5].map((number) => message(number, 1)),
      ...[6, 7, 8, 9].map((number) => message(number, 0)),
    ],
    audiences: [audience("House", 1, "2026-11-01", [0, 0, 0, 0, 0, 0, 0, 0, 0])],
  });
  expect(report.finding.slice(1)).toEqual([
    "Messages 6, 7, 8 and one more have never been used in a meeting.",
    "Message 1 has never been used with House.",
    "Message 2 has never been used with House.",
    "Message 3 has never been used with House.",
    "Two other messages have not been used with every priority 1 or 2 audience.",
  ]);
});

test("the first of many are named, and how many more there are", () => {
  const silent = (count: number) =>
    coverageReport({
      day: DAY,
      messages: [message(1, 5)],
      audiences: Array.from({ length: count }, (_, at) => audience(`A${at}`, 1, "2026-01-01", [1])),
    }).finding[0];
  const three = "A0 (329 days), A1 (329 days)";
  expect(silent(3)).toContain(`: ${three} and A2 (329 days).`);
  expect(silent(4)).toContain(`: ${three}, A2 (329 days) and one more.`);
});

test("a retired message is no gap, and all heard is said", () => {
  const { finding, neverUsedMessageIds } = coverageReport({
    day: DAY,
    messages: [message(1, 2), message(2, 0, { isRetired: true })],
    audiences: [audience("Only", 1, "2026-11-20", [2, 0])],
  });
  expect(neverUsedMessageIds).toEqual([]);
  expect(finding).toEqual([
    "The only priority-1 audience has had contact with us in the last 60 days.",
    "Every priority 1 and 2 audience has heard every message in use.",
  ]);
});

test("a campaign without audiences or meetings says so", () => {
  expect(coverageReport({ day: DAY, messages: [], audiences: [] }).finding).toEqual([
    "The campaign has no audiences at present.",
  ]);
  const audiences = [audience("A", 1, null, [0])];
  expect(coverageReport({ day: DAY, messages: [message(1, 0)], audiences }).finding).toEqual([
    "No audience has had contact with us yet.",
  ]);
});

test("a report is plain data: it is the same after being kept as JSON", () => {
  const report = coverageReport({
    day: DAY,
    messages: [message(1, 2)],
    audiences: [audience("A", 1, null, [0])],
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});
