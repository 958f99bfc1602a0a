import { addressOf } from "#app/http/addresses.ts";
import { MessageNumber, Reception, State } from "#app/ui/marks.tsx";
import type { EventPage } from "./event-page.server.ts";
import type { LoggedOfEvent, PromiseOfEvent } from "./what-came-of-it.server.ts";
import { Due, MarkAsSent } from "./where-we-left-it.tsx";

/** What an event that has been leads with: what was logged of it, how it was received, and what is owed since. */
export function WhatCameOfIt({ page }: { page: EventPage }) {
  const { event, came, own, mayWrite } = page;
  if (came.logs.length + came.promises.length === 0) return null;
  return (
    <section aria-labelledby="came-of-it" className="came-of-it">
      <h2 id="came-of-it">What came of it</h2>
      {came.logs.map((log) => (
        <Logged key={log.id} log={log} to={addressOf.outcome(event.campaignId, log.id)} />
      ))}
      {came.promises.length === 0 ? null : (
        <>
          <h3>
            Follow-ups{" "}
            <a className="more" href={`${own}/follow-ups`}>
              All for this event
            </a>
          </h3>
          <ul className="last">
            {came.promises.map((promise) => (
              <Promised key={promise.id} promise={promise} own={mayWrite ? own : null} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Logged({ log, to }: { log: LoggedOfEvent; to: string }) {
  const { officer, said, rated, objections } = log;
  return (
    <div className="came-log">
      <p>
        {rated.length === 0 ? <span className="note">No message was rated.</span> : null}
        {rated.map(({ messageNumber, score, whose }) => (
          <span key={`${messageNumber} ${whose}`} className="where-left">
            <MessageNumber n={messageNumber} /> <Reception score={score} /> {whose}
          </span>
        ))}
      </p>
      {said === "" ? null : <p className="came-said">{said}</p>}
      {objections.length === 0 ? null : (
        <p>
          Raised:{" "}
          {objections
            .map(({ said: text, isAnswered }) => `${text}${isAnswered ? " (answered)" : ""}`)
            .join("; ")}
        </p>
      )}
      <p className="note">
        Logged by {officer}. <a href={to}>Full log</a>
      </p>
    </div>
  );
}

function Promised({
  promise,
  own,
}: {
  promise: PromiseOfEvent;
  /** The event's page, for whoever may write. */
  own: string | null;
}) {
  const { id, text, promisedBy, owner, dueOn, isDone } = promise;
  return (
    <li>
      {isDone ? <State kind="ok">Done</State> : <Due dueOn={dueOn} />}{" "}
      {promisedBy === "us" ? "We will" : "They will"}: {text}
      {owner === null ? null : <span className="note"> {owner}</span>}{" "}
      {own !== null && promisedBy === "us" && !isDone ? <MarkAsSent own={own} id={id} what={text} /> : null}
    </li>
  );
}
