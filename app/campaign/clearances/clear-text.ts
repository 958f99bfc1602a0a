import { type HandlingIfAny, isAtLeastAsStrict } from "#app/text/handling.ts";
import {
  type ClearanceSettings,
  isWiderThanAsked,
  type NextStep,
  nextStep,
  openOf,
  type RoundRequest,
} from "./clearance-round.ts";
import type { ClearanceStatus } from "./clearance-status.ts";
import { clearDraft, type Draft } from "./own-draft.ts";

/**
 * A clearer's act. `hash` and `handling` are those of the text as it stands, `shownHash` and `shownHandling` those of
 * the text which the clearer was shown; `writers` are the accounts that wrote some of it; `round` is what was asked at the last sending.
 * `mayAnswer` says whether the clearer may answer for the desk of the request.
 */
export type ClearanceAct = {
  hash: string;
  shownHash: string;
  handling: HandlingIfAny;
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

/** What to tell somebody who may not answer for a desk. */
export const NOT_YOUR_DESK =
  "You cannot answer for this desk. Only its holder, its deputy or, if it has no holder, a clearer on its side can";

/** What a desk's agreement leads to. */
export type Agreed = Exclude<NextStep, { next: "nobody of the ministry is asked" }>;
export type ClearanceAnswer =
  | ({ ok: true; isOwnDraft: boolean } & Agreed)
  | { ok: false; reason: ClearanceRefusal };

/**
 * Decides what a clearer's act does. It concerns the text that was sent to the desk, that the clearer was shown and
 * that still stands, all three the same, and that travels no further than when it was sent. Only the holder or deputy of the desk answers, once, and not about their
 * own draft. Source: DOMAIN.md, clearance.
 */
export function clearByAnswer(act: ClearanceAct): ClearanceAnswer {
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
  const { ownDraftMayBeCleared, embassyClearsAlone } = settings;
  const draft = clearDraft({ writers: act.writers, ownDraftMayBeCleared }, clearer.accountId);
  if (!draft.ok) return draft;
  const step = nextStep(round, requestId, {
    isAllClearedByMinistry: act.isAllClearedByMinistry,
    embassyClearsAlone,
  });
  if (step.next === "nobody of the ministry is asked") {
    return { ok: false, reason: "nobody-of-the-ministry-asked" };
  }
  return { ...draft, ...step };
}

/** Why a request takes no answer now; null where it takes one. */
export function refuseAnswer({ answer, askedAt }: RoundRequest): ClearanceRefusal | null {
  if (answer === "cleared") return "answered-already";
  if (answer !== null) return "not-sent-for-clearance";
  return askedAt === null ? "waits-for-the-embassy" : null;
}

/** A moment at which the silence of a desk might count; `openObjections` counts comments that nobody has resolved. */
export type Silence = {
  hash: string;
  handling: HandlingIfAny;
  status: ClearanceStatus["status"];
  round: readonly RoundRequest[];
  requestId: string;
  openObjections: number;
  silenceIsAgreement: boolean;
  now: Date;
};

/**
 * What the silence of a desk leads to; null where it means nothing. It means agreement at the stated time and not
 * before, while the setting still allows it, nobody has objected, and the text is the one that the desk was asked
 * about and travels no further. It never speaks for the embassy: somebody must have seen the text. Source: DOMAIN.md, clearance.
 */
export function clearBySilence(
  silence: Silence,
): Exclude<NextStep, { next: "nobody of the ministry is asked" }> | null {
  const { round, requestId, hash, now } = silence;
  const request = round.find((one) => one.id === requestId && one.asks === "clear");
  if (request === undefined || request.silenceAt === null || request.side === "embassy") return null;
  if (refuseAnswer(request) !== null || request.hash !== hash || now < request.silenceAt) return null;
  if (isWiderThanAsked(round, requestId, silence.handling)) return null;
  if (silence.status === "cleared" || silence.openObjections > 0 || !silence.silenceIsAgreement) return null;
  if (round.some((one) => one.answer === "returned") || !hasPersonOfEmbassyAgreed(round)) return null;
  // A desk of the ministry agrees: the embassy's clearing alone is out of question here.
  const step = nextStep(round, requestId, { isAllClearedByMinistry: false, embassyClearsAlone: false });
  return step.next === "nobody of the ministry is asked" ? null : step;
}

/** Where the desks are asked all at once, the embassy's may still be open: then the silence waits for it. */
function hasPersonOfEmbassyAgreed(round: readonly RoundRequest[]): boolean {
  return round.some(({ side, answer }) => side === "embassy" && answer === "cleared");
}

/** The act of the head of mission, on the text that was shown. */
export type Release = Draft & { releaser: { accountId: string; isHeadOfMission: boolean } } & Pick<
    ClearanceAct,
    "hash" | "shownHash" | "handling" | "shownHandling" | "status" | "round"
  >;

export type ReleaseRefusal =
  | "not-the-head-of-mission"
  | "already-cleared"
  | "not-sent-for-clearance"
  | "text-is-another"
  | "sent-text-is-another"
  | "handling-is-wider"
  | "own-draft";

/**
 * Decides whether the head of mission may release a text. Only the account that the campaign names may, with a text that
 * is with the clearers, is the one that was sent and shown, travels no further, and is not their own draft. What is released is
 * reported to the ministry after. Source: DOMAIN.md, clearance.
 */
export function clearByRelease(
  release: Release,
): { ok: true; isOwnDraft: boolean } | { ok: false; reason: ReleaseRefusal } {
  const { hash, handling, releaser } = release;
  const open = openOf(release.round);
  if (!releaser.isHeadOfMission) return { ok: false, reason: "not-the-head-of-mission" };
  if (release.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (open.length === 0) return { ok: false, reason: "not-sent-for-clearance" };
  if (release.shownHash !== hash || release.shownHandling !== handling) {
    return { ok: false, reason: "text-is-another" };
  }
  if (open.some((one) => one.hash !== hash)) return { ok: false, reason: "sent-text-is-another" };
  if (open.some((one) => !isAtLeastAsStrict(handling, one.handling))) {
    return { ok: false, reason: "handling-is-wider" };
  }
  return clearDraft(release, releaser.accountId);
}
