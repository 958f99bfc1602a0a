import { type HandlingIfAny, isAtLeastAsStrict } from "#app/text/handling.ts";
import type { Authority, DeskAnswer } from "./clearance-status.ts";

/**
 * What one desk is asked about one exact text. `askedAt` is null while it waits for the embassy's word; the answer
 * counts for the text with this hash and for no other (DESIGN.md, section 6). `handling` is how the text might travel
 * when it was sent, and once the desk has answered, when it did.
 */
export type RoundRequest = {
  id: string;
  side: Authority;
  asks: "clear" | "inform";
  hash: string;
  handling: HandlingIfAny;
  askedAt: Date | null;
  silenceAt: Date | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
};

/** What of a round still has to be answered: what a desk was asked to clear, and no copy for information. */
export function openOf<Asked extends Pick<RoundRequest, "asks" | "answer">>(
  round: readonly Asked[],
): Asked[] {
  return round.filter(({ asks, answer }) => asks === "clear" && answer === null);
}

/** The campaign's settings that bear on clearance. */
export type ClearanceSettings = {
  embassyClearsAlone: boolean;
  ownDraftMayBeCleared: boolean;
  silenceIsAgreement: boolean;
};

/** What follows when one more desk has agreed; `ask` and `withdraw` are ids of requests. */
export type NextStep =
  | { next: "cleared"; authority: Authority; withdraw: readonly string[] }
  | { next: "ask the others"; ask: readonly string[] }
  | { next: "wait for the others" }
  | { next: "nobody of the ministry is asked" };

/**
 * What follows when the desk of `agreed` agrees. While a desk of the embassy has not answered, the paper waits for
 * it. Then the embassy's word alone clears a text in which the ministry has cleared the unaltered wording of every
 * block, where the campaign's setting is on; otherwise the other desks are asked, all at once, and the text is cleared when every
 * desk that is to clear has agreed. Copies for information block nothing. Source: DOMAIN.md, clearance.
 */
export function nextStep(
  round: readonly RoundRequest[],
  agreed: string,
  rule: { isAllClearedByMinistry: boolean; embassyClearsAlone: boolean },
): NextStep {
  const toClear = round.filter((request) => request.asks === "clear");
  const open = toClear.filter((request) => request.id !== agreed && request.answer !== "cleared");
  const waiting = open.filter((request) => request.askedAt === null).map((request) => request.id);
  const asked = open.filter((request) => request.askedAt !== null);
  if (asked.length > 0) return { next: "wait for the others" };
  if (rule.isAllClearedByMinistry && rule.embassyClearsAlone && !hasMinistryAgreed(toClear, agreed)) {
    return { next: "cleared", authority: "embassy", withdraw: waiting };
  }
  if (waiting.length > 0) return { next: "ask the others", ask: waiting };
  return hasMinistryAgreed(toClear, agreed)
    ? { next: "cleared", authority: "ministry", withdraw: [] }
    : { next: "nobody of the ministry is asked" };
}

function hasMinistryAgreed(toClear: readonly RoundRequest[], agreed: string): boolean {
  return toClear.some(
    ({ id, side, answer }) => side === "ministry" && (id === agreed || answer === "cleared"),
  );
}

/**
 * Whether a text may travel further now than when it was put to a desk whose word counts: the one that answers, and
 * those that have agreed. Then it is another text, which has to be sent again. Source: DOMAIN.md, clearance.
 */
export function isWiderThanAsked(
  round: readonly RoundRequest[],
  answering: string,
  present: HandlingIfAny,
): boolean {
  return round.some(
    ({ id, asks, answer, handling }) =>
      asks === "clear" && (id === answering || answer === "cleared") && !isAtLeastAsStrict(present, handling),
  );
}

/** How a text is cleared by these answers: by silence, once the silence of one desk was needed. */
export function mannerOf(answers: readonly DeskAnswer[]): DeskAnswer["manner"] {
  return answers.some(({ manner }) => manner === "by silence") ? "by silence" : "by a person";
}
