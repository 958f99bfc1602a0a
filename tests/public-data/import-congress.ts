import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CongressFiles, readCongress } from "#app/campaign/contacts/congress/congress.ts";
import type { ImportCounts } from "#app/campaign/contacts/congress/store.server.ts";
import type { PublicRecords, RefreshCounts } from "#app/campaign/organisations/public-list.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

import { type Database, openDatabase } from "#db/database.server.ts";
import { takeCongress } from "../support/builders/take-congress.ts";
import { nextMonth } from "./next-month.ts";

type Imported = { told: string; faults: string[] };

/** Takes the list in, again, and as it may be next month, and says where the figures are not what they must be. */
export async function importThreeTimes(files: CongressFiles): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-data-"));
  const database = await openDatabase(join(folder, "data.sqlite"));
  try {
    return await importInto(database, files);
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

async function importInto(database: Database, files: CongressFiles): Promise<Imported> {
  const now = recordsOf(files);
  const first = await take(database, now, "2026-11-24");
  const again = await take(database, now, "2026-11-24");
  const later = recordsOf(nextMonth(files));
  const next = await take(database, later, "2026-12-24");
  const faults = [
    ...differences("first import", first, {
      organisations: all("added", now.organisations),
      contacts: all("added", now.contacts),
      seats: all("added", now.seats),
    }),
    ...differences("second import", again, {
      organisations: all("same", now.organisations),
      contacts: all("same", now.contacts),
      seats: all("same", now.seats),
    }),
    ...differences("changed copy", next, expectedChanges(now, later)),
  ];
  return { told: "; taken in, the second time all the same, on a changed copy exactly its changes", faults };
}

function take(database: Database, records: PublicRecords, day: CalendarDate): Promise<ImportCounts> {
  const author = {
    accountId: "system",
    channel: "command line",
    now: new Date(`${day}T17:00:00.000Z`),
  } as const;
  return takeCongress(database, author, records, day);
}

function recordsOf(files: CongressFiles): PublicRecords {
  const reading = readCongress(files);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.records;
}

const NONE: RefreshCounts = { added: 0, changed: 0, ended: 0, same: 0 };

function all(what: "added" | "same", records: readonly unknown[]): RefreshCounts {
  return { ...NONE, [what]: records.length };
}

function expectedChanges(now: PublicRecords, later: PublicRecords): ImportCounts {
  return {
    organisations: compared(now.organisations, later.organisations),
    contacts: compared(now.contacts, later.contacts),
    seats: compared(now.seats, later.seats),
  };
}

function compared(now: readonly { key: string }[], later: readonly { key: string }[]): RefreshCounts {
  const before = new Map(now.map((record) => [record.key, JSON.stringify(record)]));
  const after = new Map(later.map((record) => [record.key, JSON.stringify(record)]));
  const kept = [...after].filter(([key]) => before.has(key));
  return {
    added: after.size - kept.length,
    changed: kept.filter(([key, text]) => before.get(key) !== text).length,
    ended: before.size - kept.length,
    same: kept.filter(([key, text]) => before.get(key) === text).length,
  };
}

function differences(what: string, found: ImportCounts, expected: ImportCounts): string[] {
  return (["organisations", "contacts", "seats"] as const)
    .filter((kind) => JSON.stringify(sorted(found[kind])) !== JSON.stringify(sorted(expected[kind])))
    .map(
      (kind) => `${what}: ${kind} ${JSON.stringify(found[kind])}, expected ${JSON.stringify(expected[kind])}`,
    );
}

function sorted({ added, changed, ended, same }: RefreshCounts): RefreshCounts {
  return { added, changed, ended, same };
}
