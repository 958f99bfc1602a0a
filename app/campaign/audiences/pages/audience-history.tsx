import { addressOf } from "#app/http/addresses.ts";
import { atWord } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Reception } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { AudienceEvent } from "../events.server.ts";
import type { NextEvent } from "../lists.server.ts";

type View = {
  campaignId: string;
  audience: { id: string; nextEvent: NextEvent | null };
  mayWrite: boolean;
  events: readonly AudienceEvent[];
  eventCount: number;
  own: string;
};

/** The events with an audience, the latest first, and before them the one that comes next. */
export function AudienceEvents({ campaignId, audience, mayWrite, events, eventCount, own }: View) {
  const base = addressOf.events(campaignId);
  return (
    <section aria-labelledby="events">
      <h2 id="events">
        History{" "}
        {eventCount > events.length ? (
          <a className="more" href={`${own}/events`}>
            All {eventCount}
          </a>
        ) : null}
      </h2>
      <ul className="audience-history">
        {audience.nextEvent === null ? null : <Next event={audience.nextEvent} base={base} />}
        {events.map((event) => (
          <Held key={event.id} event={event} base={base} />
        ))}
      </ul>
      {events.length === 0 && audience.nextEvent === null ? (
        <Empty
          text="Never met."
          act={mayWrite ? { label: "Plan an event", to: `${base}/new?audience=${audience.id}` } : null}
        />
      ) : null}
    </section>
  );
}

function Next({ event, base }: { event: NextEvent; base: string }) {
  const today = useToday();
  const at = new Date(event.startsAt);
  const day = event.wholeDay ?? dateIn(at, WASHINGTON);
  return (
    <li className="todo">
      <span className="history-day">{day === today ? "Today" : formatDay(day, today)}</span>
      <span>
        <a href={`${base}/${event.id}`}>
          <b>{event.title}</b>
        </a>
        <br />
        {event.wholeDay === null ? `${timeIn(at, WASHINGTON)} in Washington` : "All day"}, {event.schedule}
      </span>
      <span className="history-reception" />
    </li>
  );
}

const LONGEST = 140;

/** A held event: the first line of what was said there, cut at a word where it is long, and how each message was taken. */
export function Held({ event, base }: { event: AudienceEvent; base: string }) {
  const [firstLine = ""] = event.said.trim().split("\n");
  return (
    <li>
      <span className="history-day">{formatDay(event.day, useToday())}</span>
      <span>
        <a href={`${base}/${event.id}`}>
          <b>{event.title}</b>
        </a>
        {event.said === "" ? null : (
          <>
            <br />
            {atWord(firstLine, LONGEST)}
          </>
        )}
      </span>
      <span className="history-reception">
        {event.receptions.map(({ number, score }) => (
          <span key={number}>
            <span className="visually-hidden">Message </span>
            {number} <Reception score={score} digits={Number.isInteger(score) ? 0 : 1} />{" "}
          </span>
        ))}
      </span>
    </li>
  );
}
