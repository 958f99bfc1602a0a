import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays, firstOfMonthAway } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { PhoneFold } from "#app/ui/list.tsx";
import { CALENDAR_STATUSES, EVERYTHING, isNarrowed } from "../calendar-filter.ts";
import { ALL_MINE, type CalendarView, calendarLink, selectLinks } from "../calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";

const VIEWS: readonly { view: CalendarView; label: string }[] = [
  { view: "agenda", label: "Agenda" },
  { view: "week", label: "Week" },
  { view: "month", label: "Month" },
  { view: "year", label: "Session year" },
  { view: "to-place", label: "Unscheduled" },
];

/** Where in time, which view, and what of it. */
export function CalendarBar({ page }: { page: CalendarPage }) {
  const { campaignId, search } = page;
  return (
    <div className="calbar noprint">
      {search.view === "to-place" ? null : <Time page={page} />}
      <nav className="view-choice" aria-label="View">
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
      <PhoneFold isOpen={isNarrowed(search.filter) || search.isAllMine} />
      <CalendarFilters page={page} />
    </div>
  );
}

function Time({ page: { campaignId, search, today } }: { page: CalendarPage }) {
  const link = (date: CalendarDate) => calendarLink(campaignId, search, { date, eventId: null });
  const { before, after } = neighbours(search);
  return (
    <nav className="view-choice" aria-label="Time">
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

type Neighbour = { date: CalendarDate; label: string; name: string | undefined };

/** What lies before and after what is shown; a year is called by its number. */
function neighbours({ view, date }: CalendarPage["search"]): Record<"before" | "after", Neighbour> {
  const step = (dates: readonly [CalendarDate, CalendarDate], period: string) => ({
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
      return step([firstOfMonthAway(date, -1), firstOfMonthAway(date, 1)], "month");
    case "agenda":
      return step([addDays(date, -14), addDays(date, 14)], "two weeks");
    default:
      return step([addDays(date, -7), addDays(date, 7)], "week");
  }
}

function Count({ page }: { page: CalendarPage }) {
  const { campaignId, search, events, clashes, year, toPlace } = page;
  const [first] = clashes;
  if (year !== null) return <span className="push-right secondary">{yearCount(year)}</span>;
  if (search.view === "to-place")
    return (
      <span className="push-right secondary">
        {toPlace.count === 1 ? "1 unscheduled" : `${toPlace.count} unscheduled`}
      </span>
    );
  const select = selectLinks(campaignId, { ...search, view: search.view === "month" ? "week" : search.view });
  return (
    <span className="push-right secondary">
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

const STATUSES = CALENDAR_STATUSES.map((status) => ({ id: status, name: status }));

const KINDS = EVENT_KINDS.map((kind) => ({ id: kind, name: kindLabel(kind) }));

/** What the calendar is narrowed to: plain choices whose answer is an address. */
function CalendarFilters({ page }: { page: CalendarPage }) {
  const { campaignId, search, choices } = page;
  const { filter, isAllMine } = search;
  const showAll = { filter: EVERYTHING, isAllMine: false, eventId: null };
  return (
    <form className="calendar-filters" action={addressOf.calendar(campaignId)} method="get">
      <input type="hidden" name="view" value={search.view} />
      <input type="hidden" name="date" value={search.date} />
      {choices.campaigns.length < 2 ? null : <CampaignFilter page={page} />}
      <Filter
        name="audience"
        label="Audience"
        all="All"
        value={filter.audienceId}
        options={choices.audiences}
      />
      <Filter name="message" label="Message" all="All" value={filter.messageId} options={messages(page)} />
      <Filter name="owner" label="Owner" all="Everyone" value={filter.ownerId} options={choices.colleagues} />
      <Filter name="status" label="Status" all="All" value={filter.status} options={STATUSES} />
      <Filter name="kind" label="Kind" all="All" value={filter.kind} options={KINDS} />
      <button type="submit" className="button">
        Show
      </button>
      {isNarrowed(filter) || isAllMine ? (
        <a href={calendarLink(campaignId, search, showAll)}>
          {isNarrowed(filter) ? "Show all" : "This campaign only"}
        </a>
      ) : null}
    </form>
  );
}

/** Each campaign of the reader, and all of them together. */
function CampaignFilter({ page: { campaignId, search, choices } }: { page: CalendarPage }) {
  return (
    <label>
      Campaign{" "}
      <select name="campaign" defaultValue={search.isAllMine ? ALL_MINE : campaignId}>
        <option value={ALL_MINE}>All mine</option>
        {choices.campaigns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** "2 Autonomy and NATO work together"; with the campaign where several are shown. */
function messages({ search, choices, campaignNames }: CalendarPage) {
  return choices.messages.map(({ id, number, title, campaignId }) => ({
    id,
    name: search.isAllMine
      ? `${campaignNames.get(campaignId) ?? ""}: ${number} ${title}`
      : `${number} ${title}`,
  }));
}

type FilterProps = {
  name: string;
  label: string;
  all: string;
  value: string | null;
  options: readonly { id: string; name: string }[];
};

function Filter({ name, label, all, value, options }: FilterProps) {
  return (
    <label>
      {label}{" "}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
