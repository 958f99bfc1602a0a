import { isAtLeastAsStrict } from "#app/text/handling.ts";
import type { RoundRequest } from "./clearance-round.ts";
import type { ClearanceStatus } from "./clearance-status.ts";

/** The act of the head of mission, on the text that was shown. */
export type Release = {
  hash: string;
  shownHash: string;
  handling: string;
  shownHandling: string;
  status: ClearanceStatus["status"];
  round: readonly RoundRequest[];
  isHeadOfMission: boolean;
  isOwnDraft: boolean;
  ownDraftMayBeCleared: boolean;
};

export type ReleaseRefusal =
  | "not-the-head-of-mission"
  | "already-cleared"
  | "not-sent-for-clearance"
  | "text-is-another"
  | "sent-text-is-another"
  | "handling-is-wider"
  | "own-draft";

/**
 * Why the head of mission may not release a text; null where it is released. Only the account that the campaign
 * names may, with a text that is with the clearers, is the one that was sent and shown, and travels no further. What is released is
 * reported to the ministry after. Source: DOMAIN.md, clearance.
 */
export function refuseRelease(release: Release): ReleaseRefusal | null {
  const open = release.round.filter(({ answer, asks }) => answer === null && asks === "clear");
  if (!release.isHeadOfMission) return "not-the-head-of-mission";
  if (release.status === "cleared") return "already-cleared";
  if (open.length === 0) return "not-sent-for-clearance";
  const isShown = release.shownHash === release.hash && release.shownHandling === release.handling;
  if (!isShown) return "text-is-another";
  if (open.some(({ hash }) => hash !== release.hash)) return "sent-text-is-another";
  if (open.some(({ handling }) => !isAtLeastAsStrict(release.handling, handling))) return "handling-is-wider";
  return release.isOwnDraft && !release.ownDraftMayBeCleared ? "own-draft" : null;
}
