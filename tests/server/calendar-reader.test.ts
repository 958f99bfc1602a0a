import { afterAll, expect, test } from "vitest";
import { calendarReader, READER_LIMITS } from "#app/calendar-files/calendar-reader.ts";
import { calendarFile, eventLines } from "../support/builders/calendar-file.ts";

const options = { clock: null, homeZone: "Europe/Prague", firstDay: "2026-01-01", lastDay: "2027-06-30" };
const reader = calendarReader();
afterAll(() => reader.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const good = bytes(calendarFile(eventLines("a")));

test("a file is read in a worker, and the worker reads another one after it", async () => {
  expect(await reader.read(good, options)).toMatchObject({ ok: true, events: [{ uid: "a" }] });
  expect(await reader.read(good, options)).toMatchObject({ ok: true });
});

test("a file over 10 MB is refused by its size", async () => {
  const found = await reader.read(new Uint8Array(10 * 1_048_576 + 1), options);
  expect(found).toMatchObject({ ok: false, sentence: expect.stringContaining("larger than 10 MB") });
});

const HOSTILE: readonly (readonly [string, () => string])[] = [
  ["a line of 10 MB", () => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${"x".repeat(10_000_000)}`],
  ["a folded line of 9 MB", () => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${"x\n ".repeat(3_000_000)}`],
  [
    "a folded description of 1 MB",
    () => calendarFile(eventLines("a", `DESCRIPTION:${"y\r\n ".repeat(250_000)}`)),
  ],
  ["700,000 nested components", () => `BEGIN:VCALENDAR\n${"BEGIN:VEVENT\n".repeat(700_000)}`],
  ["a million lines of one event", () => `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${"UID:1\n".repeat(1_000_000)}`],
  ["20,000 rules that never match", () => calendarFile(...rules("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"))],
  ["20,000 rules without end", () => calendarFile(...rules("FREQ=MINUTELY"))],
];

function rules(rule: string): string[] {
  return Array.from({ length: 20_000 }, (_, index) => eventLines(`e${index}`, `RRULE:${rule}`));
}

test.each(HOSTILE)("%s ends in events or a sentence, and the next file is read", async (_, text) => {
  const found = await reader.read(bytes(text()), options);
  expect(found.ok || found.sentence.length > 20).toBe(true);
  expect(await reader.read(good, options)).toMatchObject({ ok: true });
});

test("a file that takes too long is ended, others go on", async () => {
  const hasty = calendarReader({ ...READER_LIMITS, reading: 1 });
  const slow = bytes(calendarFile(...rules("FREQ=DAILY")));
  expect(await hasty.read(slow, options)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("took longer"),
  });
  await hasty.close();
  expect(await reader.read(good, options)).toMatchObject({ ok: true });
});

test("a file that takes too much memory is ended, and the process goes on", async () => {
  const small = calendarReader({ ...READER_LIMITS, oldMemory: 8, youngMemory: 1, reading: 60_000 });
  const heavy = bytes(calendarFile(...rules("FREQ=DAILY;COUNT=2")));
  expect(await small.read(heavy, options)).toMatchObject({ ok: false });
  await small.close();
});

test("where too many files wait, the next is told to come back", async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => reader.read(good, options)));
  const busy = answers.filter((answer) => !answer.ok);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy[0]).toMatchObject({ sentence: expect.stringContaining("Try again in a few seconds") });
  expect(answers.length - busy.length).toBeGreaterThanOrEqual(6);
});

test("while a hostile file is read, this process answers others", async () => {
  const reading = reader.read(
    bytes(calendarFile(...rules("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"))),
    options,
  );
  let isRead = false;
  const ended = reading.then(() => {
    isRead = true;
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(isRead).toBe(false);
  await ended;
});
