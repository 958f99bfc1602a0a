import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { StoredRequest } from "./requests.server.ts";

/**
 * Notes that somebody who may answer has opened a text about which these requests are: the first time, for each. A
 * database that takes no writes is read all the same.
 */
export async function noteReading(
  database: Database,
  requests: readonly StoredRequest[],
  reader: { accountId: string; now: Date },
): Promise<void> {
  const unread = requests.filter(({ openedAt }) => openedAt === null);
  if (unread.length === 0 || database.condition() !== "ready") return;
  const readings = unread.map(({ id }) => ({
    id: newId(),
    clearance_request_id: id,
    account_id: reader.accountId,
    opened_at: reader.now.toISOString(),
  }));
  await database.writeUnrecorded((write) =>
    write
      .insertInto("clearance_reading")
      .values(readings)
      .onConflict((on) => on.doNothing())
      .execute(),
  );
}
