import { refuseAnswer } from "./clear-talking-points.ts";
import { isWiderThanAsked, type NextStep, nextStep, type RoundRequest } from "./clearance-round.ts";
import type { ClearanceStatus } from "./clearance-status.ts";

/** A moment at which the silence of a desk might count; `openObjections` counts comments that nobody has resolved. */
export type Silence = {
  hash: string;
  handling: string;
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
