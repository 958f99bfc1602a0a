import type { StoredClearance } from "#app/campaign/clearances/store.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { clearanceOfVersion, isOffered } from "./holding-line.ts";
import { listClearancesOfLines } from "./holding-line-standing.server.ts";

/** The cleared line that stands in a held message's place, until it expires. */
export type LineInstead = {
  holdId: string;
  messageId: string;
  messageNumber: number;
  text: string;
  handling: Handling;
  versionNumber: number;
  hash: string;
  expiresAt: Date;
  clearance: StoredClearance;
};

/**
 * What to say instead of each of these messages at `now`, by message: the newest version of its hold's line that is
 * cleared and has not expired, also while a newer one is with the desks. Left out where there is none.
 */
export async function listLinesInstead(
  read: Queries,
  messageIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, LineInstead>> {
  if (messageIds.length === 0) return new Map();
  const rows = await versionsOf(read, { ids: JSON.stringify(messageIds) });
  const lineIds = [...new Set(rows.map(({ lineId }) => lineId))];
  const clearances = await listClearancesOfLines(read, lineIds);
  const lines = rows.flatMap(({ lineId, ...row }): [string, LineInstead][] => {
    const expiresAt = new Date(row.expiresAt);
    const ofThisLine = clearances.filter(({ subjectId }) => subjectId === lineId);
    const { clearance } = clearanceOfVersion({ ...row, expiresAt }, ofThisLine);
    const facts = { isCleared: clearance !== null, widened: null, isHoldLifted: false, requests: [] };
    if (clearance === null || !isOffered({ ...facts, expiresAt }, now)) return [];
    return [[row.messageId, { ...row, expiresAt, clearance }]];
  });
  // In the order of the versions: the newest stays.
  return new Map(lines);
}

const versionsOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("message_hold as hold")
    .innerJoin("key_message as message", "message.id", "hold.key_message_id")
    .innerJoin("holding_line as line", "line.message_hold_id", "hold.id")
    .innerJoin("holding_line_version as version", "version.holding_line_id", "line.id")
    .select(["hold.id as holdId", "message.id as messageId", "message.number as messageNumber"])
    .select(["line.id as lineId", "version.text", "version.handling", "version.number as versionNumber"])
    .select(["version.text_hash as hash", "version.expires_at as expiresAt"])
    .where("hold.lifted_at", "is", null)
    .where("hold.key_message_id", "in", eachIn(place("ids")))
    .orderBy("version.number"),
);
