import type { ReactNode } from "react";
import { WordingHeard } from "#app/campaign/past-statements/before-you-say-it.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { explainHandling, mayLeaveInCalendar } from "#app/text/handling.ts";
import { capital, inWords, timesInWords } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { MeetingLink } from "#app/ui/fact-list.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { EventPage } from "../event-page.server.ts";
import { kindLabel } from "../kind.ts";
import type { Participant } from "../outreach-event-record.server.ts";
import { attendanceLabel, replyLabel } from "../participants/participation.ts";
import { hasRoom } from "../warnings/days-taken.ts";
import { RoomLine } from "../warnings/warning-lines.tsx";

/** Who takes part, with what we know: their role in the decision and when we last met. */
export function InTheRoom({ page }: { page: EventPage }) {
  const { event, own, campaignId, mayWrite, today, hasBegun } = page;
  return (
    <section aria-labelledby="who">
      <h2 id="who">
        In the room{" "}
        {mayWrite ? (
          <a className="more" href={`${own}/participants`}>
            Change
          </a>
        ) : null}
      </h2>
      {event.participants.length === 0 ? (
        <Empty
          text="No one yet."
          act={mayWrite ? { label: "Add someone", to: `${own}/participants` } : null}
        />
      ) : null}
      <ul className="event-people">
        {event.participants.map((participant) => (
          <li key={participant.contactId}>
            <a href={addressOf.contact(campaignId, participant.contactId)}>
              <b>{participant.name}</b>
            </a>
            <span>{capital(participant.roleInDecision ?? "")}</span>
            <span className="secondary person-detail">
              {sentence(participant.title)} {meetingsOf(participant, today)}.{" "}
              {hasBegun ? attendanceLabel(participant.attendance) : replyLabel(participant.reply)}
            </span>
          </li>
        ))}
      </ul>
      <p className="note noprint">
        Participants, with their role in the decision. For staff, we record what they said, not a score.
      </p>
    </section>
  );
}

function meetingsOf({ timesMet, lastMet }: Participant, today: CalendarDate): string {
  if (timesMet === 0 || lastMet === null) return "First meeting";
  const times = `Met ${timesInWords(timesMet)}${timesMet === 1 ? "" : ", last"}`;
  return `${times} on ${formatDay(lastMet, today)}`;
}

export function Details({ page }: { page: EventPage }) {
  const { event, campaignId } = page;
  const officers = event.officers.map(({ id, name }) => (id === event.owner?.id ? `${name} (owner)` : name));
  return (
    <section aria-labelledby="details">
      <h2 id="details">
        Details{" "}
        {mayLeaveInCalendar(event.handling) ? (
          <a className="more" href={`${page.own}.ics`}>
            Calendar file
          </a>
        ) : null}
      </h2>
      <dl className="fact-list">
        <Detail term="Kind">{kindLabel(event.kind)}</Detail>
        <Detail term="Where">{event.place || (hasRoom(event) ? "To be confirmed" : "No place")}</Detail>
        {event.link === "" ? null : (
          <Detail term="Link">
            <MeetingLink address={event.link} />
          </Detail>
        )}
        <Detail term="With">
          {event.audiences.length > 0 ? null : page.mayWrite ? (
            <a href={`${page.own}/edit`}>Say which audience</a>
          ) : (
            "No audience"
          )}
          {event.audiences.map(({ id, name }) => (
            <a key={id} className="with-audience" href={addressOf.audience(campaignId, id)}>
              {name}
            </a>
          ))}
        </Detail>
        <Detail term="From us">{officers.length === 0 ? "No one yet" : officers.join(", ")}</Detail>
        <Detail term="Ask">{event.ask === "" ? "None" : event.ask}</Detail>
        <Detail term="Objective">{event.objective?.name ?? "None"}</Detail>
        <Detail term="Messages">
          {event.messages.length === 0 ? "None" : null}
          {event.messages.map((message) => (
            <span key={message.id}>
              <a href={addressOf.message(campaignId, message.id)} aria-label={`Message ${message.number}`}>
                <MessageNumber n={message.number} />
              </a>{" "}
            </span>
          ))}
        </Detail>
        <Detail term="Ground rule">{event.groundRule}</Detail>
        <Detail term="Handling">
          {event.handling}. {explainHandling(event.handling)}
        </Detail>
      </dl>
    </section>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is still open before the event: each with its state. */
export function BeforeYouGo({ page }: { page: EventPage }) {
  const { event, paper, due } = page;
  const { differing } = page.before;
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">Before you go</h2>
      <ul className="ready">
        <li>
          <span>Talking points</span>
          <PaperState page={page} />
        </li>
        {paper === null ? null : (
          <li>
            <span>Wording they heard</span>
            <WordingHeard differing={differing} />
          </li>
        )}
        {paper === null ? null : (
          <li>
            <span>Sources</span>
            {paper.sources.length === 0 ? (
              <State kind="off">None</State>
            ) : paper.stale.length === 0 ? (
              <State kind="ok">{paper.sources.length} current</State>
            ) : (
              <State kind="bad">
                {paper.stale.length} of {paper.sources.length} stale: {paper.stale.join(", ")}
              </State>
            )}
          </li>
        )}
        <RoomLine event={event} />
        {due.brief === null ? null : <Due name="Brief due" line={due.brief} />}
        {due.clearances.map((line) => (
          <Due
            key={line.at}
            name={due.clearances.length > 1 ? `Clearance due, ${inWords(line.desks)}` : "Clearance due"}
            line={line}
          />
        ))}
      </ul>
    </section>
  );
}

type DueLine = { at: string; late: "late" | "before it was planned" | null };

function Due({ name, line: { at, late } }: { name: string; line: DueLine }) {
  return (
    <li>
      <span>{name}</span>
      {late === null ? <span>{at}</span> : null}
      {late === "late" ? <State kind="bad">Was due {at}</State> : null}
      {late === "before it was planned" ? <State kind="warn">Before it begins</State> : null}
    </li>
  );
}

function PaperState({ page: { paper } }: { page: EventPage }) {
  if (paper === null) return <State kind="off">Not begun</State>;
  return paper.mark === null ? <State kind="ok">Cleared</State> : <State kind="bad">{paper.mark}</State>;
}
