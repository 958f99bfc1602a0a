import { answerOpenRequests } from "#app/campaign/clearances/store.server.ts";
import type { WallTime, Zone } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { describeHold, findHold } from "../hold-records.server.ts";
import { type HoldingLineText, holdingLineHash, type LineRefusal, writeLine } from "./holding-line.ts";

export type LineVersion = HoldingLineText & {
  id: string;
  number: number;
  /** The expiry as it was typed, on the clocks of `zone`. */
  wallExpires: WallTime;
  zone: Zone;
  hash: string;
  reason: string;
  madeBy: { id: string; name: string };
  madeAt: Date;
};

/** The line of a hold with its versions, the newest first; `version` is the row's, for the form that edits it. */
export type HoldingLine = { id: string; version: number; versions: readonly [LineVersion, ...LineVersion[]] };

/** The holding line of a hold; null where none is written. */
export async function findHoldingLine(read: Queries, holdId: string): Promise<HoldingLine | null> {
  const rows = await read
    .selectFrom("holding_line as line")
    .innerJoin("holding_line_version as version", "version.holding_line_id", "line.id")
    .innerJoin("account", "account.id", "version.made_by")
    .selectAll("version")
    .select(["line.id as line_id", "line.version as line_version", "account.name"])
    .where("line.message_hold_id", "=", holdId)
    .orderBy("version.number", "desc")
    .execute();
  const [newest, ...earlier] = rows.map((row) => ({
    id: row.id,
    number: row.number,
    text: row.text,
    handling: row.handling,
    wallExpires: row.wall_expires,
    zone: row.zone,
    expiresAt: new Date(row.expires_at),
    hash: row.text_hash,
    reason: row.reason,
    madeBy: { id: row.made_by, name: row.name },
    madeAt: new Date(row.made_at),
  }));
  const [row] = rows;
  if (row === undefined || newest === undefined) return null;
  return { id: row.line_id, version: row.line_version, versions: [newest, ...earlier] };
}

export type WrittenLine = HoldingLineText & { wallExpires: WallTime; zone: Zone; reason: string };

type Saved = { ok: true } | { ok: false; reason: LineRefusal | "not-found" | "changed-by-somebody-else" };

/**
 * Writes the next version of a hold's line, the first one too. What was asked about the version before is withdrawn:
 * an answer counts for one version only. `seenVersion` is the row version that the form showed, null for a new line.
 */
export async function saveHoldingLine(
  change: Change,
  target: { campaignId: string; holdId: string },
  line: WrittenLine,
  seenVersion: number | null,
): Promise<Saved> {
  const hold = await findHold(change.read, target.campaignId, target.holdId);
  if (hold === null) return { ok: false, reason: "not-found" };
  const present = await findHoldingLine(change.read, hold.id);
  if ((present?.version ?? null) !== seenVersion) return { ok: false, reason: "changed-by-somebody-else" };
  const before = present?.versions[0] ?? null;
  const isHoldLifted = hold.lifted !== null;
  const decided = writeLine(line, before, { isHoldLifted, now: change.author.now });
  if (!decided.ok) return decided;
  const lineId = present?.id ?? newId();
  if (present === null) await change.insert("holding_line", { id: lineId, message_hold_id: hold.id });
  else await change.renew("holding_line", lineId, {}, present.version);
  const number = (before?.number ?? 0) + 1;
  await insertVersion(change, lineId, number, line);
  await answerOpenRequests(change, { kind: "holding line", id: lineId }, "withdrawn");
  const why = line.reason === "" ? "" : `: ${line.reason}`;
  const summary = `Wrote ${number === 1 ? "" : `version ${number} of `}the holding line${number === 1 ? "" : why}`;
  return describeHold(change, target, "reworded", summary);
}

async function insertVersion(
  change: Change,
  lineId: string,
  number: number,
  line: WrittenLine,
): Promise<void> {
  await change.insert("holding_line_version", {
    id: newId(),
    holding_line_id: lineId,
    number,
    text: line.text,
    handling: line.handling,
    wall_expires: line.wallExpires,
    zone: line.zone,
    expires_at: line.expiresAt.toISOString(),
    text_hash: holdingLineHash(line),
    reason: line.reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
    expiry_noted_at: null,
  });
}

/** Notes that people were told that this version has run out, so that they are told once. */
export async function noteExpiry(change: Change, versionId: string): Promise<void> {
  const expiry_noted_at = change.author.now.toISOString();
  await change.update("holding_line_version", versionId, { expiry_noted_at }, null);
}
