import { Empty } from "#app/ui/page-head.tsx";
import type { EventView } from "./calendar-event-view.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { detailsOf } from "./week-view.tsx";

/** Two weeks as a list, day by day. */
export function AgendaView({
  page,
  days,
}: {
  page: CalendarPage;
  days: NonNullable<CalendarPage["agenda"]>;
}) {
  const isEmpty = days.every((day) => day.events.length === 0);
  return (
    <div className="agenda">
      {days.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`}>
          <h2 id={`day-${day.date}`}>{day.heading}</h2>
          {day.holidays.length === 0 ? null : <p className="note">{day.holidays.join(", ")}</p>}
          <ol>
            {day.events.map((event) => (
              <Row key={event.id} event={event} to={`/c/${page.campaignId}/events/${event.id}`} />
            ))}
          </ol>
          {day.events.length === 0 ? <p className="note">Nothing planned.</p> : null}
        </section>
      ))}
      {isEmpty ? (
        <Empty
          text="Nothing planned in these two weeks."
          act={page.mayWrite ? { label: "Plan an event", to: `/c/${page.campaignId}/events/new` } : null}
        />
      ) : null}
    </div>
  );
}

function Row({ event, to }: { event: EventView; to: string }) {
  return (
    <li className={`row ${event.look}`}>
      <span className="when">
        {event.time} <span className="p">{event.homeTime}</span>
      </span>
      <a href={to}>
        <span className="vh">{event.day}, </span>
        {event.title}
      </a>
      <span className="sub">{detailsOf(event)}</span>
      {event.state === null ? null : <span className={`st ${event.state.tone}`}>{event.state.words}</span>}
    </li>
  );
}
