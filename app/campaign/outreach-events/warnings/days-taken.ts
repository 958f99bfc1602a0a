import { daysBetween } from "#app/time/calendar-date.ts";
import { daysOnClock, type Timed, WASHINGTON } from "#app/time/wall-time.ts";
import type { EventKind } from "../kind.ts";

export type Days = ReturnType<typeof daysOnClock>;

/**
 * The first and the last day of an event: of whole days those that it was planned for, on the clock of its own zone;
 * otherwise the days on Washington's clock. An event that ends at midnight takes nothing of the day that begins then.
 */
export function daysTaken({ startsAt, endsAt, zone, isAllDay }: Timed): Days {
  return daysOnClock({ startsAt, endsAt }, isAllDay ? zone : WASHINGTON);
}

/** Days between two spans of days: 0 where they share one, 1 where one begins on the day after the other. */
export function daysApart(a: Days, b: Days): number {
  return Math.max(0, daysBetween(a.last, b.first), daysBetween(b.last, a.first));
}

/** Kinds for which nobody leaves the desk. */
const AT_THE_DESK: readonly EventKind[] = ["phone call", "letter or e-mail", "social post", "op-ed"];

/** Whether an event has a room that can be confirmed: what is done at the desk has one only where a place is named. */
export function hasRoom({ kind, place }: { kind: EventKind; place: string }): boolean {
  return place !== "" || !AT_THE_DESK.includes(kind);
}

/** Kinds that call at no office, and take nobody's time in Washington. */
const VISITS_NOBODY: readonly EventKind[] = ["internal", "social post", "op-ed", "conversation in passing"];

const ONLINE =
  /^(?:online|video(?: ?call| ?conference)?|(?:by )?(?:phone|telephone)|call|zoom|(?:ms |microsoft )?teams|webex|google meet|skype|tbc|tbd|to be (?:confirmed|decided))$/;

/**
 * The place to which one has to go for an event, in a form that can be compared (letter case and punctuation do not
 * count); null where nobody travels: a phone call, something written, something that meets online only, and where no
 * place is named. Where both a place and a link are given, somebody is in the room: the place counts.
 */
export function whereOf({ kind, place }: { kind: EventKind; place: string }): string | null {
  if (AT_THE_DESK.includes(kind)) return null;
  const plain = place
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return plain === "" || ONLINE.test(plain) ? null : plain;
}

/** Whether an event of this kind takes somebody's time in Washington: what is published or internal does not. */
export function visitsOffices(kind: EventKind): boolean {
  return !VISITS_NOBODY.includes(kind);
}
