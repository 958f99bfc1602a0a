import { TwoTimes } from "#app/ui/two-clocks.tsx";
import type { MeetingToLog } from "#db/queries/outcome-lists.server.ts";

type Meetings = { meetings: readonly MeetingToLog[]; base: string; homeZone: string };

/** Meetings that are over and that nobody has logged, mine first. */
export function MeetingsToLog({ meetings, isCut, base, homeZone }: Meetings & { isCut: boolean }) {
  if (meetings.length === 0) return null;
  const mine = meetings.filter(({ isMine }) => isMine);
  const others = meetings.filter(({ isMine }) => !isMine);
  return (
    <section aria-labelledby="to-log">
      <h2 id="to-log">To log</h2>
      {mine.length === 0 ? (
        <p className="empty">Nothing of yours. Well kept.</p>
      ) : (
        <MeetingList meetings={mine} base={base} homeZone={homeZone} />
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>{others.length === 1 ? "1 of a colleague" : `${others.length} of colleagues`}</summary>
          <MeetingList meetings={others} base={base} homeZone={homeZone} />
        </details>
      )}
      {isCut ? (
        <p className="note">
          {meetings.length} are listed, your own first, then the latest. The others follow as these are
          logged.
        </p>
      ) : null}
    </section>
  );
}

function MeetingList({ meetings, base, homeZone }: Meetings) {
  return (
    <ul className="lines">
      {meetings.map(({ eventId, title, startsAt, endsAt }) => (
        <li key={eventId}>
          <span>
            <a href={`${base}/events/${eventId}`}>{title}</a>
            <br />
            <span className="note">
              <TwoTimes at={new Date(startsAt)} ends={new Date(endsAt)} homeZone={homeZone} />
            </span>
          </span>
          <a className="btn" href={`${base}/events/${eventId}/log`}>
            Log<span className="vh"> {title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
