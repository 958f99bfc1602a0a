import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import type { RecordKind } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import type { StaleRecord } from "./form-values.ts";

/** Who saved a record last, and when: for a form whose version is no longer the record's. */
export async function staleRecord(
  database: Database,
  record: { kind: RecordKind; id: string; version: number },
  theirs: Readonly<Record<string, string | readonly string[]>>,
): Promise<StaleRecord> {
  const [last] = await listChanges(database.read, record.kind, record.id);
  return {
    by: last?.accountName ?? "Somebody",
    at: last === undefined ? "" : `${formatDayAndTimeWithYear(new Date(last.madeAt))} in Washington`,
    version: record.version,
    theirs: Object.fromEntries(
      Object.entries(theirs).map(([name, typed]) => [name, typeof typed === "string" ? [typed] : typed]),
    ),
  };
}
