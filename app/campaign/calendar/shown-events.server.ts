import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import { listHoldStates } from "#app/campaign/holds/event-hold-states.server.ts";
import { firstName } from "#app/campaign/outreach-events/calendar-state.ts";
import { clashesInTime, type Engagement } from "#app/campaign/outreach-events/warnings/clash.ts";
import { namesOf } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type CalendarEvent, type EventView, eventView, paperToJudge } from "./calendar-event-view.ts";

type Around = {
  today: CalendarDate;
  engagements: readonly Engagement[];
  campaigns: ReadonlyMap<string, string>;
};

/**
 * The events in words, each with its one state among all engagements of the time. An event of another campaign than
 * the page's carries that campaign's name out of `campaigns`.
 */
export async function viewsOf(
  { campaign, database, home, now }: Pick<CampaignArrival, "campaign" | "database" | "home" | "now">,
  events: readonly CalendarEvent[],
  { today, engagements, campaigns }: Around,
): Promise<EventView[]> {
  const meets = whoClashes(events, engagements);
  const [names, papers, holds] = await Promise.all([
    namesOf(database.read, [...new Set(meets.values())]),
    listStandings(
      database.read,
      events.flatMap((event) => paperToJudge(event, now)),
    ),
    listHoldStates(database.read, events, now),
  ]);
  const clashes = new Map([...meets].map(([id, who]) => [id, firstName(names.get(who) ?? "someone")]));
  const around = { now, today, homeZone: home.homeZone, clashes, papers, holds };
  return events.map((event) => ({
    ...eventView(event, around),
    campaign: event.campaignId === campaign.id ? null : (campaigns.get(event.campaignId) ?? null),
  }));
}

/** For each event with a clash somebody who cannot be at both. Only events that share a person are compared. */
function whoClashes(
  events: readonly CalendarEvent[],
  engagements: readonly Engagement[],
): ReadonlyMap<string, string> {
  const byPerson = new Map<string, Engagement[]>();
  for (const one of engagements) for (const who of peopleOf(one)) addTo(byPerson, who, one);
  const byId = new Map(engagements.map((one) => [one.id, one]));
  return new Map(
    events.flatMap(({ id }): [string, string][] => {
      const self = byId.get(id);
      if (self === undefined) return [];
      const others = peopleOf(self).flatMap((who) => byPerson.get(who) ?? []);
      const clash = others.map((other) => clashesInTime(self, other)[0]).find((one) => one !== undefined);
      return clash === undefined ? [] : [[id, clash.who]];
    }),
  );
}

function peopleOf({ officers, participants }: Engagement): string[] {
  return [...officers, ...participants];
}

function addTo(byPerson: Map<string, Engagement[]>, who: string, one: Engagement): void {
  const known = byPerson.get(who);
  if (known === undefined) byPerson.set(who, [one]);
  else known.push(one);
}
