import { FreeSlots, MoveForm } from "#app/campaign/outreach-events/moving/move-form.tsx";
import type { SelectedEvent } from "#app/campaign/outreach-events/moving/selected-event.server.ts";
import { SeriesLine } from "#app/campaign/outreach-events/series/series-section.tsx";
import { WarningLines } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { onKey } from "#app/ui/keys.ts";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { spansDays } from "../bands.ts";
import { calendarLink } from "../calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";

type Props = {
  page: Pick<CalendarPage, "campaignId" | "search" | "mayWrite">;
  selected: SelectedEvent;
};

/** The event that was chosen in the calendar, with its clashes and the way to move it without dragging. */
export function SelectedEventPanel({ page, selected }: Props) {
  const { event, clock, warnings } = selected;
  const own = addressOf.event(page.campaignId, event.id);
  return (
    <aside className="event-panel noprint" id="selected" aria-label="Selected event">
      <h2>
        <a href={own}>{event.title}</a>
      </h2>
      <p>
        {clock.first}
        <br />
        <span className="secondary">{clock.beside}</span>
        {event.messages.map((message) => (
          <span key={message.id} className="panel-line">
            Message <MessageNumber n={message.number} /> {message.title}
          </span>
        ))}
        <span className="panel-line">Owner: {event.owner?.name ?? "no one yet"}</span>
        {event.schedule === "tentative" ? <State kind="off">Tentative</State> : null}
        {event.schedule === "cancelled" ? <State kind="off">Cancelled: {event.scheduleReason}</State> : null}
      </p>
      {selected.series === null ? null : <SeriesLine series={selected.series} />}
      <WarningLines warnings={warnings} />
      <p>
        <a href={own}>Open the event</a> · <a href={`${own}/brief`}>Brief</a>
        {page.mayWrite ? (
          <>
            {" "}
            · <a href={`${own}/standing`}>Mark as held or cancelled</a>
          </>
        ) : null}
      </p>
      {page.mayWrite && selected.isMovable ? <Moving page={page} selected={selected} /> : null}
    </aside>
  );
}

/** The panel of the move: it reaches everything that dragging reaches. Source: WCAG 2.2, SC 2.5.7. */
function Moving({ page, selected }: Props) {
  const { event, typed } = selected;
  const action = addressOf.moveEvent(page.campaignId, event.id);
  const without = calendarLink(page.campaignId, page.search, { eventId: null });
  const from = { from: "calendar", shown: without.split("?")[1] ?? "" } as const;
  return (
    <section id="move" tabIndex={-1} aria-labelledby="move-head">
      <h3 className="small" id="move-head">
        Move without dragging
      </h3>
      {event.isAllDay ? null : (
        <FreeSlots free={selected} action={action} version={event.version} from={from} />
      )}
      <MoveForm
        action={action}
        version={event.version}
        event={{ zone: event.zone, isAllDay: event.isAllDay, isInSeries: event.series !== null }}
        values={null}
        errors={{}}
        typed={typed}
        from={from}
        back={without}
      />
      <p className="note keys">
        On a selected event: <kbd>M</kbd> opens this panel, <kbd>Esc</kbd> leaves it,{" "}
        {spansDays(event) ? null : (
          <>
            <kbd>Shift ↑ ↓</kbd> moves the event by 15 minutes,{" "}
          </>
        )}
        <kbd>Shift ← →</kbd> moves it by one day, <kbd>Ctrl Z</kbd> undoes the move.{" "}
        <a href="#move" {...onKey("m")} className="visually-hidden">
          To the move panel
        </a>
      </p>
    </section>
  );
}
