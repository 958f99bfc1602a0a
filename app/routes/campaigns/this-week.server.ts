import { EVERYTHING } from "#app/domain/outreach-events/calendar-filter.ts";
import { addDays, mondayOf } from "#app/domain/time/calendar-date.ts";
import { formatDay } from "#app/domain/time/format.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { type EventView, eventView, paperToJudge } from "#app/routes/outreach-events/calendar-event-view.ts";
import { holidaysOfBoth } from "#app/routes/outreach-events/week-model.ts";
import { listHoldStates } from "#db/queries/event-hold-states.server.ts";
import { type CalendarEvent, listCalendarEvents } from "#db/queries/outreach-event-calendar.server.ts";
import { namesOf, type SeenEngagement } from "#db/queries/outreach-event-engagements.server.ts";
import { listStandings } from "#db/queries/talking-points-lists.server.ts";

const MOST_EVENTS = 12;

export type WeekEvent = EventView & { dayName: string };
export type ThisWeek = {
  events: readonly WeekEvent[];
  isCut: boolean;
  holidays: readonly string[];
};

/** What is still to come this week, from today to Sunday, with the state of each event among all engagements of the week. */
export async function readThisWeek(
  arrival: CampaignArrival,
  engagements: readonly SeenEngagement[],
): Promise<ThisWeek> {
  const { campaign, database, home, now } = arrival;
  const today = dateIn(now, WASHINGTON);
  const sunday = addDays(mondayOf(today), 6);
  const asked = { campaignIds: [campaign.id], first: today, last: sunday, now };
  const events = await listCalendarEvents(database.read, asked, EVERYTHING, { limit: MOST_EVENTS + 1 });
  const shown = events.filter((event) => event.schedule !== "cancelled").slice(0, MOST_EVENTS);
  const around = { now, today, homeZone: home.homeZone, engagements };
  return {
    events: await viewsOf(arrival, shown, around),
    isCut: events.length > MOST_EVENTS,
    holidays: holidaysOfBoth(today, addDays(sunday, 7), { homeCountry: home.homeCountry }).map(
      ({ date, name, country }) => `${formatDay(date)} is ${name} (${country})`,
    ),
  };
}

type Around = { now: Date; today: string; homeZone: string; engagements: readonly SeenEngagement[] };

async function viewsOf(
  { database }: CampaignArrival,
  events: readonly CalendarEvent[],
  around: Around,
): Promise<WeekEvent[]> {
  const people = around.engagements.flatMap((one) => [...one.officers, ...one.participants]);
  const papers = events.flatMap((event) => paperToJudge(event, around.now));
  const [names, statuses, holds] = await Promise.all([
    namesOf(database.read, [...new Set(people)]),
    listStandings(database.read, papers),
    listHoldStates(database.read, events, around.now),
  ]);
  return events.map((event) => {
    const date = event.wallStart.slice(0, 10);
    const dayName = date === around.today ? "Today" : formatDay(date).slice(0, -4);
    return { ...eventView(event, { ...around, names, papers: statuses, holds }), dayName };
  });
}
