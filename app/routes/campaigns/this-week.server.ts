import { clashesInTime } from "#app/domain/outreach-events/clash.ts";
import { addDays, mondayOf } from "#app/domain/time/calendar-date.ts";
import { formatDay } from "#app/domain/time/format.ts";
import { dateIn, instantOf, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { type EventView, eventView, paperToJudge } from "#app/routes/outreach-events/calendar-event-view.ts";
import { holidaysOfBoth } from "#app/routes/outreach-events/week-model.ts";
import { type CalendarEvent, listCalendarEvents } from "#db/queries/outreach-event-calendar.server.ts";
import {
  listEngagements,
  namesOf,
  type SeenEngagement,
} from "#db/queries/outreach-event-engagements.server.ts";
import { listStandings } from "#db/queries/talking-points-lists.server.ts";

const MOST_EVENTS = 12;

export type WeekEvent = EventView & { dayName: string };
export type ThisWeek = {
  events: readonly WeekEvent[];
  isCut: boolean;
  holidays: readonly string[];
  /** The reader's own events that clash, each with the event that it clashes with. */
  clashes: readonly { event: SeenEngagement; withTitle: string }[];
};

/** What is still to come this week, from today to Sunday, with the state of each event and the reader's clashes. */
export async function readThisWeek(arrival: CampaignArrival): Promise<ThisWeek> {
  const { campaign, account, database, home, now } = arrival;
  const today = dateIn(now, WASHINGTON);
  const sunday = addDays(mondayOf(today), 6);
  const period = { from: midnight(today), to: midnight(addDays(sunday, 1)), now };
  const nothing = { audienceId: null, messageId: null, ownerId: null, status: null };
  const [events, engagements] = await Promise.all([
    listCalendarEvents(database.read, campaign.id, period, nothing, MOST_EVENTS + 1),
    listEngagements(database.read, account.id, period.from, period.to),
  ]);
  const shown = events.filter((event) => event.schedule !== "cancelled").slice(0, MOST_EVENTS);
  const around = { now, today, homeZone: home.homeZone, engagements };
  return {
    events: await viewsOf(arrival, shown, around),
    isCut: events.length > MOST_EVENTS,
    holidays: holidaysOfBoth(today, addDays(sunday, 7), { homeCountry: home.homeCountry }).map(
      ({ date, name, country }) => `${formatDay(date)} is ${name} (${country})`,
    ),
    clashes: engagements
      .filter((event) => event.campaignId === campaign.id && event.officers.includes(account.id))
      .flatMap((event, at, mine) => clashOf(event, engagements, mine.slice(0, at))),
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
  const [names, statuses] = await Promise.all([
    namesOf(database.read, [...new Set(people)]),
    listStandings(database.read, papers),
  ]);
  return events.map((event) => {
    const date = event.wallStart.slice(0, 10);
    const dayName = date === around.today ? "Today" : formatDay(date).slice(0, -4);
    return { ...eventView(event, { ...around, names, papers: statuses }), dayName };
  });
}

/** The first clash of an event, unless it stands already under one of the reader's earlier events. */
function clashOf(
  event: SeenEngagement,
  others: readonly SeenEngagement[],
  earlier: readonly SeenEngagement[],
) {
  const [clash] = others.flatMap((other) => clashesInTime(event, other));
  if (clash === undefined || earlier.some((one) => one.id === clash.withEvent.id)) return [];
  return [{ event, withTitle: clash.withEvent.title }];
}

/** Clocks in Washington change at 02:00, so midnight always exists, once. */
function midnight(date: string): Date {
  const at = instantOf(`${date}T00:00`, WASHINGTON, "first");
  if (!at.ok) throw new Error("Washington has no midnight that day.");
  return at.instant;
}
