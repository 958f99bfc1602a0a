import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import { insertSessionDays } from "#app/campaign/session-days/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { readBytes } from "../sample-files.ts";
import { atNoon, writeEntry } from "./scribe.server.ts";

/** Congress's calendar of 2026 as public sources name it. These days are real, whatever day the sample is made for. */
export async function writeSessionDays(database: Database, madeOn: string): Promise<void> {
  const read = readDaysFile(readBytes("session-days.csv"), madeOn);
  if (!read.ok) throw new Error(`session-days.csv: ${JSON.stringify(read.faults)}`);
  const { days } = read;
  const entry = {
    by: "system",
    at: atNoon(madeOn),
    campaign: null,
    kind: "session days",
    id: "congress",
    action: "recorded",
    summary: `Congress’s calendar: ${days.length} days added`,
    location: "/",
  } as const;
  await writeEntry(database, entry, (change) => insertSessionDays(change, days));
}
