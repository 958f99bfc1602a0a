import { type Asks, type Desk, whoIsAsked } from "./desk.ts";
import { offeredDueAt } from "./due.ts";

/** A desk as it is asked about one text; `dueAt` is null where no time is set. */
export type AskedDesk = { desk: Desk; asks: "clear" | "inform"; dueAt: Date | null };

export type AskingRefusal =
  | { reason: "nobody-asked" }
  | { reason: "embassy-must-be-asked" }
  | { reason: "ministry-must-be-asked" }
  | { reason: "nobody-at-desk"; desk: string }
  | { reason: "due-in-the-past"; desk: string };

/** What decides who must agree with a text. */
type Asking = {
  asked: readonly AskedDesk[];
  isAllClearedByMinistry: boolean;
  embassyClearsAlone: boolean;
  now: Date;
};

/**
 * Whether a text can be sent to these desks; null where it can. The embassy always agrees first. The ministry's side
 * may be left out only of a text in which the ministry has cleared the unaltered wording of every block, and where the
 * campaign lets the embassy clear such a text alone. Every desk whose word is needed has somebody who can give it, and time to.
 * Source: DOMAIN.md, clearance.
 */
export function refuseAsking({
  asked,
  isAllClearedByMinistry,
  embassyClearsAlone,
  now,
}: Asking): AskingRefusal | null {
  const toClear = asked.filter(({ asks }) => asks === "clear");
  if (toClear.length === 0) return { reason: "nobody-asked" };
  if (!toClear.some(({ desk }) => desk.side === "embassy")) return { reason: "embassy-must-be-asked" };
  const isEmbassyEnough = isAllClearedByMinistry && embassyClearsAlone;
  if (!isEmbassyEnough && !toClear.some(({ desk }) => desk.side === "ministry")) {
    return { reason: "ministry-must-be-asked" };
  }
  const needed = isEmbassyEnough ? toClear.filter(({ desk }) => desk.side === "embassy") : toClear;
  const empty = needed.find(({ desk }) => whoIsAsked(desk, now).asked === "nobody");
  if (empty !== undefined) return { reason: "nobody-at-desk", desk: empty.desk.name };
  const late = asked.find(({ dueAt }) => dueAt !== null && dueAt <= now);
  return late === undefined ? null : { reason: "due-in-the-past", desk: late.desk.name };
}

/** What to tell the person whose text cannot be sent so, and what to do about it; one wording for each refusal. */
export function explainAskingRefusal(refusal: AskingRefusal): string {
  switch (refusal.reason) {
    case "nobody-asked":
      return "No desk has been asked to clear this text. Choose who must agree.";
    case "embassy-must-be-asked":
      return "The embassy must agree first: ask one of its desks to clear this text.";
    case "ministry-must-be-asked":
      return "The embassy cannot clear this text alone: ask a ministry desk to clear it as well.";
    case "nobody-at-desk":
      return `No one can answer for “${refusal.desk}”: no one with an open account and the clearing role holds it or can act for it. Give the desk a holder or a deputy who can under Settings, or do not ask it.`;
    case "due-in-the-past":
      return `The time set for “${refusal.desk}” has passed. Choose a later time.`;
  }
}

/** A desk as it is offered before a text is sent. */
export type OfferedDesk = { desk: Desk; asks: Asks; dueAt: Date | null };

/**
 * Who is asked unless somebody chooses otherwise: as at the last sending, else by each desk's own rule; with the due
 * time that the desk's calendar gives.
 */
export function offerDesks(offer: {
  desks: readonly Desk[];
  earlier: readonly { desk: { id: string }; asks: Asks }[];
  eventStarts: Date | null;
  now: Date;
}): readonly OfferedDesk[] {
  const { desks, earlier, eventStarts, now } = offer;
  return desks.map((desk) => {
    const before = earlier.find((one) => one.desk.id === desk.id)?.asks ?? "not asked";
    return {
      desk,
      asks: earlier.length > 0 ? before : desk.asks,
      dueAt: offeredDueAt(eventStarts, desk.country, now),
    };
  });
}

/** The desks that are asked at all. */
export function askedOf(offered: readonly OfferedDesk[]): readonly AskedDesk[] {
  return offered.flatMap(({ desk, asks, dueAt }) => (asks === "not asked" ? [] : [{ desk, asks, dueAt }]));
}
