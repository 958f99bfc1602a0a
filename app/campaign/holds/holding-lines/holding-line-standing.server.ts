import { listRound } from "#app/campaign/clearances/requests.server.ts";
import {
  type ClearanceSubject,
  insertReport,
  listClearances,
  type StoredClearance,
} from "#app/campaign/clearances/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Hold } from "../hold.ts";
import { describeHold, findHold } from "../hold-records.server.ts";
import { type Covered, clearanceOfVersion, isOffered, lineStanding } from "./holding-line.ts";
import { findHoldingLine } from "./store.server.ts";

/** A hold's line as it stands: what the desks were asked about its present version, its clearance, and the version that is said. */
export type LineNow = Awaited<ReturnType<typeof findLineNow>>;

/** The line of a hold with its standing at `now`. */
export async function findLineNow(read: Queries, hold: Hold, now: Date) {
  const line = await findHoldingLine(read, hold.id);
  if (line === null)
    return { line, standing: lineStanding(null, now), round: [], clearance: null, inForce: null };
  const subject = subjectOfLine(line.id);
  const [newest] = line.versions;
  const { hash, expiresAt } = newest;
  const asked = await listRound(read, subject);
  const round = asked.filter((request) => request.hash === hash && request.asks === "clear");
  const clearances = await listClearancesOfLines(read, [line.id]);
  const { clearance, widened } = clearanceOfVersion(newest, clearances);
  const isHoldLifted = hold.lifted !== null;
  const facts = {
    expiresAt,
    isCleared: clearance !== null,
    widened,
    isHoldLifted,
    requests: round,
  };
  const inForce = line.versions.find((version) => {
    const isCleared = clearanceOfVersion(version, clearances).clearance !== null;
    const { expiresAt } = version;
    return isOffered({ expiresAt, isCleared, widened: null, isHoldLifted, requests: [] }, now);
  });
  return { line, standing: lineStanding(facts, now), round, clearance, inForce: inForce ?? null };
}

/** The clearance that was given last to a version of a hold's line; null where none was. */
export async function findLastClearance(read: Queries, holdId: string): Promise<LineClearance | null> {
  const line = await findHoldingLine(read, holdId);
  return line === null ? null : ((await listClearancesOfLines(read, [line.id])).at(-1) ?? null);
}

/** A clearance of a line with what it covers: words, handling and expiry. */
export type LineClearance = StoredClearance & Covered;

/** The clearances of these lines, the oldest first. */
export async function listClearancesOfLines(
  read: Queries,
  lineIds: readonly string[],
): Promise<LineClearance[]> {
  const stored = await listClearances(read, "holding line", lineIds);
  return stored.map((clearance) => {
    const covered: { text: string; expiresAt: string } = JSON.parse(clearance.contentJson);
    return { ...clearance, text: covered.text, expiresAt: new Date(covered.expiresAt) };
  });
}

export function subjectOfLine(id: string): ClearanceSubject {
  return { kind: "holding line", id };
}

type Refused<Reason> = { ok: false; reason: Reason };

/** Records when and to whom the release of a line by the head of mission was reported; also once the hold is lifted. */
export async function reportHoldingLine(
  change: Change,
  { campaignId, holdId }: { campaignId: string; holdId: string },
  report: { on: CalendarDate; to: string },
): Promise<{ ok: true } | Refused<"not-found" | "nothing-to-report" | "reported-already">> {
  const hold = await findHold(change.read, campaignId, holdId);
  if (hold === null) return { ok: false, reason: "not-found" };
  const { clearance } = await findLineNow(change.read, hold, change.author.now);
  if (clearance?.manner !== "released by the head of mission") {
    return { ok: false, reason: "nothing-to-report" };
  }
  if (clearance.report !== null) return { ok: false, reason: "reported-already" };
  await insertReport(change, { clearanceId: clearance.id, ...report });
  const summary = `Reported the release of the holding line to ${report.to}`;
  return describeHold(change, { campaignId, holdId }, "reported", summary);
}
