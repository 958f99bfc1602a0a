import type { CalendarDate } from "#app/time/wall-time.ts";
import { openDatabase } from "#db/database.server.ts";
import { freshPath } from "./database.ts";

/** A file with the ledger that was kept before the first release; with the day on which its sample was made, or null. */
export async function fileWithOldLedger(sampleMadeOn: CalendarDate | null): Promise<string> {
  const path = await freshPath();
  const installation = `create table installation (id text primary key, sample_made_on text) strict;
    insert into installation values ('installation', ${sampleMadeOn === null ? "null" : `'${sampleMadeOn}'`})`;
  const steps = [
    { name: "0001-accounts", sql: installation },
    { name: "0052-known-devices", sql: "create table known_device (id_hash text primary key) strict" },
  ];
  await (await openDatabase(path, steps)).close();
  return path;
}

/** The sentence with which it is refused, whoever opens it. */
export function refusalOfOldLedger(path: string): string {
  return `${path} was made before the first release, with a schema that this version cannot bring up to date: read and export it with the version that made it, and start this one on a new file.`;
}
