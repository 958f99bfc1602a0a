import {
  CALENDAR_STATUSES,
  type CalendarFilter,
  type CalendarStatus,
} from "#app/domain/outreach-events/calendar-filter.ts";
import { addDays, mondayOf } from "#app/domain/time/calendar-date.ts";
import { parseDate } from "#app/domain/time/parse-date.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";

export type CalendarView = "week" | "agenda";

/** What the address of the calendar asks for. What it does not understand shows the usual. */
export type CalendarSearch = {
  view: CalendarView;
  date: CalendarDate;
  filter: CalendarFilter;
  eventId: string | null;
};

const AGENDA_DAYS = 14;

export function readCalendarSearch(search: URLSearchParams, today: CalendarDate): CalendarSearch {
  const date = parseDate(search.get("date") ?? "", today);
  return {
    view: search.get("view") === "agenda" ? "agenda" : "week",
    date: date.ok ? date.date : today,
    filter: {
      audienceId: idIn(search, "audience"),
      messageId: idIn(search, "message"),
      ownerId: idIn(search, "owner"),
      status: statusIn(search),
    },
    eventId: idIn(search, "event"),
  };
}

/** The days that the view covers: the week of the date, or two weeks from its Monday. */
export function daysOfView({ view, date }: CalendarSearch): { first: CalendarDate; last: CalendarDate } {
  const first = mondayOf(date);
  return { first, last: addDays(first, view === "week" ? 6 : AGENDA_DAYS - 1) };
}

/** The address of the calendar with some of it changed. */
export function calendarLink(
  campaignId: string,
  search: CalendarSearch,
  change: Partial<Pick<CalendarSearch, "view" | "date" | "eventId">>,
): string {
  const { view, date, filter, eventId } = { ...search, ...change };
  const asked = { view, date, audience: filter.audienceId, message: filter.messageId };
  const rest = { owner: filter.ownerId, status: filter.status, event: eventId };
  const parameters = Object.entries({ ...asked, ...rest }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return `/c/${campaignId}/calendar?${new URLSearchParams(parameters)}`;
}

/** The address of the calendar with an event beside it, for a page that shows many of them. */
export function selectLinks(campaignId: string, search: CalendarSearch): (eventId: string) => string {
  const without = calendarLink(campaignId, search, { eventId: null });
  return (eventId) => `${without}&event=${encodeURIComponent(eventId)}#selected`;
}

function idIn(search: URLSearchParams, name: string): string | null {
  const value = search.get(name);
  return value !== null && /^[A-Za-z0-9:._-]{1,128}$/.test(value) ? value : null;
}

function statusIn(search: URLSearchParams): CalendarStatus | null {
  return CALENDAR_STATUSES.find((status) => status === search.get("status")) ?? null;
}
