import { type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays, mondayOf, mondayToOpen, weeksOfMonth } from "#app/time/calendar-date.ts";
import { parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { CALENDAR_STATUSES, type CalendarFilter, type CalendarStatus } from "./calendar-filter.ts";

const VIEWS = ["agenda", "week", "month", "year", "to-place"] as const;

export type CalendarView = (typeof VIEWS)[number];

/** What the address of the calendar asks for. What it does not understand shows the usual. */
export type CalendarSearch = {
  view: CalendarView;
  date: CalendarDate;
  /** All campaigns in which the reader has a role, and not only the one that the address names. */
  isAllMine: boolean;
  filter: CalendarFilter;
  eventId: string | null;
  /** How many events of the agenda came before on its other pages. */
  skip: number;
};

/** The value of the campaign filter for all campaigns of the reader. */
export const ALL_MINE = "all";

const AGENDA_DAYS = 14;

/**
 * Reads the address of the calendar; `today` is the date shown unless it names one. At a weekend the week that opens is the
 * one to come.
 */
export function readCalendarSearch(search: URLSearchParams, today: CalendarDate): CalendarSearch {
  const view = VIEWS.find((one) => one === search.get("view")) ?? "week";
  const date = parseDate(search.get("date") ?? "", today);
  const opens = mondayToOpen(today);
  return {
    view,
    date: date.ok ? date.date : view === "week" && opens > today ? opens : today,
    isAllMine: search.get("campaign") === ALL_MINE,
    filter: {
      audienceId: idIn(search, "audience"),
      messageId: idIn(search, "message"),
      ownerId: idIn(search, "owner"),
      status: statusIn(search),
      kind: kindIn(search),
    },
    eventId: idIn(search, "event"),
    skip: skipIn(search),
  };
}

/** Another campaign that the filter asks for; null where it is this one, or all. */
export function otherCampaignIn(search: URLSearchParams, campaignId: string): string | null {
  const asked = idIn(search, "campaign");
  return asked === ALL_MINE || asked === campaignId ? null : asked;
}

/** The days that the view covers: the week of the date, two weeks from it on, or the weeks that its month touches. */
export function daysOfView({ view, date }: CalendarSearch): { first: CalendarDate; last: CalendarDate } {
  if (view === "month") return weeksOfMonth(date);
  if (view === "agenda") return { first: date, last: addDays(date, AGENDA_DAYS - 1) };
  return { first: mondayOf(date), last: addDays(mondayOf(date), 6) };
}

type Changed = Partial<Pick<CalendarSearch, "view" | "date" | "eventId" | "filter" | "isAllMine" | "skip">>;

/** The address of the calendar with some of it changed; another day or view begins at its first event. */
export function calendarLink(campaignId: string, search: CalendarSearch, change: Changed): string {
  const { view, date, isAllMine, filter, eventId, skip } = { ...search, skip: 0, ...change };
  const asked = { view, date, campaign: isAllMine ? ALL_MINE : null, audience: filter.audienceId };
  const rest = { message: filter.messageId, owner: filter.ownerId, status: filter.status, kind: filter.kind };
  const place = { event: eventId, skip: skip === 0 ? null : String(skip) };
  const parameters = Object.entries({ ...asked, ...rest, ...place }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return `${addressOf.calendar(campaignId)}?${new URLSearchParams(parameters)}`;
}

/**
 * The address of an event for a page that shows many of them: beside the calendar, or its own page where it belongs
 * to another campaign.
 */
export function selectLinks(
  campaignId: string,
  search: CalendarSearch,
): (event: { id: string; campaignId: string }) => string {
  const without = calendarLink(campaignId, search, { eventId: null });
  return (event) =>
    event.campaignId === campaignId
      ? `${without}&event=${encodeURIComponent(event.id)}#selected`
      : addressOf.event(event.campaignId, event.id);
}

function idIn(search: URLSearchParams, name: string): string | null {
  const value = search.get(name);
  return value !== null && /^[A-Za-z0-9:._-]{1,128}$/.test(value) ? value : null;
}

function statusIn(search: URLSearchParams): CalendarStatus | null {
  return CALENDAR_STATUSES.find((status) => status === search.get("status")) ?? null;
}

function kindIn(search: URLSearchParams): EventKind | null {
  const kind = search.get("kind") ?? "";
  return isEventKind(kind) ? kind : null;
}

function skipIn(search: URLSearchParams): number {
  const skip = search.get("skip") ?? "";
  return /^\d{1,6}$/.test(skip) ? Number(skip) : 0;
}
