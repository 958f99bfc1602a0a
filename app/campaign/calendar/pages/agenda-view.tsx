import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { MeetingLink } from "#app/ui/fact-list.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { EventView } from "../calendar-event-view.ts";
import type { AgendaDayView } from "./agenda-model.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayNote } from "./day-head.ts";
import { detailsOf, untilOf } from "./event-block.tsx";
import { MoreOfView } from "./to-place.tsx";

type Agenda = NonNullable<CalendarPage["agenda"]>;

/** Two weeks as a list, day by day, with what is true of each day under its name. */
export function AgendaView({ page, agenda }: { page: CalendarPage; agenda: Agenda }) {
  return (
    <div className="agenda">
      {agenda.days.map((day) => (
        <Day key={day.date} day={day} />
      ))}
      {page.events > 0 ? null : (
        <Empty
          text="There are no events to show in these two weeks."
          act={page.mayWrite ? { label: "Plan an event", to: addressOf.newEvent(page.campaignId) } : null}
        />
      )}
      <MoreOfView
        page={page}
        of="events"
        all="these two weeks"
        part={{ shown: page.events, next: agenda.next }}
      />
    </div>
  );
}

function Day({ day }: { day: AgendaDayView }) {
  return (
    <section aria-labelledby={`day-${day.date}`}>
      <h2 id={`day-${day.date}`}>{day.heading}</h2>
      <p className="note">{dayNote(day)}</p>
      <ol>
        {day.events.map((event) => (
          <Row key={event.id} event={event} />
        ))}
      </ol>
      {day.events.length === 0 ? <p className="note">Nothing planned.</p> : null}
    </section>
  );
}

function Row({ event }: { event: EventView }) {
  const until = untilOf(event);
  return (
    <li className="agenda-row">
      <span>
        {event.time} <span className="prague-time">{event.homeTime}</span>
        {event.ownTime === null ? null : <span className="event-owner">{event.ownTime}</span>}
        {until === null ? null : <span className="event-owner">until {until}</span>}
      </span>
      <a href={addressOf.event(event.campaignId, event.id)}>
        <span className="visually-hidden">{event.day}, </span>
        {event.title}
      </a>
      <span className="secondary">
        {detailsOf(event)} {event.link === "" ? null : <MeetingLink address={event.link} />}
      </span>
      <span>
        <StateMarks state={event.state} />
      </span>
    </li>
  );
}
