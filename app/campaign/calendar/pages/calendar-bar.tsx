import {
  type CalendarView,
  calendarLink,
  selectLinks,
} from "#app/campaign/outreach-events/moving/calendar-search.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { addMonths } from "#app/time/month.ts";
import { CalendarFilters } from "./calendar-filters.tsx";
import type { CalendarPage } from "./calendar-page.server.ts";

const VIEWS: readonly { view: CalendarView; label: string }[] = [
  { view: "agenda", label: "Agenda" },
  { view: "week", label: "Week" },
  { view: "month", label: "Month" },
  { view: "year", label: "Session year" },
  { view: "to-place", label: "To place" },
];

/** Where in time, which view, and what of it. */
export function CalendarBar({ page }: { page: CalendarPage }) {
  const { campaignId, search } = page;
  return (
    <div className="calbar noprint">
      {search.view === "to-place" ? null : <Time page={page} />}
      <nav className="seg" aria-label="View">
        {VIEWS.map(({ view, label }) => (
          <a
            key={view}
            href={calendarLink(campaignId, search, { view, eventId: null })}
            aria-current={search.view === view ? "page" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <Count page={page} />
      <CalendarFilters page={page} />
    </div>
  );
}

function Time({ page: { campaignId, search, today } }: { page: CalendarPage }) {
  const link = (date: string) => calendarLink(campaignId, search, { date, eventId: null });
  const { before, after } = neighbours(search);
  return (
    <nav className="seg" aria-label="Time">
      <a href={link(before.date)} aria-label={before.name}>
        {before.label}
      </a>
      <a href={link(today)}>Today</a>
      <a href={link(after.date)} aria-label={after.name}>
        {after.label}
      </a>
    </nav>
  );
}

/** What lies before and after what is shown; a year is called by its number. */
function neighbours({ view, date }: CalendarPage["search"]) {
  const step = (dates: readonly [string, string], period: string) => ({
    before: { date: dates[0], label: "←", name: `Previous ${period}` },
    after: { date: dates[1], label: "→", name: `Next ${period}` },
  });
  switch (view) {
    case "year": {
      const [last, next] = [Number(date.slice(0, 4)) - 1, Number(date.slice(0, 4)) + 1];
      return {
        before: { date: `${last}-01-07`, label: String(last), name: undefined },
        after: { date: `${next}-01-07`, label: String(next), name: undefined },
      };
    }
    case "month":
      return step([addMonths(date, -1), addMonths(date, 1)], "month");
    case "agenda":
      return step([addDays(date, -14), addDays(date, 14)], "two weeks");
    default:
      return step([addDays(date, -7), addDays(date, 7)], "week");
  }
}

function Count({ page }: { page: CalendarPage }) {
  const { campaignId, search, events, clashes, year, toPlace } = page;
  const [first] = clashes;
  if (year !== null) return <span className="sp sub">{yearCount(year)}</span>;
  if (search.view === "to-place")
    return <span className="sp sub">{toPlace.count === 1 ? "1 to place" : `${toPlace.count} to place`}</span>;
  const select = selectLinks(campaignId, { ...search, view: search.view === "month" ? "week" : search.view });
  return (
    <span className="sp sub">
      {events === 1 ? "1 event" : `${events} events`}
      {first === undefined ? null : (
        <>
          , <a href={select(first)}>{`${clashes.length} in a clash`}</a>
        </>
      )}
    </span>
  );
}

/** "81 events, 12 after this week" */
function yearCount({ weeks }: NonNullable<CalendarPage["year"]>): string {
  const all = weeks.reduce((sum, week) => sum + week.events, 0);
  const current = weeks.findIndex((week) => week.isThisWeek);
  const after = weeks.slice(current + 1).reduce((sum, week) => sum + week.events, 0);
  const events = all === 1 ? "1 event" : `${all} events`;
  return current < 0 ? events : `${events}, ${after} after this week`;
}
