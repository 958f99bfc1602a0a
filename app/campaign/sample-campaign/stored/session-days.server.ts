import { insertSessionDays } from "#app/campaign/session-days/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { sessionDaysOf2026 } from "../session-days-2026.ts";
import { atNoon, writeEntry } from "./scribe.server.ts";

/** Congress's calendar of 2026 as public sources name it. These days are real, whatever day the sample is made for. */
export async function writeSessionDays(database: Database, madeOn: string): Promise<void> {
  const days = sessionDaysOf2026();
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
