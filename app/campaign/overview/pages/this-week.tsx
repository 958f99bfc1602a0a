import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import type { Overview } from "./overview-view.server.ts";
import type { WeekEvent } from "./this-week.server.ts";

/** What is still to come this week, each event with its state. */
export function ThisWeek({ view }: { view: Overview }) {
  const { week, campaignId } = view;
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week">
        This week{" "}
        <a className="more" href={`/c/${campaignId}/calendar`}>
          Calendar
        </a>
      </h2>
      {week.events.length === 0 ? <p className="empty">Nothing more is planned this week.</p> : null}
      <ul className="ev">
        {week.events.map((event) => (
          <Row key={event.id} event={event} campaignId={campaignId} />
        ))}
      </ul>
      {week.isCut ? <p className="note">There is more: see the calendar.</p> : null}
      {week.holidays.length === 0 ? null : <p className="note">{week.holidays.join(". ")}.</p>}
    </section>
  );
}

function Row({ event, campaignId }: { event: WeekEvent; campaignId: string }) {
  return (
    <li>
      <span className="d">
        <b>{event.dayName}</b>
        {event.time}
        <span className="home">{event.homeTime}</span>
      </span>
      <span className="t">
        <a href={`/c/${campaignId}/events/${event.id}`}>{event.title}</a>
        {event.state === null ? null : (
          <>
            <br />
            <StateMarks state={event.state} />
          </>
        )}
      </span>
    </li>
  );
}
