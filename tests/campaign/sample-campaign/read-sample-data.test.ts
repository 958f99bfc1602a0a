import { expect, test } from "vitest";
import { z } from "zod";
import { list, number, sampleTable, words } from "#app/campaign/sample-campaign/read-sample-data.ts";
import { dayOf, sampleDays } from "#app/campaign/sample-campaign/sample-days.ts";

test.each([
  ["first workday", "2026-11-24"],
  ["later this week", "2026-11-25"],
  ["1 workday after later this week", "2026-11-27"],
  ["5 days ago", "2026-11-19"],
  ["in 6 days", "2026-11-30"],
  ["2 workdays ago", "2026-11-20"],
  ["in 4 workdays", "2026-12-01"],
  ["workday 9 days ago", "2026-11-13"],
  ["workday 335 days ago", "2025-12-09"],
  ["about 20 workdays ahead", "2027-01-07"],
  ["12 days before", "2026-10-29"],
  ["next Tuesday", "2026-11-24"],
  ["next Friday", "2026-11-27"],
])("“%s” on Tuesday 24 November 2026, two days before Thanksgiving, is %s", (written, day) => {
  expect(dayOf(written, sampleDays("2026-11-24"), "2026-11-10")).toBe(day);
});

test("a day in other words is refused", () => {
  expect(() => dayOf("5 days hence", sampleDays("2026-11-24"))).toThrow("5 days hence");
});

test("what a row of a file has otherwise, or too much, is told with its file and line", () => {
  const days = z.strictObject({ campaign: words, message: number, topic: list });
  expect(sampleTable("topics.csv", days)[1]).toEqual({
    campaign: "european-strategic-autonomy",
    message: 1,
    topic: ["who covers what, and when"],
  });
  const otherwise = z.strictObject({ ...days.shape, topic: number });
  expect(() => sampleTable("topics.csv", otherwise)).toThrow(/topics\.csv, line 2: .*a number/s);
  expect(() => sampleTable("topics.csv", days.omit({ topic: true }))).toThrow(/line 2: .*"topic"/s);
});
