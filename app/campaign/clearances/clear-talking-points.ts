import {
  type ClearanceSettings,
  isWiderThanAsked,
  type NextStep,
  nextStep,
  type RoundRequest,
} from "./clearance-round.ts";
import type { ClearanceStatus } from "./clearance-status.ts";

/**
 * A clearer's act. `hash` and `handling` are those of the text as it stands, `shownHash` and `shownHandling` those of
 * the text which the clearer was shown; `writers` are the accounts that wrote some of it; `round` is what was asked at the last sending.
 * `mayAnswer` says whether the clearer may answer for the desk of the request.
 */
export type ClearanceAct = {
  hash: string;
  shownHash: string;
  handling: string;
  shownHandling: string;
  status: ClearanceStatus["status"];
  round: readonly RoundRequest[];
  requestId: string;
  clearer: { accountId: string; mayAnswer: boolean };
  writers: readonly string[];
  isAllClearedByMinistry: boolean;
  settings: ClearanceSettings;
};

export type ClearanceRefusal =
  | "not-sent-for-clearance"
  | "already-cleared"
  | "answered-already"
  | "waits-for-the-embassy"
  | "text-is-another"
  | "sent-text-is-another"
  | "handling-is-wider"
  | "not-your-desk"
  | "own-draft"
  | "nobody-of-the-ministry-asked";

/** What a desk's agreement leads to. */
export type Agreed = Exclude<NextStep, { next: "nobody of the ministry is asked" }>;
export type ClearanceAnswer =
  | ({ ok: true; isOwnDraft: boolean } & Agreed)
  | { ok: false; reason: ClearanceRefusal };

/**
 * Decides what a clearer's act does. It concerns the text that was sent to the desk, that the clearer was shown and
 * that still stands, all three the same, and that travels no further than when it was sent. Only the holder or deputy of the desk answers, once. Nobody clears their
 * own draft unless the campaign's setting allows it; then the clearance says so (DOMAIN.md, clearance).
 */
export function clearTalkingPoints(act: ClearanceAct): ClearanceAnswer {
  const { hash, round, requestId, clearer, settings } = act;
  const request = round.find((one) => one.id === requestId && one.asks === "clear");
  if (act.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (request === undefined) return { ok: false, reason: "not-sent-for-clearance" };
  const unanswerable = refuseAnswer(request);
  if (unanswerable !== null) return { ok: false, reason: unanswerable };
  if (!clearer.mayAnswer) return { ok: false, reason: "not-your-desk" };
  if (act.shownHash !== hash || act.shownHandling !== act.handling) {
    return { ok: false, reason: "text-is-another" };
  }
  if (request.hash !== hash) return { ok: false, reason: "sent-text-is-another" };
  if (isWiderThanAsked(round, requestId, act.handling)) return { ok: false, reason: "handling-is-wider" };
  const isOwnDraft = act.writers.includes(clearer.accountId);
  if (isOwnDraft && !settings.ownDraftMayBeCleared) return { ok: false, reason: "own-draft" };
  const { embassyClearsAlone } = settings;
  const step = nextStep(round, requestId, {
    isAllClearedByMinistry: act.isAllClearedByMinistry,
    embassyClearsAlone,
  });
  if (step.next === "nobody of the ministry is asked") {
    return { ok: false, reason: "nobody-of-the-ministry-asked" };
  }
  return { ok: true, isOwnDraft, ...step };
}

/** Why a request takes no answer now; null where it takes one. */
export function refuseAnswer({ answer, askedAt }: RoundRequest): ClearanceRefusal | null {
  if (answer === "cleared") return "answered-already";
  if (answer !== null) return "not-sent-for-clearance";
  return askedAt === null ? "waits-for-the-embassy" : null;
}
