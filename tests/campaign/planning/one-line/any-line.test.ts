import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_LINE, readLine } from "#app/campaign/planning/one-line.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate, formatDayWithYear } from "#app/time/format.ts";
import { CONTEXT } from "./context.ts";

const WORDS = [
  "tue",
  "next",
  "12",
  "nov",
  "12.11",
  "14:00",
  "-",
  "to",
  "2pm",
  "45",
  "min",
  "8h",
  "msg",
  "2",
  "3",
  "@jana",
  "@",
  "at",
  "Dirksen",
  "SFRC",
  "majority",
  "staff",
  "call",
  ",",
  ";",
  '"',
  "best",
  "by",
  "in",
  "weeks",
  "all",
  "day",
  "Bell",
  "with",
  "prague",
  "time",
  "the",
  "11/12",
  "#",
  "1430",
  "2026-11-12",
  "m2",
  "and",
  "for",
  "confirmed",
];

const anyLine = fc.oneof(
  fc.string({ unit: "binary", maxLength: 600 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(" ")),
  fc
    .array(fc.constantFrom(...'0123456789.:-/@,;" hmptao'), { maxLength: 600 })
    .map((letters) => letters.join("")),
);

test("any line at all is read, and everything that is said about it stands in it", () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const read = readLine(line, CONTEXT);
      for (const { text } of [...read.understood, ...read.notUnderstood]) expect(line).toContain(text);
      for (const { choices } of read.doubts) expect(choices.length).toBeGreaterThan(0);
      expect(read.fields.title.length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 2_000 },
  );
});

test.for(["at ", "12-", "tue ", "msg 2 ", "@jana ", "1", "a.", '"a ', "SFRC ", "next next ", "12.11.-"])(
  "a line of nothing but “%s” is read to its end, and nothing is made up",
  { timeout: 30_000 },
  (piece) => {
    const line = piece.repeat(LONGEST_LINE).slice(0, LONGEST_LINE);
    const { understood, notUnderstood, fields } = readLine(line, CONTEXT);
    const told = [...understood, ...notUnderstood].map(({ text }) => text);
    for (const text of told) expect(line).toContain(text);
    expect(`${fields.title}${told.join("")}`).not.toBe("");
  },
);

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(CONTEXT.today, days));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

/** A plan, each part of it in one of the ways in which people write it. */
const plan = fc.record({
  first: day,
  start: time,
  minutes: fc.integer({ min: 5, max: 600 }),
  messages: fc.subarray(["m1", "m2", "m3"], { minLength: 1 }),
  officer: fc.constantFrom("jana", "petr", "petra", "eva"),
  schedule: fc.constantFrom("tentative" as const, "confirmed" as const),
  way: fc.integer({ min: 0, max: 3 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  joint: fc.constantFrom(", ", "; ", ","),
});

const waysToWriteDay = [
  formatDate,
  formatDayWithYear,
  (date: string) => `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.${date.slice(0, 4)}`,
  (date: string) => date,
];
const waysToWriteLength = [
  (minutes: number) => `${minutes} min`,
  (minutes: number) => `for ${minutes} minutes`,
  (minutes: number) => `${minutes}min`,
  (minutes: number) => `${minutes} mins`,
];
const waysToWriteMessages = [
  (ids: string[]) => `msg ${ids.map((id) => id.slice(1)).join(" ")}`,
  (ids: string[]) => `messages ${ids.map((id) => id.slice(1)).join(" and ")}`,
  (ids: string[]) => ids.join(" "),
  (ids: string[]) => `msg ${ids.map((id) => id.slice(1)).join("+")}`,
];

test("what is written in the usual ways, in whatever order, is read back", () => {
  fc.assert(
    fc.property(plan, ({ first, start, minutes, messages, officer, schedule, way, order, joint }) => {
      const parts = [
        waysToWriteDay[way]?.(first),
        start,
        waysToWriteLength[way]?.(minutes),
        waysToWriteMessages[way]?.(messages),
        `@${officer}`,
        schedule,
      ];
      const line = ["Talk", ...order.map((index) => parts[index])].join(joint);
      const { fields, doubts, notUnderstood } = readLine(line, CONTEXT);
      expect({ line, doubts, notUnderstood }).toEqual({ line, doubts: [], notUnderstood: [] });
      expect(fields).toMatchObject({ title: "Talk", first, start, minutes, officerIds: [officer], schedule });
      expect(fields.messageIds.toSorted()).toEqual(messages);
    }),
    { numRuns: 1_000 },
  );
});
