import { stat } from "node:fs/promises";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";

/** Where a path leads; `madeOn` is the day on which a sample was made. */
export type SampleMark = { kind: "new" } | { kind: "sample"; madeOn: CalendarDate } | { kind: "other" };

/**
 * Whether the file is a sample's, somebody's real database (or no database at all), or not there yet. Looks only:
 * a real database stays as it is, even one of an older version.
 */
export async function readSampleMark(path: string): Promise<SampleMark> {
  const file = await stat(path).catch(() => null);
  if (file === null) return { kind: "new" };
  if (!file.isFile()) return { kind: "other" };
  if (file.size === 0) return { kind: "new" };
  const connection = await openConnection(path, "inspecting", new Map()).catch(() => null);
  if (connection === null) return { kind: "other" };
  try {
    const rows = await connection.all("select sample_made_on from installation", []);
    const madeOn = rows[0]?.sample_made_on;
    return typeof madeOn === "string" && isCalendarDate(madeOn)
      ? { kind: "sample", madeOn }
      : { kind: "other" };
  } catch {
    return { kind: "other" };
  } finally {
    await connection.close();
  }
}
