import { formatDayWithYear } from "#app/domain/time/format.ts";
import { cityOf } from "#app/domain/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Clearance, ClearanceStatus } from "./clearance-status.ts";

/**
 * The line that says on screen, on paper and in a file whether the text is cleared: by whom, for whom and when on
 * both clocks, and whether the drafter cleared it alone. `homeZone` is the ministry's zone.
 */
export function statusLine(status: ClearanceStatus, homeZone: string): string {
  switch (status.status) {
    case "draft":
      return "NOT CLEARED";
    case "changed since clearance":
      return `CHANGED SINCE CLEARANCE. ${clearedLine(status.clearance, homeZone)}`;
    case "cleared":
      return clearedLine(status.clearance, homeZone);
  }
}

/** By whom, for which side and when a text was cleared, on both clocks; says so where the clearer wrote part of it. */
export function clearedLine(clearance: Clearance, homeZone: string): string {
  const { clearedAt: at, clearedBy, authority, isOwnDraft } = clearance;
  const day = formatDayWithYear(dateIn(at, WASHINGTON));
  const clocks = `${timeIn(at, WASHINGTON)} in Washington, ${timeIn(at, homeZone)} in ${cityOf(homeZone)}`;
  const alone = isOwnDraft ? " The clearer wrote part of the text." : "";
  return `Cleared by ${clearedBy} for the ${authority}, ${day}, ${clocks}.${alone}`;
}
