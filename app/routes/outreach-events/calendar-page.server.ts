import { groupByDay } from "#app/domain/outreach-events/agenda.ts";
import { addDays } from "#app/domain/time/calendar-date.ts";
import { formatDays, formatLongDay } from "#app/domain/time/format.ts";
import { dateIn, instantOf, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listHoldStates } from "#db/queries/event-hold-states.server.ts";
import { listCalendarEvents } from "#db/queries/outreach-event-calendar.server.ts";
import { listFilterChoices } from "#db/queries/outreach-event-choices.server.ts";
import { listEngagements, namesOf } from "#db/queries/outreach-event-engagements.server.ts";
import { listStandings } from "#db/queries/talking-points-lists.server.ts";
import { type EventView, eventView, paperToJudge } from "./calendar-event-view.ts";
import { type CalendarSearch, daysOfView, readCalendarSearch } from "./calendar-search.ts";
import { selectedEvent } from "./selected-event.server.ts";
import { holidaysOfBoth, weekModel } from "./week-model.ts";

const MOST_EVENTS = 300;

/** Everything that the calendar shows: its cost follows the days shown, not the campaign. */
export async function calendarPage(arrival: CampaignArrival) {
  const { campaign, database, home, now, url, may } = arrival;
  const today = dateIn(now, WASHINGTON);
  const search = readCalendarSearch(url.searchParams, today);
  const days = daysOfView(search);
  const [events, choices, selected] = await Promise.all([
    eventsShown(arrival, search, today),
    listFilterChoices(database.read, campaign.id),
    search.eventId === null ? null : selectedEvent(arrival, search.eventId),
  ]);
  const around = { now, today, homeZone: home.homeZone, homeCountry: home.homeCountry };
  const week = search.view === "week" ? weekModel(events, days.first, around) : null;
  return {
    campaignId: campaign.id,
    search,
    today,
    homeZone: home.homeZone,
    title: formatDays(days.first, week?.days.at(-1)?.date ?? days.last),
    events: events.length,
    isCut: events.length >= MOST_EVENTS,
    clashes: events.filter((event) => event.look === "clash").map((event) => event.id),
    choices,
    week,
    agenda: search.view === "agenda" ? agendaOf(events, days, home.homeCountry, today) : null,
    selected,
    mayWrite: may("write"),
  };
}

export type CalendarPage = Awaited<ReturnType<typeof calendarPage>>;

async function eventsShown(
  { campaign, account, database, home, now }: CampaignArrival,
  search: CalendarSearch,
  today: string,
): Promise<EventView[]> {
  const { first, last } = daysOfView(search);
  const period = { from: midnight(first), to: midnight(addDays(last, 1)) };
  const asked = { campaignIds: [campaign.id], first, last, now };
  const [events, engagements] = await Promise.all([
    listCalendarEvents(database.read, asked, search.filter, { limit: MOST_EVENTS }),
    listEngagements(database.read, account.id, period.from, period.to),
  ]);
  const people = new Set(engagements.flatMap((one) => [...one.officers, ...one.participants]));
  const papers = events.flatMap((event) => paperToJudge(event, now));
  const [names, statuses, holds] = await Promise.all([
    namesOf(database.read, [...people]),
    listStandings(database.read, papers),
    listHoldStates(database.read, events, now),
  ]);
  const around = { now, today, homeZone: home.homeZone, engagements, names, papers: statuses, holds };
  return events.map((event) => eventView(event, around));
}

/** Clocks in Washington change at 02:00, so midnight always exists, once. */
function midnight(date: string): Date {
  const at = instantOf(`${date}T00:00`, WASHINGTON, "first");
  if (!at.ok) throw new Error("Washington has no midnight that day.");
  return at.instant;
}

function agendaOf(
  events: readonly EventView[],
  { first, last }: { first: string; last: string },
  homeCountry: string,
  today: string,
) {
  const holidays = holidaysOfBoth(first, last, { homeCountry });
  const always = [...holidays.map(({ date }) => date), ...(today >= first && today <= last ? [today] : [])];
  return groupByDay(events, first, always).map(({ date, events: ofDay }) => ({
    date,
    heading: formatLongDay(date).slice(0, -5) + (date === today ? ", today" : ""),
    holidays: holidays.filter((one) => one.date === date).map(({ name, country }) => `${name} (${country})`),
    events: ofDay,
  }));
}
