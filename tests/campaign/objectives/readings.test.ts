import { expect, test } from "vitest";
import {
  readingOfCount,
  readingOfReception,
  readingOfShare,
  readingOfStance,
} from "#app/campaign/objectives/computed-reading.ts";
import { type Course, drawCourse } from "#app/campaign/objectives/course.ts";
import {
  milestoneLines,
  milestonesAsTyped,
  milestonesIn,
  readMilestones,
} from "#app/campaign/objectives/milestone-lines.ts";
import { asNumber, valueInWords } from "#app/campaign/objectives/objective-word.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAY = "2026-11-10";
const bare = { range: null, n: null, times: null, note: "", isComputed: true };

test("a reading of reception is the pair's figure, or the message's over all; who was never rated has none", () => {
  const figure = (mean: number, lastDay: number | null) => ({
    ...{ mean, lower: mean - 0.25, upper: mean + 0.25, notes: 7, lastDay, verdict: "Mixed" },
  });
  const report = {
    messages: [{ id: "m1" }, { id: "m2" }],
    rows: [
      { audience: { id: "a" }, figures: [figure(0.5, 20_000), figure(0.25, null)] },
      { audience: { id: "b" }, figures: [figure(-0.5, 20_001), figure(1, 20_002)] },
    ],
    byMessage: [
      { message: { id: "m1" }, figure: figure(0.75, 20_003) },
      { message: { id: "m2" }, figure: figure(1.25, 20_004) },
    ],
  } as unknown as Parameters<typeof readingOfReception>[0];
  const read = (messageId: string, audienceId: string | null) =>
    readingOfReception(report, { messageId, audienceId });
  expect(read("m2", "b")).toEqual({
    ...{ value: 1, range: { lower: 0.75, upper: 1.25 }, n: 7, times: null },
    ...{ readOn: "2024-10-06", note: "Mixed", isComputed: true },
  });
  expect(read("m1", "b")?.value).toBe(-0.5);
  expect(read("m2", null)?.value).toBe(1.25);
  for (const none of [read("m2", "a"), read("gone", "a"), read("gone", null), read("m1", "gone")])
    expect(none).toBeNull();
});

test("a stance that has lapsed is still its last reading, and one that is not known is none", () => {
  const read = (readOn: CalendarDate, stance: 1 | 4 | null) => readingOfStance([{ readOn, stance }], DAY);
  expect(readingOfStance([], DAY)).toBeNull();
  expect(read("2026-11-01", null)).toBeNull();
  expect(read("2026-11-01", 4)).toEqual({ ...bare, value: 4, readOn: "2026-11-01" });
  expect(read("2026-01-01", 1)).toEqual({
    ...bare,
    value: 1,
    readOn: "2026-01-01",
    note: "Lapsed: a new reading is needed",
  });
});

test("a count goes on from its baseline, nought included; a share is in percent with its range", () => {
  expect(readingOfCount({ count: 0, lastOn: null }, 2, DAY)).toEqual({
    ...bare,
    value: 2,
    readOn: DAY,
    note: "None received",
  });
  expect(readingOfCount({ count: 3, lastOn: "2026-11-01" }, 2, DAY)).toEqual({
    ...bare,
    value: 5,
    readOn: "2026-11-01",
  });
  expect(readingOfShare({ times: 0, meetings: 0, lastOn: DAY })).toBeNull();
  expect(readingOfShare({ times: 1, meetings: 2, lastOn: null })).toBeNull();
  const share = readingOfShare({ times: 1, meetings: 4, lastOn: DAY });
  expect(share).toMatchObject({ value: 25, n: 4, times: 1, readOn: DAY, note: "", isComputed: true });
  expect(share?.range?.lower).toBeGreaterThan(1);
  expect(share?.range?.lower).toBeLessThan(25);
  expect(share?.range?.upper).toBeGreaterThan(25);
  expect(share?.range?.upper).toBeLessThan(100);
});

const course: Course = {
  ...{ baseline: 2, baselineOn: "2026-01-01", target: 6, dueOn: "2026-01-11" },
  ...{ expectedFrom: null, milestones: [] },
};

