import { redirect } from "@remix-run/node";
import { listChoicesIn, listOwnCampaigns } from "#app/campaign/outreach-events/choices.server.ts";
import {
  type CalendarSearch,
  calendarLink,
  daysOfView,
  otherCampaignIn,
  readCalendarSearch,
} from "#app/campaign/outreach-events/moving/calendar-search.ts";
import { selectedEvent } from "#app/campaign/outreach-events/moving/selected-event.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { formatDays, MONTHS } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { EVERYTHING } from "../calendar-filter.ts";
import type { CalendarScope } from "./calendar-scope.ts";
import { agendaPage, monthPage, weekPage } from "./days-page.server.ts";
import { wishesToPlace } from "./to-place.server.ts";
import { yearPage } from "./year-page.server.ts";

/** Everything that the calendar shows: its cost follows the days shown, not the campaign. */
export async function calendarPage(arrival: CampaignArrival) {
  const { campaign, account, database, home, now, url, may } = arrival;
  const today = dateIn(now, WASHINGTON);
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
    homeZone: home.homeZone,
    homeCountry: home.homeCountry,
    title: titleOf(search, shown.week?.days.at(-1)?.date ?? null),
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

function titleOf(search: CalendarSearch, lastShown: string | null): string {
  const { view, date } = search;
  if (view === "year") return `Session year ${date.slice(0, 4)}`;
  if (view === "to-place") return "To place";
  if (view === "month") return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  const { first, last } = daysOfView(search);
  return formatDays(first, lastShown ?? last);
}
