import { isAllowed, type Role } from "#app/http/permission.ts";
import { inWords } from "#app/text/in-words.ts";
import { type CalendarDate, dateIn, type Zone } from "#app/time/wall-time.ts";
import type { Authority } from "./clearance-status.ts";

/** What a desk is asked about a text: to agree, to take note without a word, or nothing. */
export const ASKS = ["clear", "inform", "not asked"] as const;
export type Asks = (typeof ASKS)[number];

export const ASKS_IN_WORDS: Readonly<Record<Asks, string>> = {
  clear: "Must agree",
  inform: "Gets a copy",
  "not asked": "Not asked",
};

/** A colleague at a desk; `mayClear` is false once the account is closed or has lost the role of the desk's side. */
export type DeskPerson = { accountId: string; name: string; mayClear: boolean };

/**
 * Who must agree: an office with its holder and deputy. Without a holder, anybody with the role of its side answers
 * for it. `country` (ISO 3166) sets its holidays, `zone` (IANA) its clock; away days are whole days there, both
 * included. Source: DOMAIN.md, clearance.
 */
export type Desk = {
  id: string;
  name: string;
  side: Authority;
  holder: DeskPerson | null;
  deputy: DeskPerson | null;
  awayFrom: CalendarDate | null;
  awayUntil: CalendarDate | null;
  country: string;
  zone: Zone;
  asks: Asks;
  isAskedForHoldingLines: boolean;
  /** Everybody whose role clears for the desk's side, by name. */
  clearersOfSide: readonly DeskPerson[];
};

/** Who is asked at a desk now; `instead` names the holder whose place a deputy takes. */
export type AskedPeople =
  | { asked: "anybody"; people: readonly DeskPerson[] }
  | { asked: "holder"; people: readonly [DeskPerson]; isAway: boolean }
  | {
      asked: "deputy";
      people: readonly [DeskPerson];
      instead: string;
      because: "away" | "cannot clear" | "wrote it";
    }
  | { asked: "nobody"; people: readonly [] };

/**
 * Who is asked at a desk: its holder; the deputy while the holder is away, or has a closed account or no role; with
 * no holder, anybody of the side. A holder who is away without a deputy is asked all the same. Nobody is asked where
 * neither can clear: then the text cannot be sent there. `barred` may not clear this text, because they wrote it: who
 * holds the desk hands it to the deputy.
 */
export function whoIsAsked(desk: Desk, now: Date, barred: readonly string[] = []): AskedPeople {
  const { holder, deputy } = desk;
  const mayClear = (person: DeskPerson | null) =>
    person?.mayClear === true && !barred.includes(person.accountId);
  if (holder === null) {
    const people = desk.clearersOfSide.filter(({ accountId }) => !barred.includes(accountId));
    return people.length > 0 ? { asked: "anybody", people } : { asked: "nobody", people: [] };
  }
  if (mayClear(holder) && !isAway(desk, now)) return { asked: "holder", people: [holder], isAway: false };
  if (deputy !== null && mayClear(deputy)) {
    const because = !holder.mayClear ? "cannot clear" : mayClear(holder) ? "away" : "wrote it";
    return { asked: "deputy", people: [deputy], instead: holder.name, because };
  }
  return mayClear(holder)
    ? { asked: "holder", people: [holder], isAway: true }
    : { asked: "nobody", people: [] };
}

/** Whether the holder is away on the day that it is at the desk. */
export function isAway({ awayFrom, awayUntil, zone }: Desk, now: Date): boolean {
  const today = dateIn(now, zone);
  return awayFrom !== null && today >= awayFrom && (awayUntil === null || today <= awayUntil);
}

/**
 * Whether an account may answer for a desk: it clears for the desk's side, and is the holder or the deputy, who may
 * act at any time; where there is no holder, every clearer of the side. A deputy without the role may not.
 */
export function mayAnswerFor({ holder, deputy, clearersOfSide }: Desk, accountId: string): boolean {
  if (!clearersOfSide.some((person) => person.accountId === accountId)) return false;
  return holder === null || holder.accountId === accountId || deputy?.accountId === accountId;
}

/** The holder in whose place an account answers; null for the holder, and where the desk has none. */
export function answersInPlaceOf({ holder }: Desk, accountId: string): DeskPerson | null {
  return holder !== null && holder.accountId !== accountId ? holder : null;
}

/** Whether an account is asked at a desk now: what waits for it, and what it gets mail of. */
export function isAskedOf(desk: Desk, accountId: string, now: Date, barred: readonly string[] = []): boolean {
  return whoIsAsked(desk, now, barred).people.some((person) => person.accountId === accountId);
}

/** The sides of which every campaign has a desk, in the order in which they agree. */
export const SIDES = ["embassy", "ministry"] as const satisfies readonly Authority[];

export const SIDES_IN_WORDS: Readonly<Record<Authority, string>> = {
  embassy: "Embassy",
  ministry: "Ministry, asked after the embassy",
};

/** Why the desks of a campaign cannot be left so; `texts` are what a desk is asked about, in words. */
export type DeskRefusal =
  | { reason: "asked-for-another-side"; desk: string; side: Authority; texts: readonly string[] }
  | { reason: "last-of-its-side"; side: Authority };

/**
 * Whether somebody sets the desks of a side: who clears for it, or an administrator of the installation who belongs to
 * the campaign. Nobody of the embassy chooses who speaks for the ministry, nor the other way round.
 */
export function maySetDeskOf(side: Authority, person: { role: Role; isAdministrator: boolean }): boolean {
  return person.isAdministrator || isAllowed(person.role, `clear for the ${side}`);
}

/**
 * Whether desks may stand so; null where they may. A desk that is asked to clear a text keeps the side for which it was
 * asked until it has answered, and each side must have one. `open` is what the desks in question are asked
 * and have not answered, `standing` the sides of all desks that may be asked. Source: DOMAIN.md, clearance.
 */
export function refuseDesks({
  open,
  standing,
}: {
  open: readonly { desk: string; deskSide: Authority; side: Authority; text: string }[];
  standing: readonly Authority[];
}): DeskRefusal | null {
  const [first, ...more] = open.filter(({ deskSide, side }) => deskSide !== side);
  if (first !== undefined) {
    const { desk, side } = first;
    const texts = [first, ...more.filter((one) => one.desk === desk)].map(({ text }) => text);
    return { reason: "asked-for-another-side", desk, side, texts };
  }
  const missing = SIDES.find((side) => !standing.includes(side));
  return missing === undefined ? null : { reason: "last-of-its-side", side: missing };
}

/** What to tell the person whose change to a desk is refused, and what to do about it; one wording for each refusal. */
export function explainDeskRefusal(refusal: DeskRefusal): string {
  switch (refusal.reason) {
    case "asked-for-another-side":
      return `“${refusal.desk}” has been asked to clear for the ${refusal.side} (${textsInWords(refusal.texts)}), so it must stay on that side. Wait for its answer, or add another desk.`;
    case "last-of-its-side":
      return `This is the only ${refusal.side} desk, and each side must have one. Add another ${refusal.side} desk first.`;
  }
}

const NAMED = 5;

function textsInWords(texts: readonly string[]): string {
  const more = texts.length - NAMED;
  return inWords([...texts.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])]);
}
