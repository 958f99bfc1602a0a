import type { ClearanceStatus, ClearingSide } from "./clearance-status.ts";
import { paperHash } from "./paper-hash.ts";
import type { Stage } from "./stage.ts";
import type { TalkingPoints } from "./talking-points.ts";

/** The campaign's settings that bear on clearance. */
export type ClearanceSettings = { embassyMayClearAlone: boolean; ownDraftMayBeCleared: boolean };

export type ClearanceRequest = {
  paper: TalkingPoints;
  stage: Stage;
  status: ClearanceStatus;
  /** Every account that wrote some of the present text. */
  writers: readonly string[];
  /** Every block is cleared wording, used unaltered. */
  isAllClearedWording: boolean;
  clearer: { accountId: string; side: ClearingSide };
  /** The hash of the text that the clearer was shown. */
  shownHash: string;
  settings: ClearanceSettings;
};

export type ClearanceRefusal =
  | "not-sent-for-clearance"
  | "already-cleared"
  | "text-is-another"
  | "own-draft"
  | "ministry-must-clear";

export type ClearanceGranted = { ok: true; hash: string; isOwnDraft: boolean };

/**
 * Decides whether a clearer's act clears a paper. It clears the text that the clearer was shown and no other;
 * nobody clears their own draft unless the campaign's setting allows it, and then the clearance says so; the
 * embassy clears alone only a paper that consists of cleared wording used unaltered, and only while the setting
 * is on (DOMAIN.md, clearance).
 */
export function clearTalkingPoints(
  request: ClearanceRequest,
): ClearanceGranted | { ok: false; reason: ClearanceRefusal } {
  const hash = paperHash(request.paper);
  if (request.status.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (request.stage !== "sent-for-clearance") return { ok: false, reason: "not-sent-for-clearance" };
  if (request.shownHash !== hash) return { ok: false, reason: "text-is-another" };
  const isOwnDraft = request.writers.includes(request.clearer.accountId);
  if (isOwnDraft && !request.settings.ownDraftMayBeCleared) return { ok: false, reason: "own-draft" };
  if (!sideMayClear(request)) return { ok: false, reason: "ministry-must-clear" };
  return { ok: true, hash, isOwnDraft };
}

function sideMayClear({ clearer, settings, isAllClearedWording }: ClearanceRequest): boolean {
  return clearer.side === "ministry" || (settings.embassyMayClearAlone && isAllClearedWording);
}
