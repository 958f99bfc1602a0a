import { congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";
import { type ImportCounts, importCongress } from "#app/campaign/contacts/congress/store.server.ts";
import type { PublicRecords } from "#app/campaign/organisations/public-list.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";

/** Takes a list of Congress in, however much it ends, and gives what it did. */
export async function takeCongress(
  database: Database,
  author: Author,
  records: PublicRecords,
  day: CalendarDate,
): Promise<ImportCounts> {
  const mayEnd = Object.values(congressFileNames);
  const imported = await importCongress(database, author, records, { day, mayEnd });
  if (!imported.ok) throw new Error(JSON.stringify(imported.losses));
  return imported.counts;
}
