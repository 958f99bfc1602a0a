import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { insertReport } from "#app/campaign/clearances/store.server.ts";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import { describePaper, type PaperTarget } from "./target.server.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** Records when and to whom the release of a paper by the head of mission was reported. */
export async function reportRelease(
  change: Change,
  target: PaperTarget,
  report: { on: CalendarDate; to: string },
): Promise<Done | Gone | Refused<"nothing-to-report" | "reported-already">> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const status = await findClearanceStatus(change.read, paper);
  if (status.status === "draft" || status.clearance.manner !== "released by the head of mission") {
    return { ok: false, reason: "nothing-to-report" };
  }
  if (status.clearance.report !== null) return { ok: false, reason: "reported-already" };
  await insertReport(change, { clearanceId: status.clearance.id, ...report });
  return describePaper(change, target, "reported", `Reported the release to ${report.to}`);
}
