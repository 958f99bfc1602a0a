import { HOME_CAPITALS } from "#app/campaign/accounts/home-capital.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { type CalendarDate, WASHINGTON } from "#app/time/wall-time.ts";
import type { Authority } from "./clearance-status.ts";

/** Where a desk works: its clock, and the holidays of its country. */
export type DeskPlace = { city: string; zone: string; country: string };

/** The places that a desk can be at: Washington first, then the capitals. */
export const DESK_PLACES: readonly DeskPlace[] = [
  { city: "Washington", zone: WASHINGTON, country: UNITED_STATES },
  ...HOME_CAPITALS.map(({ city, zone, country }) => ({ city, zone, country })),
];

/** The place with that clock and those holidays, or null. */
export function placeOfDesk(desk: { zone: string; country: string }): DeskPlace | null {
  return DESK_PLACES.find(({ zone, country }) => zone === desk.zone && country === desk.country) ?? null;
}

type AwayDays =
  | { ok: true; from: CalendarDate | null; until: CalendarDate | null }
  | { ok: false; errors: { awayFrom: string | null; awayUntil: string | null } };

/**
 * The days on which the holder of a desk is away, as they were typed. Both empty: not away. Without an end, until
 * further notice. Refuses an end without a start or before it.
 */
export function readAwayDays(typed: { awayFrom: string; awayUntil: string }, today: CalendarDate): AwayDays {
  const from = typed.awayFrom.trim() === "" ? null : parseDate(typed.awayFrom, today);
  const until = typed.awayUntil.trim() === "" ? null : parseDate(typed.awayUntil, today);
  const errors = {
    awayFrom: from === null || from.ok ? null : explainDateRefusal(from.reason),
    awayUntil: until === null || until.ok ? null : explainDateRefusal(until.reason),
  };
  if (until !== null && from === null) errors.awayFrom = "Enter the first day away, like 12 Nov 2026";
  if (from?.ok && until?.ok && until.date < from.date) {
    errors.awayUntil = "Enter a last day that is not before the first";
  }
  if (errors.awayFrom !== null || errors.awayUntil !== null) return { ok: false, errors };
  return { ok: true, from: from?.ok ? from.date : null, until: until?.ok ? until.date : null };
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
  if (person === undefined) return "Choose somebody of this campaign whose account is open";
  if (person.side === side) return null;
  return `${person.name} does not clear for the ${side}: give the role of ${side} clearer first, or choose somebody else`;
}