test("a course is drawn from its baseline to its target, time to the right and higher values higher", () => {
  const drawn = drawCourse(course, [{ readOn: "2026-01-06", value: 4 }], "2026-01-03");
  expect(drawn).toEqual({
    ...{ first: "2026-01-01", last: "2026-01-11", lowest: 2, highest: 6, today: 20 },
    expected: [
      { x: 0, y: 100 },
      { x: 100, y: 0 },
    ],
    readings: [{ x: 50, y: 50 }],
  });
});

test("a course turns where something is first expected, and steps at its milestones", () => {
  const points = (given: Partial<Course>) =>
    drawCourse({ ...course, ...given }, [], "2026-01-01").expected.map(({ x, y }) => [x, y]);
  expect(points({ expectedFrom: "2026-01-06" })).toEqual([
    [0, 100],
    [50, 100],
    [100, 0],
  ]);
  const milestones = [
    { on: "2026-01-03", value: 3 },
    { on: "2026-01-06", value: 5 },
  ] as const;
  expect(points({ milestones })).toEqual([
    [0, 100],
    [20, 100],
    [20, 75],
    [50, 75],
    [50, 25],
    [100, 25],
    [100, 0],
  ]);
});

test("readings outside the course widen its drawing, and one day alone is drawn too", () => {
  const readings = [
    { readOn: "2025-12-22", value: 0 },
    { readOn: "2026-01-31", value: 10 },
  ] as const;
  expect(drawCourse(course, readings, "2026-02-10")).toMatchObject({
    ...{ first: "2025-12-22", last: "2026-02-10", lowest: 0, highest: 10, today: 100 },
    readings: [
      { x: 0, y: 100 },
      { x: 80, y: 0 },
    ],
  });
  const flat = { ...course, target: 2, dueOn: "2026-01-01" } as const;
  expect(drawCourse(flat, [], "2026-01-01")).toMatchObject({
    today: 0,
    expected: [
      { x: 0, y: 100 },
      { x: 0, y: 100 },
    ],
  });
});

test("milestones are stored, shown and read a line each", () => {
  const milestones = [
    { on: "2026-10-31", value: 2 },
    { on: "2026-12-31", value: -3.5 },
  ] as const;
  expect(milestoneLines(milestones)).toBe("2026-10-31 2\n2026-12-31 -3.5");
  expect(milestonesIn("2026-10-31 2\n2026-12-31 -3.5")).toEqual(milestones);
  expect(milestonesIn("")).toEqual([]);
  expect(milestonesIn("2026-10-31")).toEqual([]);
  expect(milestonesAsTyped(milestones)).toBe("31 Oct 2026: 2\n31 Dec 2026: -3.5");
  const read = (text: string) => readMilestones(text, DAY);
  expect(read("31 Oct 2026: 2\n \n31 Dec 2026:−3,5 ")).toEqual({ ok: true, milestones });
  expect(read("31 Oct 2026: +12")).toMatchObject({ milestones: [{ value: 12 }] });
  expect(read("")).toEqual({ ok: true, milestones: [] });
  expect(read(" soon ")).toEqual({
    ok: false,
    sentence: "“soon” is not a milestone. Enter a line like 31 Oct 2026: 2",
  });
  expect(read("31 Oct 2026: 2 pieces")).toMatchObject({ ok: false });
  expect(read("31 Feb 2026 : 2")).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/^“31 Feb 2026”: .*calendar/),
  });
  const many = (count: number) => read(Array.from({ length: count }, () => "31 Oct 2026: 2").join("\n"));
  expect(many(24)).toMatchObject({ ok: true });
  expect(many(25)).toEqual({ ok: false, sentence: "Enter at most 24 milestones" });
});

test("a value is shown in the words of its source, with a true minus and three decimals at most", () => {
  expect([1.5, 1.23456, -0.5, -0.0001, 3].map(asNumber)).toEqual(["1.5", "1.235", "−0.5", "0", "3"]);
  const said = (kind: string, value: number) =>
    valueInWords({ kind } as Parameters<typeof valueInWords>[0], value);
  expect(said("reception", 0.8)).toBe("+0.8");
  expect(said("objection", 66.6)).toBe("67 %");
  for (const kind of ["entered", "stance", "feedback"]) expect(said(kind, 1.5)).toBe("1.5");
});
