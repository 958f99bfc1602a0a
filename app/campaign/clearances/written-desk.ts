import { UNITED_STATES } from "#app/time/holidays.ts";
import { HOME_CAPITALS } from "#app/time/home-capital.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Authority } from "./clearance-status.ts";
import type { Desk } from "./desk.ts";

/** Where a desk works: its clock, and the holidays of its country. */
export type DeskPlace = { city: string; zone: Zone; country: string };

export const AT_WASHINGTON: DeskPlace = { city: "Washington", zone: WASHINGTON, country: UNITED_STATES };

/** The places that a desk can be at: Washington first, then the capitals. */
export const DESK_PLACES: readonly DeskPlace[] = [
  AT_WASHINGTON,
  ...HOME_CAPITALS.map(({ city, zone, country }) => ({ city, zone, country })),
];

/** The place with that clock and those holidays, or null. */
export function placeOfDesk(desk: { zone: Zone; country: string }): DeskPlace | null {
  return DESK_PLACES.find(({ zone, country }) => zone === desk.zone && country === desk.country) ?? null;
}

/**
 * What is wrong with the days on which the holder of a desk is away, at each field. Both empty: not away. Without an
 * end, until further notice. Refuses an end without a start or before it.
 */
export function refuseAwayDays({ awayFrom, awayUntil }: Pick<Desk, "awayFrom" | "awayUntil">) {
  const hasStart = awayUntil === null || awayFrom !== null;
  const isInOrder = awayUntil === null || awayFrom === null || awayFrom <= awayUntil;
  return {
    awayFrom: hasStart ? null : "Enter the first day away, like 12 Nov 2026",
    awayUntil: isInOrder ? null : "Enter a last day on or after the first",
  };
}

/** A colleague of a campaign and the side for which the role clears; null for none. */
export type Colleague = { accountId: string; name: string; side: Authority | null };

/** Why a colleague cannot hold a desk of that side; null where it is well, and where nobody is chosen. */
export function refuseAtDesk(
  accountId: string | null,
  side: Authority,
  team: readonly Colleague[],
): string | null {
  if (accountId === null) return null;
  const person = team.find((one) => one.accountId === accountId);
  if (person === undefined) return "Choose someone in this campaign whose account is open";
  if (person.side === side) return null;
  return `${person.name} does not clear for the ${side}: choose someone else, or first have an administrator give them the role of ${side} clearer`;
}
