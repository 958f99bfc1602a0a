import { daysBetween } from "#app/domain/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";

/** An event as the clash check sees it. All that take place count, of whatever campaign. */
export type Engagement = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  officers: readonly string[];
  participants: readonly string[];
  /** The offices visited: the organisations of its audiences and participants. */
  offices: readonly string[];
};

export type Clash =
  | { kind: "officer" | "participant"; who: string; withEvent: Engagement }
  | { kind: "office"; who: string; withEvent: Engagement; daysApart: number };

/** Days within which a second visit to one office is pointed out, unless the setting says otherwise. */
export const OFFICE_DAYS = 14;

/**
 * What speaks against an event beside the others: an officer or a participant who is elsewhere at that time,
 * and an office that is visited on another day `officeDays` days away or fewer. Ends count as free: an event
 * may begin when another ends. Nothing is refused for a clash; it is shown. Source: DOMAIN.md, rule 9.
 */
export function clashesOf(
  event: Engagement,
  others: readonly Engagement[],
  officeDays = OFFICE_DAYS,
): Clash[] {
  return others
    .filter((other) => other.id !== event.id)
    .flatMap((other) => [...clashesInTime(event, other), ...visitsTooClose(event, other, officeDays)]);
}

/** Whether two spans share an instant; one that begins when the other ends does not. */
export function overlap(a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The officers and participants who would be at both events at once. An event does not clash with itself. */
export function clashesInTime(event: Engagement, other: Engagement): Clash[] {
  if (event.id === other.id || !overlap(event, other)) return [];
  const officers = shared(event.officers, other.officers);
  const participants = shared(event.participants, other.participants);
  return [
    ...officers.map((who) => ({ kind: "officer" as const, who, withEvent: other })),
    ...participants.map((who) => ({ kind: "participant" as const, who, withEvent: other })),
  ];
}

function visitsTooClose(event: Engagement, other: Engagement, officeDays: number): Clash[] {
  const days = daysBetween(dateIn(event.startsAt, WASHINGTON), dateIn(other.startsAt, WASHINGTON));
  const daysApart = Math.abs(days);
  if (daysApart > officeDays) return [];
  return shared(event.offices, other.offices).map((who) => ({
    kind: "office" as const,
    who,
    withEvent: other,
    daysApart,
  }));
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set(a)].filter((id) => b.includes(id));
}
