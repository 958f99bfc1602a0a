import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import { previewCalendarImport } from "#app/campaign/calendar-files/import.server.ts";
import { fileReader } from "#app/http/files/file-reader.ts";
import { openDatabase } from "#db/database.server.ts";
import { calendarFile, eventLines } from "../support/builders/calendar-file.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import type { Bench } from "./bench-context.ts";
import { compared, median, type Rows } from "./row.ts";

const TARGET = 2.5;
const RUNS = 9;
const PUBLIC_FILE = "../shared/data/ics/libical/large.ics";

/** Reading a calendar of 1 MB in its worker and working out the preview, against ical.js parsing the same text here. */
export async function* calendarImport(bench: Bench): Rows {
  const bytes = await largeCalendar();
  const text = new TextDecoder().decode(bytes);
  const database = await openDatabase(join(bench.folder, "calendar-import.sqlite"));
  const campaignId = await addCampaign(database);
  const reader = fileReader();
  const options = {
    clock: null,
    homeZone: "Europe/Prague",
    firstDay: "2026-02-02",
    lastDay: "2027-06-30",
  } as const;
  const preview = async () => {
    const reading = await reader.read("calendar", { bytes, isPacked: false, options });
    if (!reading.ok) throw new Error(reading.sentence);
    await previewCalendarImport(database.read, campaignId, reading, new Date());
  };
  const measured: number[] = [];
  const reference: number[] = [];
  // The first run warms both up: the worker waits for the next file.
  for (let run = 0; run <= RUNS; run += 1) {
    const ours = await millisecondsOf(preview);
    const theirs = await millisecondsOf(async () => ICAL.parse(text));
    if (run > 0) measured.push(ours);
    if (run > 0) reference.push(theirs);
  }
  await reader.close();
  await database.close();
  const figures = { measured: median(measured), reference: median(reference) };
  const row = { ...figures, target: TARGET, unit: "ms per preview", samples: RUNS };
  yield compared("import of a calendar of 1 MB", row);
}

async function largeCalendar(): Promise<Uint8Array> {
  const found = [process.env.BENCH_CALENDAR, PUBLIC_FILE].find((path) => path && existsSync(path));
  if (found !== undefined) return readFile(found);
  const events = Array.from({ length: 1_400 }, (_, index) =>
    eventLines(
      `e${index}`,
      ...(index % 2 === 0 ? ["RRULE:FREQ=WEEKLY;COUNT=2"] : []),
      ...Array.from({ length: 12 }, (_, line) => `X-NOTE-${line}:something that nobody takes over`),
    ),
  );
  return new TextEncoder().encode(calendarFile(...events));
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
