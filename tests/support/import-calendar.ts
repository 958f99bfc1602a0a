import { takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import { updateOutreachEventRow } from "#app/campaign/outreach-events/store.server.ts";
import type { Patch } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system } from "./author.ts";
import { addCampaign } from "./builders/campaign.ts";
import { freshDatabase } from "./database.ts";

/** A database with one campaign, to import calendars into. */
export async function scene() {
  const database = await freshDatabase();
  return { database, campaignId: await addCampaign(database) };
}

/** What a calendar file says. */
export function readingOf(text: string) {
  const options = {
    clock: null,
    homeZone: "Europe/Prague",
    firstDay: "2026-02-02",
    lastDay: "2027-06-30",
  } as const;
  const read = readCalendarFile(new TextEncoder().encode(text), options);
  if (!read.ok) throw new Error(read.sentence);
  return read;
}

type Choices = { takeFile?: readonly string[]; kind?: EventKind; ownerAccountId?: string | null };

/** Imports a calendar file as a command does. */
export function take(
  database: Database,
  campaignId: string,
  text: string,
  { takeFile = [], kind = "internal", ownerAccountId = null }: Choices = {},
) {
  const as = { campaignId, kind, handling: "TLP:AMBER", ownerAccountId, now } as const;
  return database.change(system, { submission: null, campaignId }, (change) =>
    takeCalendar(change, readingOf(text), as, { shown: null, takeFile: new Set(takeFile), mayEnd: true }),
  );
}

/** The events of a database, in order of time. */
export function eventsIn(database: Database) {
  return database.read
    .selectFrom("outreach_event")
    .selectAll()
    .orderBy("starts_at")
    .orderBy("title")
    .execute();
}

/** Changes an event here, as somebody does by hand. */
export async function changeHere(
  database: Database,
  id: string,
  patch: Patch<"outreach_event">,
): Promise<void> {
  await database.change(system, { submission: null, campaignId: null }, async (change) => {
    await updateOutreachEventRow(change, id, patch);
    change.describe({
      recordKind: "outreach event",
      recordId: id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
}
