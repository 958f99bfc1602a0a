import { CALENDAR_STATUSES } from "#app/domain/outreach-events/calendar-filter.ts";
import { addDays } from "#app/domain/time/calendar-date.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { calendarLink } from "./calendar-search.ts";

/** Where in time, which view, and what of it. */
export function CalendarBar({ page }: { page: CalendarPage }) {
  const { campaignId, search } = page;
  const step = search.view === "week" ? 7 : 14;
  const link = (change: Parameters<typeof calendarLink>[2]) =>
    calendarLink(campaignId, search, { eventId: null, ...change });
  const period = search.view === "week" ? "week" : "two weeks";
  return (
    <div className="calbar noprint">
      <nav className="seg" aria-label="Time">
        <a href={link({ date: addDays(search.date, -step) })} aria-label={`Previous ${period}`}>
          ←
        </a>
        <a href={link({ date: page.today })}>Today</a>
        <a href={link({ date: addDays(search.date, step) })} aria-label={`Next ${period}`}>
          →
        </a>
      </nav>
      <nav className="seg" aria-label="View">
        <a href={link({ view: "agenda" })} aria-current={search.view === "agenda" ? "page" : undefined}>
          Agenda
        </a>
        <a href={link({ view: "week" })} aria-current={search.view === "week" ? "page" : undefined}>
          Week
        </a>
      </nav>
      <Filters page={page} />
      <Count page={page} />
    </div>
  );
}

function Filters({ page: { campaignId, search, choices } }: { page: CalendarPage }) {
  const { filter } = search;
  return (
    <form className="filters" action={`/c/${campaignId}/calendar`} method="get">
      <input type="hidden" name="view" value={search.view} />
      <input type="hidden" name="date" value={search.date} />
      <Filter
        name="audience"
        label="Audience"
        all="All"
        value={filter.audienceId}
        options={choices.audiences}
      />
      <Filter
        name="message"
        label="Message"
        all="All"
        value={filter.messageId}
        options={choices.messages.map(({ id, number, title }) => ({ id, name: `${number} ${title}` }))}
      />
      <Filter name="owner" label="Owner" all="Everyone" value={filter.ownerId} options={choices.colleagues} />
      <Filter
        name="status"
        label="Status"
        all="All"
        value={filter.status}
        options={CALENDAR_STATUSES.map((status) => ({ id: status, name: status }))}
      />
      <button type="submit" className="btn">
        Show
      </button>
    </form>
  );
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

function Count({ page: { campaignId, search, events, clashes, isCut } }: { page: CalendarPage }) {
  const [first] = clashes;
  return (
    <span className="sp sub">
      {isCut ? "The first " : null}
      {events === 1 ? "1 event" : `${events} events`}
      {first === undefined ? null : (
        <>
          ,{" "}
          <a
            href={`${calendarLink(campaignId, search, { eventId: first })}#selected`}
          >{`${clashes.length} in a clash`}</a>
        </>
      )}
    </span>
  );
}
