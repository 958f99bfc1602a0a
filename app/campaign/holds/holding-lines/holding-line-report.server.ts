import { insertReport } from "#app/campaign/clearances/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { findHold } from "../hold-records.server.ts";
import { findLineNow } from "./holding-line-standing.server.ts";

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
  const location = `/c/${campaignId}/holds/${holdId}`;
  const summary = `Reported the release of the holding line to ${report.to}`;
  change.describe({ recordKind: "hold", recordId: holdId, action: "reported", summary, location });
  return { ok: true };
}
