import type { Timed } from "#app/time/wall-time.ts";
/** An event as the clash check sees it. All that take place count, of whatever campaign. */
export type Engagement = Timed & {
  id: string;
  title: string;
  officers: readonly string[];
  /** Those who are expected: who declined or sent somebody else is not. */
  participants: readonly string[];
  /** The place to which one has to go, comparable; null where nobody travels or no place is named. */
  where: string | null;
  /** Whether it takes somebody's time in Washington: something published or internal does not. */
  visitsOffices: boolean;
  /** The delegation visit whose programme it belongs to. */
  visitId: string | null;
  /** Minutes that its campaign allows for the way between two places, 0 to 240. */
  travelMinutes: number;
};

export type Clash = { kind: "officer" | "participant"; who: string; by: ClashKind; withEvent: Engagement };

/** Why nobody can be at both: they overlap, or the way from one to the other takes longer than the time between. */
export type ClashKind = "overlap" | "way";

type Span = { startsAt: Date; endsAt: Date };

type Placed = Span & Pick<Engagement, "where">;

const MINUTE = 60_000;

/** The longest way between two places that a campaign may allow for, in milliseconds: four hours. */
export const LONGEST_WAY = 240 * MINUTE;

/** Whether two spans share an instant; one that begins when the other ends does not. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Minutes from the end of the earlier to the beginning of the later; negative where they overlap. */
export function minutesBetween(a: Span, b: Span): number {
  const [earlier, later] = a.startsAt <= b.startsAt ? [a, b] : [b, a];
  return (later.startsAt.getTime() - earlier.endsAt.getTime()) / MINUTE;
}

/**
 * Why one person cannot be at both, or null where they can. Ends count as free: an event may begin when another ends,
 * and at another place `travelMinutes` later. Nobody travels to a call, to what meets online, or between two events of
 * which one has no place yet. Source: DOMAIN.md, rule 9; DESIGN.md, section 3 (calendar).
 */
export function clashKind(a: Placed, b: Placed, travelMinutes: number): ClashKind | null {
  if (overlap(a, b)) return "overlap";
  const isElsewhere = a.where !== null && b.where !== null && a.where !== b.where;
  return isElsewhere && minutesBetween(a, b) < travelMinutes ? "way" : null;
}

/** Whether two events are one undertaking: an event and itself, or a delegation visit and a part of its programme. */
export function belongTogether(
  a: { id: string | null; visitId: string | null },
  b: { id: string; visitId: string | null },
): boolean {
  return a.id === b.id || a.visitId === b.id || (a.id !== null && b.visitId === a.id);
}

/**
 * The officers and participants who cannot be at both events, with the way as the campaign of `event` allows for it. An
 * event does not clash with itself, nor a visit with the parts of its programme. Nothing is refused for a clash; it is
 * shown. Source: DOMAIN.md, rule 9.
 */
export function clashesInTime(event: Engagement, other: Engagement): Clash[] {
  if (belongTogether(event, other)) return [];
  const by = clashKind(event, other, event.travelMinutes);
  if (by === null) return [];
  const officers = shared(event.officers, other.officers);
  const participants = shared(event.participants, other.participants);
  return [
    ...officers.map((who) => ({ kind: "officer" as const, who, by, withEvent: other })),
    ...participants.map((who) => ({ kind: "participant" as const, who, by, withEvent: other })),
  ];
}

/** Those who are in both lists, each once. */
export function shared(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set(a)].filter((id) => b.includes(id));
}

export type OwnClash<Event extends Engagement> = { event: Event; withTitle: string };

/**
 * The events of one officer in one campaign at which somebody would be at two places at once, each with the event
 * that it clashes with first. Two of the officer's own events that clash with each other are named once.
 * Source: DOMAIN.md, rule 9.
 */
export function clashesOfOfficer<Event extends Engagement & { campaignId: string }>(
  engagements: readonly Event[],
  { campaignId, accountId }: { campaignId: string; accountId: string },
): OwnClash<Event>[] {
  return engagements
    .filter((event) => event.campaignId === campaignId && event.officers.includes(accountId))
    .flatMap((event, at, mine) => clashOf(event, engagements, mine.slice(0, at)));
}

function clashOf<Event extends Engagement>(
  event: Event,
  others: readonly Event[],
  earlier: readonly Event[],
): OwnClash<Event>[] {
  const [clash] = others.flatMap((other) => clashesInTime(event, other));
  if (clash === undefined || earlier.some((one) => one.id === clash.withEvent.id)) return [];
  return [{ event, withTitle: clash.withEvent.title }];
}
