import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import type { EventView } from "#app/campaign/calendar/calendar-event-view.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { holidaysOfBoth } from "#app/campaign/calendar/holiday-lines.ts";
import { viewsOf } from "#app/campaign/calendar/shown-events.server.ts";
import type { SeenEngagement } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { formatDay, formatDayLabel } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";

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
  const views = await viewsOf(arrival, shown, { today, engagements, campaigns: new Map() });
  return {
    events: views.map((view) => ({ ...view, dayName: dayName(view.wallStart.slice(0, 10), today) })),
    isCut: events.length > MOST_EVENTS,
    holidays: holidaysOfBoth(today, addDays(sunday, 7), { homeCountry: home.homeCountry }).map(
      ({ date, name, country }) => `${formatDay(date, today)} is ${name} (${country})`,
    ),
  };
}

function dayName(date: CalendarDate, today: CalendarDate): string {
  return date === today ? "Today" : formatDayLabel(date).slice(0, -4);
}
