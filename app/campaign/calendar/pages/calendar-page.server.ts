import { redirect } from "@remix-run/node";
import { listChoicesIn, listOwnCampaigns } from "#app/campaign/campaigns/choices.server.ts";
import { selectedEvent } from "#app/campaign/outreach-events/moving/selected-event.server.ts";
import { listEngagements } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import { standingsOf } from "#app/campaign/session-days/session-runs.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { daysInProse, monthInProse } from "#app/time/format.ts";
import { type CalendarDate, startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { listCalendarDays, listCalendarEvents } from "../calendar.server.ts";
import type { EventView } from "../calendar-event-view.ts";
import { EVERYTHING } from "../calendar-filter.ts";
import {
  type CalendarSearch,
  calendarLink,
  daysOfView,
  otherCampaignIn,
  readCalendarSearch,
} from "../calendar-search.ts";
import { viewsOf } from "../shown-events.server.ts";
import { agendaModel } from "./agenda-model.ts";
import type { CalendarScope } from "./calendar-scope.ts";
import { MOST_IN_A_CELL, monthModel } from "./month-model.ts";
import { wishesToPlace } from "./to-place.server.ts";
import { weekModel } from "./week-model.ts";
import { yearPage } from "./year-page.server.ts";

/** Everything that the calendar shows: its cost follows the days shown, not the campaign. */
export async function calendarPage(arrival: CampaignArrival) {
  const { campaign, account, database, home, today, url, may } = arrival;
  const search = readCalendarSearch(url.searchParams, today);
  const campaigns = await listOwnCampaigns(database.read, account.id);
  goElsewhere(otherCampaignIn(url.searchParams, campaign.id), campaigns, search);
  const campaignIds = search.isAllMine ? campaigns.map(({ id }) => id) : [campaign.id];
  const campaignNames = new Map(campaigns.map(({ id, name }) => [id, name]));
  const scope = { arrival, campaignIds, campaignNames, search, today };
  const [shown, choices, selected, toPlace] = await Promise.all([
    viewAsked(scope),
    listChoicesIn(database.read, campaignIds),
    search.eventId === null ? null : selectedEvent(arrival, search.eventId),
    wishesToPlace(scope),
  ]);
  return {
    ...shown,
    campaignId: campaign.id,
    search,
    today,
    homeCountry: home.homeCountry,
    title: titleOf(search, shown.week?.days.at(-1)?.date ?? null, today),
    choices: { ...choices, campaigns },
    campaignNames,
    selected,
    toPlace,
    mayWrite: may("write"),
  };
}

export type CalendarPage = Awaited<ReturnType<typeof calendarPage>>;

const NOTHING = { week: null, month: null, agenda: null, year: null, events: 0, clashes: [] };

async function viewAsked(scope: CalendarScope) {
  switch (scope.search.view) {
    case "week":
      return { ...NOTHING, ...(await weekPage(scope)) };
    case "month":
      return { ...NOTHING, ...(await monthPage(scope)) };
    case "agenda":
      return { ...NOTHING, ...(await agendaPage(scope)) };
    case "year":
      return { ...NOTHING, year: await yearPage(scope) };
    case "to-place":
      return NOTHING;
  }
}

/** The filter names another campaign: its own calendar, with the filters that mean something there. */
function goElsewhere(
  asked: string | null,
  campaigns: readonly { id: string }[],
  search: CalendarSearch,
): void {
  if (asked === null) return;
  if (!campaigns.some(({ id }) => id === asked)) notFound();
  const { status, kind } = search.filter;
  throw redirect(calendarLink(asked, search, { eventId: null, filter: { ...EVERYTHING, status, kind } }));
}

function titleOf(search: CalendarSearch, lastShown: CalendarDate | null, today: CalendarDate): string {
  const { view, date } = search;
  if (view === "year") return `Session year ${date.slice(0, 4)}`;
  if (view === "to-place") return "Unscheduled";
  if (view === "month") return monthInProse(date, today);
  const { first, last } = daysOfView(search);
  return daysInProse(first, lastShown ?? last, today);
}

const MOST_OF_A_DAY = 40;

const MOST_IN_THE_AGENDA = 300;

/** How many events the view is about, and those of them that are shown in a clash. */
type Counted = { events: number; clashes: readonly Pick<EventView, "id" | "campaignId">[] };

/** The week of the date, with at most 40 events of a day read. */
async function weekPage(scope: CalendarScope) {
  const days = daysOfView(scope.search);
  const { views, total, around } = await eventsByDay(scope, days, MOST_OF_A_DAY);
  return { week: weekModel(views, days.first, around), ...counted(views, sum(total)) };
}

/** The month of the date, with what its cells have room for. */
async function monthPage(scope: CalendarScope) {
  const days = daysOfView(scope.search);
  const { views, total, around } = await eventsByDay(scope, days, MOST_IN_A_CELL);
  return { month: monthModel(views, scope.search.date, around), ...counted(views, sum(total)) };
}

/** Two weeks from the date on as a list; more than 300 events go on on another page. */
async function agendaPage(scope: CalendarScope) {
  const { arrival, campaignIds, search } = scope;
  const days = daysOfView(search);
  const asked = { campaignIds, ...days, now: arrival.now };
  const place = { limit: MOST_IN_THE_AGENDA + 1, skip: search.skip };
  const read = arrival.database.read;
  const [found, known] = await Promise.all([
    listCalendarEvents(read, asked, search.filter, place),
    listSessionDays(read, days.first, days.last),
  ]);
  const views = await seen(scope, found.slice(0, MOST_IN_THE_AGENDA), days);
  const around = { ...clocksOf(scope), standings: standingsOf(known) };
  const next = found.length > MOST_IN_THE_AGENDA ? search.skip + MOST_IN_THE_AGENDA : null;
  return {
    agenda: { days: agendaModel(views, days, around), next },
    ...counted(views, views.length),
  };
}

type Days = { first: CalendarDate; last: CalendarDate };

async function eventsByDay(scope: CalendarScope, days: Days, mostOfADay: number) {
  const { arrival, campaignIds, search } = scope;
  const asked = { campaignIds, ...days, now: arrival.now };
  const [{ events, total }, known] = await Promise.all([
    listCalendarDays(arrival.database.read, asked, search.filter, mostOfADay),
    listSessionDays(arrival.database.read, days.first, days.last),
  ]);
  const views = await seen(scope, events, days);
  return { views, total, around: { ...clocksOf(scope), standings: standingsOf(known), total } };
}

function clocksOf({ arrival: { home, now }, today }: CalendarScope) {
  return { now, today, homeZone: home.homeZone, homeCountry: home.homeCountry };
}

/** The events in words, with the clashes among all engagements of these days. */
async function seen(
  { arrival, campaignNames: campaigns, today }: CalendarScope,
  events: Parameters<typeof viewsOf>[1],
  { first, last }: Days,
): Promise<EventView[]> {
  const from = startOfDay(first, WASHINGTON);
  const to = startOfDay(addDays(last, 1), WASHINGTON);
  const engagements =
    events.length === 0 ? [] : await listEngagements(arrival.database.read, arrival.account.id, from, to);
  return viewsOf(arrival, events, { today, engagements, campaigns });
}

function counted(views: readonly EventView[], events: number): Counted {
  return { events, clashes: views.filter(({ look }) => look === "clash") };
}

function sum(total: ReadonlyMap<CalendarDate, number>): number {
  return [...total.values()].reduce((all, one) => all + one, 0);
}
