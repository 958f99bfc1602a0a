import { type ClearanceStatus, notClearedMark } from "#app/campaign/clearances/clearance-status.ts";
import { statusLine } from "#app/campaign/clearances/stage.ts";
import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { timeIn } from "#app/time/wall-time.ts";

/** A hold that lies on a message which the text uses, by the id of its record. */
export type HoldOnPaper = { id: string; messageNumber: number; heldSince: Date; reason: string };

/** The mark that a text carries wherever it leaves the product; a hold goes before everything. */
export type LeavingMark = "ON HOLD" | "NOT CLEARED" | "CHANGED SINCE CLEARANCE";

/** The mark for a text as it stands; null for a cleared one on which no hold lies (DOMAIN.md, rule 7 and holding line). */
export function leavingMark(status: ClearanceStatus, holds: readonly HoldOnPaper[]): LeavingMark | null {
  return holds.length > 0 ? "ON HOLD" : notClearedMark(status);
}

/**
 * The one line that says on every page, print and export how a text leaves: on hold and since when, not cleared,
 * changed since clearance, or cleared by whom and when, on both clocks. `homeZone` is the ministry's zone.
 * While a hold lies, nobody is named as having cleared the text: it does not leave as cleared.
 */
export function leavingLine(
  status: ClearanceStatus,
  holds: readonly HoldOnPaper[],
  homeZone: string,
): string {
  if (holds.length === 0) return statusLine(status, homeZone);
  const lying = holds.map(({ messageNumber, heldSince: at }) => {
    const clocks = `${formatDayAndTimeWithYear(at)} in Washington, ${timeIn(at, homeZone)} in ${cityOf(homeZone)}`;
    return `message ${messageNumber} since ${clocks}`;
  });
  const before = notClearedMark(status) ?? "Its earlier clearance does not count while the hold lies";
  return `ON HOLD: ${lying.join("; ")}. ${before}.`;
}
