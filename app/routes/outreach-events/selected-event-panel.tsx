import { MessageNumber, State } from "#app/ui/marks.tsx";
import type { CalendarPage } from "./calendar-page.server.ts";
import { calendarLink } from "./calendar-search.ts";
import { FreeSlots, MoveForm } from "./move-form.tsx";
import type { SelectedEvent } from "./selected-event.server.ts";
import { WarningLines } from "./warning-lines.tsx";

/** The event that was chosen in the calendar, with its clashes and the way to move it without dragging. */
export function SelectedEventPanel({ page, selected }: { page: CalendarPage; selected: SelectedEvent }) {
  const { event, clock, warnings, slots, typed } = selected;
  const own = `/c/${page.campaignId}/events/${event.id}`;
  return (
    <aside className="panel noprint" id="selected" aria-label="Selected event">
      <h2>
        <a href={own}>{event.title}</a>
      </h2>
      <p>
        {clock.washington}
        <br />
        <span className="sub">{clock.home}</span>
        {event.messages.map((message) => (
          <span key={message.id} className="line">
            Message <MessageNumber n={message.number} /> {message.title}
          </span>
        ))}
        <span className="line">Owner: {event.owner?.name ?? "nobody yet"}</span>
        {event.schedule === "tentative" ? <State kind="off">Tentative</State> : null}
        {event.schedule === "cancelled" ? <State kind="off">Cancelled: {event.scheduleReason}</State> : null}
      </p>
      <WarningLines warnings={warnings} />
      <p>
        <a href={own}>Open the event</a> · <a href={`${own}/brief`}>Brief</a>
      </p>
      {page.mayWrite && selected.isMovable ? (
        <>
          <h3 className="small">Move without dragging</h3>
          <FreeSlots
            slots={slots}
            action={`${own}/move`}
            version={event.version}
            from="calendar"
            homeZone={page.homeZone}
          />
          <MoveForm
            action={`${own}/move`}
            version={event.version}
            zone={event.zone}
            values={null}
            errors={{}}
            typed={typed}
            from="calendar"
            back={calendarLink(page.campaignId, page.search, { eventId: null })}
          />
        </>
      ) : null}
    </aside>
  );
}
