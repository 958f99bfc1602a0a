import { type CalendarDate, dateIn } from "#app/time/wall-time.ts";
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
  zone: string;
  asks: Asks;
  isAskedForHoldingLines: boolean;
  /** Everybody whose role clears for the desk's side, by name. */
  clearersOfSide: readonly DeskPerson[];
};

/** Who is asked at a desk now; `instead` names the holder whose place a deputy takes. */
export type AskedPeople =
  | { asked: "anybody"; people: readonly DeskPerson[] }
  | { asked: "holder"; people: readonly [DeskPerson]; isAway: boolean }
  | { asked: "deputy"; people: readonly [DeskPerson]; instead: string; because: "away" | "cannot clear" }
  | { asked: "nobody"; people: readonly [] };

/**
 * Who is asked at a desk: its holder; the deputy while the holder is away, or has a closed account or no role; with
 * no holder, anybody of the side. A holder who is away without a deputy is asked all the same. Nobody is asked where
 * neither can clear: then the text cannot be sent there.
 */
export function whoIsAsked(desk: Desk, now: Date): AskedPeople {
  const { holder, deputy, clearersOfSide } = desk;
  if (holder === null) {
    return clearersOfSide.length > 0
      ? { asked: "anybody", people: clearersOfSide }
      : { asked: "nobody", people: [] };
  }
  const isHolderAway = isAway(desk, now);
  if (holder.mayClear && !isHolderAway) return { asked: "holder", people: [holder], isAway: false };
  if (deputy?.mayClear) {
    const because = holder.mayClear ? "away" : "cannot clear";
    return { asked: "deputy", people: [deputy], instead: holder.name, because };
  }
  return holder.mayClear
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
export function isAskedOf(desk: Desk, accountId: string, now: Date): boolean {
  return whoIsAsked(desk, now).people.some((person) => person.accountId === accountId);
}
