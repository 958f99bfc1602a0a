import { capital, inWords } from "#app/text/in-words.ts";
import { type Asks, type Desk, whoIsAsked } from "./desk.ts";
import { offeredDueAt } from "./due.ts";
import { barredFrom, type Draft } from "./own-draft.ts";

/** A desk as it is asked about one text; `dueAt` is null where no time is set. */
export type AskedDesk = { desk: Desk; asks: "clear" | "inform"; dueAt: Date | null };

export type AskingRefusal =
  | { reason: "nobody-asked" }
  | { reason: "embassy-must-be-asked" }
  | { reason: "ministry-must-be-asked" }
  | { reason: "nobody-at-desk"; desk: string }
  | { reason: "only-writers-at-desk"; desk: Desk; instead: readonly string[]; colleagues: readonly string[] }
  | { reason: "due-in-the-past"; desk: string }
  | { reason: "text-is-another" };

/** What decides whether a desk can be asked about a text: who wrote some of it, and which desks are offered. */
type AskingOne = { offered: readonly OfferedDesk[]; draft: Draft; now: Date };

/** What decides who must agree with a text. */
type Asking = AskingOne & { isAllClearedByMinistry: boolean; embassyClearsAlone: boolean };

/**
 * Whether a text can be sent to these desks; null where it can. The embassy always agrees first. The ministry's side
 * may be left out only of a text in which the ministry has cleared the unaltered wording of every block, and where the
 * campaign lets the embassy clear such a text alone. Every desk whose word is needed has somebody who can give it, and did not write
 * the text, and time to. Source: DOMAIN.md, clearance.
 */
export function refuseAsking({
  isAllClearedByMinistry,
  embassyClearsAlone,
  ...asking
}: Asking): AskingRefusal | null {
  const asked = askedOf(asking.offered);
  const toClear = asked.filter(({ asks }) => asks === "clear");
  if (toClear.length === 0) return { reason: "nobody-asked" };
  if (!toClear.some(({ desk }) => desk.side === "embassy")) return { reason: "embassy-must-be-asked" };
  const isEmbassyEnough = isAllClearedByMinistry && embassyClearsAlone;
  if (!isEmbassyEnough && !toClear.some(({ desk }) => desk.side === "ministry")) {
    return { reason: "ministry-must-be-asked" };
  }
  const needed = isEmbassyEnough ? toClear.filter(({ desk }) => desk.side === "embassy") : toClear;
  for (const { desk } of needed) {
    const refusal = refuseDesk(desk, asking);
    if (refusal !== null) return refusal;
  }
  const late = asked.find(({ dueAt }) => dueAt !== null && dueAt <= asking.now);
  return late === undefined ? null : { reason: "due-in-the-past", desk: late.desk.name };
}

/**
 * Why a desk cannot be asked to clear a text; null where somebody there can. Where all who could wrote some of it, the
 * refusal names which desks of its side could be asked instead, and who of its side could be put there.
 */
export function refuseDesk(desk: Desk, { offered, draft, now }: AskingOne): AskingRefusal | null {
  const barred = barredFrom(draft);
  const canClear = (one: Desk) => whoIsAsked(one, now, barred).asked !== "nobody";
  if (canClear(desk)) return null;
  if (whoIsAsked(desk, now).asked === "nobody") return { reason: "nobody-at-desk", desk: desk.name };
  const others = offered.filter((one) => one.asks !== "clear" && one.desk.side === desk.side);
  return {
    reason: "only-writers-at-desk",
    desk,
    instead: others.filter((one) => canClear(one.desk)).map((one) => `“${one.desk.name}”`),
    colleagues: desk.clearersOfSide
      .filter(({ accountId }) => !barred.includes(accountId))
      .map(({ name }) => name),
  };
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
    case "only-writers-at-desk":
      return `“${refusal.desk.name}” cannot clear this text: everyone who could answer for it wrote part of it, and no one may clear their own draft in this campaign. ${adviseOtherClearer(refusal)}`;
    case "due-in-the-past":
      return `The time set for “${refusal.desk}” has passed. Choose a later time.`;
    case "text-is-another":
      return "Someone has changed the text since you opened the page. Read what it says now; nothing has been sent.";
  }
}

type OnlyWriters = Extract<AskingRefusal, { reason: "only-writers-at-desk" }>;

function adviseOtherClearer({ desk, instead, colleagues }: OnlyWriters): string {
  const ask = instead.length === 0 ? [] : [`ask ${inWords(instead, "or")} instead`];
  const name =
    colleagues.length === 0 ? [] : [`make ${inWords(colleagues, "or")} its holder or deputy under Settings`];
  const seat = desk.holder === null ? "" : ", and then its deputy";
  const role = `have an administrator make a colleague who wrote none of it ${desk.side === "embassy" ? "an embassy" : "a ministry"} clearer${seat}`;
  return `${capital([...ask, ...name].join(", or ") || role)}.`;
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
