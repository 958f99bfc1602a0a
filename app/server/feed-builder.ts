import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { feedWindow, type Titles } from "#app/campaign/calendar-files/calendar-entry.ts";
import { type EventsOf, readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { calendarFile } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";

/** What a feed is built from. */
export type FeedWanted = {
  whose: EventsOf;
  name: string;
  titles: Titles;
  origin: string;
  today: CalendarDate;
};

export type BuiltFeed = { bytes: Buffer<ArrayBuffer>; etag: string };

/** So long a feed is written at a stretch, in milliseconds: then other requests have their turn. */
const STRETCH = 5;

/** The days that a feed covers are Washington's. */
export async function buildFeed(database: Database, wanted: FeedWanted): Promise<BuiltFeed> {
  const { whose, name, titles, origin, today } = wanted;
  const { first, last } = feedWindow(today);
  const period = { from: startOfDay(first, WASHINGTON), to: startOfDay(last, WASHINGTON) };
  const content = await readCalendarContent(database.read, whose, period);
  return writeInTurns(
    calendarFile({ ...content, name, isFeed: true, telling: { titles, origin }, only: null }),
  );
}

async function writeInTurns(pieces: Iterable<string>): Promise<BuiltFeed> {
  const digest = createHash("sha256");
  const written: Buffer[] = [];
  let stretch: string[] = [];
  const putDown = () => {
    const bytes = Buffer.from(stretch.join(""));
    digest.update(bytes);
    written.push(bytes);
    stretch = [];
  };
  let began = performance.now();
  for (const piece of pieces) {
    stretch.push(piece);
    if (performance.now() - began < STRETCH) continue;
    putDown();
    await nextTurn();
    began = performance.now();
  }
  putDown();
  // Weak: the same feed is sent as it is, or compressed.
  return { bytes: Buffer.concat(written), etag: `W/"${digest.digest("base64url")}"` };
}
