import type { ReactNode } from "react";
import { type Cut, FOUND_BY_WORDS } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import { CutLine, TenFirst } from "#app/ui/list.tsx";
import { TwoTimes, useToday } from "#app/ui/two-clocks.tsx";
import type { MessageEvent, MessagePaper } from "../uses.server.ts";

/** Papers with words of the library. */
export function PaperUses({ papers, base, none }: { papers: Cut<MessagePaper>; base: string; none: string }) {
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">Talking points</h2>
      {papers.rows.length === 0 ? <p className="empty">{none}</p> : null}
      <TenFirst
        className="uses"
        what="papers"
        items={papers.rows.map(({ id, title, stage }) => (
          <li key={id}>
            <a href={`${base}/talking-points/${id}`}>{title}</a> <span className="note">{stage}</span>
          </li>
        ))}
      />
      <CutLine cutAt={papers.cutAt} which="papers changed most recently" others={FOUND_BY_WORDS} />
    </section>
  );
}

/** Events at which words of the library were used or are planned. */
export function EventUses({ events, base, none }: { events: Cut<MessageEvent>; base: string; none: string }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      {events.rows.length === 0 ? <p className="empty">{none}</p> : null}
      <TenFirst
        className="uses"
        what="events"
        items={events.rows.map((event) => <EventUse key={event.id} event={event} base={base} />)}
      />
      <CutLine cutAt={events.cutAt} which="latest events" others="Earlier ones are in the calendar." />
    </section>
  );
}

/** One event with its two times and where it stands. */
export function EventUse({
  event,
  base,
  what = null,
  children = null,
}: {
  event: MessageEvent;
  base: string;
  /** What was done with the words there. */
  what?: string | null;
  children?: ReactNode;
}) {
  const today = useToday();
  const state = event.schedule === "cancelled" ? event.schedule : event.result;
  return (
    <li>
      <a href={`${base}/events/${event.id}`}>{event.title}</a>{" "}
      <span className="note">
        {event.wholeDay === null ? (
          <TwoTimes at={new Date(event.startsAt)} />
        ) : (
          `${formatDay(event.wholeDay, today)}, all day`
        )}
        , {what ?? state}
      </span>
      {children}
    </li>
  );
}
