import type { Cut } from "#app/text/cut.ts";
import { CutLine } from "#app/ui/list.tsx";
import { TimesOfEvent } from "#app/ui/two-clocks.tsx";
import type { MeetingToLog } from "../lists.server.ts";

type Place = { base: string };

/** Meetings that are over and that nobody has logged, mine first. */
export function MeetingsToLog({
  toLog: { rows: meetings, cutAt },
  base,
}: Place & { toLog: Cut<MeetingToLog> }) {
  if (meetings.length === 0) return null;
  const mine = meetings.filter(({ isMine }) => isMine);
  const others = meetings.filter(({ isMine }) => !isMine);
  return (
    <section aria-labelledby="to-log">
      <h2 id="to-log">To log</h2>
      {mine.length === 0 ? (
        <p className="empty">None of yours.</p>
      ) : (
        <MeetingList meetings={mine} base={base} />
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>
            {others.length === 1
              ? "1 meeting held by a colleague"
              : `${others.length} meetings held by colleagues`}
          </summary>
          <MeetingList meetings={others} base={base} />
        </details>
      )}
      <CutLine
        cutAt={cutAt}
        which="latest meetings, yours first,"
        others="The rest will appear as these are logged."
      />
    </section>
  );
}

/** Each meeting with the button that logs it. */
export function MeetingList({ meetings, base }: Place & { meetings: readonly MeetingToLog[] }) {
  return (
    <ul className="outcome-lines">
      {meetings.map(({ eventId, title, time }) => (
        <li key={eventId}>
          <span>
            <a href={`${base}/events/${eventId}`}>{title}</a>
            <br />
            <span className="note">
              <TimesOfEvent of={time} span />
            </span>
          </span>
          <a className="button" href={`${base}/events/${eventId}/log`}>
            Log<span className="visually-hidden"> {title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
