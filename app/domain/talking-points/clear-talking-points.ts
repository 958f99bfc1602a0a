import type { Authority, ClearanceStatus } from "./clearance-status.ts";
import { paperHash } from "./paper-hash.ts";
import type { Stage } from "./stage.ts";
import type { TalkingPoints } from "./talking-points.ts";

/** The campaign's settings that bear on clearance. */
export type ClearanceSettings = { embassyClearsAlone: boolean; ownDraftMayBeCleared: boolean };

/**
 * A clearer's act: `writers` are the accounts that wrote some of the present text, `shownHash` is the hash of the
 * text that the clearer was shown.
 */
export type ClearanceAct = {
  paper: TalkingPoints;
  stage: Stage;
  status: ClearanceStatus;
  writers: readonly string[];
  isAllClearedWording: boolean;
  clearer: { accountId: string; authority: Authority };
  shownHash: string;
  settings: ClearanceSettings;
};

export type ClearanceRefusal = "not-sent-for-clearance" | "already-cleared" | "text-is-another" | "own-draft";

export type ClearanceAnswer =
  | { ok: true; next: "cleared" | "ministry"; hash: string; isOwnDraft: boolean }
  | { ok: false; reason: ClearanceRefusal };

/**
 * Decides what a clearer's act does. It concerns the text that the clearer was shown and no other, and nobody
 * clears their own draft unless the campaign's setting allows it; then the clearance says so. The ministry's act
 * clears the paper. The embassy's clears it alone only when every block is cleared wording used unaltered and the
 * setting is on; otherwise the paper goes on to the ministry, not yet cleared (DOMAIN.md, clearance).
 */
export function clearTalkingPoints(act: ClearanceAct): ClearanceAnswer {
  const hash = paperHash(act.paper);
  if (act.status.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (act.stage !== "sent for clearance") return { ok: false, reason: "not-sent-for-clearance" };
  if (act.shownHash !== hash) return { ok: false, reason: "text-is-another" };
  const isOwnDraft = act.writers.includes(act.clearer.accountId);
  if (isOwnDraft && !act.settings.ownDraftMayBeCleared) return { ok: false, reason: "own-draft" };
  return { ok: true, next: clears(act) ? "cleared" : "ministry", hash, isOwnDraft };
}

function clears({ clearer, settings, isAllClearedWording }: ClearanceAct): boolean {
  return clearer.authority === "ministry" || (settings.embassyClearsAlone && isAllClearedWording);
}
