import { clashesInTime, type Engagement } from "./clash.ts";

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
