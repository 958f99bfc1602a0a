import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { type LeavingPaper, paperDocument } from "#app/campaign/talking-points/documents/paper-document.ts";
import type { Document } from "#app/documents/document.ts";

/** An uncleared paper of the sample campaign that Jana takes along on 24 November 2026. */
export function leavingPaper(paper: TalkingPoints, given: Partial<LeavingPaper> = {}): Document {
  return paperDocument({
    paper,
    campaign: "European strategic autonomy in Washington",
    handling: "TLP:AMBER",
    version: "Version 2",
    mark: "NOT CLEARED",
    line: "NOT CLEARED",
    when: "Fri 13 Nov, 13:00 to 13:45 (19:00 to 19:45 in Prague)",
    place: "Harry S Truman Building",
    lastTime: null,
    taken: "Copy taken by Jana Malá, Tue 24 Nov 2026, 10:40 in Washington, 16:40 in Prague",
    isForOutsiders: false,
    held: new Map(),
    guidance: new Map(),
    codes: { proofPoints: new Set(), objections: new Map() },
    hasAnnex: true,
    today: "2026-11-24",
    ...given,
  });
}
