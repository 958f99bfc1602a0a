import { Worker } from "node:worker_threads";
import { deflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { type FileReader, fileReader, READER_LIMITS } from "#app/http/files/file-reader.ts";
import { calendarFile, eventLines } from "../support/builders/calendar-file.ts";
import { overlappingZip } from "../support/builders/zip.ts";

const options = {
  clock: null,
  homeZone: "Europe/Prague",
  firstDay: "2026-01-01",
  lastDay: "2027-06-30",
} as const;
const reader = fileReader();
afterAll(() => reader.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const calendar = (by: FileReader, file: Uint8Array) =>
  by.read("calendar", { bytes: file, isPacked: false, options });
const good = bytes(calendarFile(eventLines("a")));

test("a file is read in a worker, and the worker reads another one after it", async () => {
  expect(await calendar(reader, good)).toMatchObject({ ok: true, events: [{ uid: "a" }] });
  expect(await calendar(reader, good)).toMatchObject({ ok: true });
});

test("a file over 10 MB is refused by its size", async () => {
  const found = await calendar(reader, new Uint8Array(10 * 1_048_576 + 1));
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

function rules(rule: string, count = 20_000): string[] {
  return Array.from({ length: count }, (_, index) => eventLines(`${rule}${index}`, `RRULE:${rule}`));
}

test.each(HOSTILE)("%s ends in events or a sentence, and the next file is read", async (_, text) => {
  const found = await calendar(reader, bytes(text()));
  expect(found.ok || found.sentence.length > 20).toBe(true);
  expect(await calendar(reader, good)).toMatchObject({ ok: true });
});

test("a file that takes too long is ended, others go on", async () => {
  const hasty = fileReader({ ...READER_LIMITS, reading: 1 });
  const slow = bytes(calendarFile(...rules("FREQ=DAILY")));
  expect(await calendar(hasty, slow)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("took longer"),
  });
  await hasty.close();
  expect(await calendar(reader, good)).toMatchObject({ ok: true });
});

test("a file that takes too much memory is ended, and the process goes on", async () => {
  const small = fileReader({ ...READER_LIMITS, oldMemory: 8, youngMemory: 1, reading: 60_000 });
  const heavy = bytes(calendarFile(...rules("FREQ=DAILY;COUNT=2")));
  expect(await calendar(small, heavy)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("needs more memory than is allowed"),
  });
  await small.close();
});

test("where too many files wait, the next is told to come back", async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => calendar(reader, good)));
  const busy = answers.filter((answer) => !answer.ok);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy[0]).toMatchObject({ sentence: expect.stringContaining("Try again in a few seconds") });
  expect(answers.length - busy.length).toBeGreaterThanOrEqual(6);
});

test("while a hostile file is read, this process answers others", async () => {
  const reading = calendar(reader, bytes(calendarFile(...rules("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"))));
  let isRead = false;
  const ended = reading.then(() => {
    isRead = true;
  });
  await new Promise((done) => setTimeout(done, 50));
  expect(isRead).toBe(false);
  await ended;
});

test("a small zip whose entries lie over each other is refused, and calendars are read meanwhile", async () => {
  const zip = overlappingZip();
  expect(zip.length).toBeLessThan(310_000);
  const library = reader.read("library", { uploads: [{ name: "library.zip", bytes: zip }] });
  expect(await calendar(reader, good)).toMatchObject({ ok: true });
  expect(await library).toEqual({
    ok: false,
    sentence: "“library.zip” has overlapping entries; pack the files again with another program",
  });
});

test("a field that waited to be confirmed and unfolds into more than its file may have is refused", async () => {
  const endless = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
  const asked = { bytes: endless, isPacked: true, options } as const;
  const refusal = { ok: false, sentence: expect.stringContaining("preview has been lost") };
  expect(await reader.read("calendar", asked)).toEqual(refusal);
  const days = { file: endless.toString("base64url"), today: "2026-11-30" } as const;
  expect(await reader.read("session days", days)).toEqual(refusal);
});

test("the same file gets the same answer on a machine that is busy", async () => {
  const many = bytes(calendarFile(...rules("FREQ=DAILY;COUNT=3", 200), ...rules("FREQ=MINUTELY", 100)));
  const idle = await calendar(reader, many);
  const others = Array.from({ length: 2 }, () => new Worker("for (;;);", { eval: true }));
  const busy = await calendar(reader, many);
  await Promise.all(others.map((worker) => worker.terminate()));
  expect(busy).toEqual(idle);
});
