import { receptionWord } from "#app/method/reception-scale.ts";
import { twoClocks } from "#app/time/format.ts";
import { MessageNumber, Reception, State } from "#app/ui/marks.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { OutcomeRecord, RecordedObjection } from "../outcome-record.server.ts";
import { byMessage, type RatedMessage, whoseReception } from "./receptions.tsx";

/** What one officer logged; beside another's, where two were there. */
export function LoggedOutcome({ outcome, editTo }: { outcome: OutcomeRecord; editTo: string | null }) {
  const { washington, home } = twoClocks(new Date(outcome.loggedAt), useHomeZone(), useToday());
  return (
    <section className="logged" aria-labelledby={`log-${outcome.id}`}>
      <h2 id={`log-${outcome.id}`}>
        {outcome.officer.name}
        {editTo === null ? null : (
          <a className="more" href={editTo}>
            Change
          </a>
        )}
      </h2>
      <p className="note">
        Logged {washington} in Washington, {home}. Ground rule: {outcome.groundRule}.
      </p>
      {outcome.receptions.length === 0 ? <p className="empty">No message was rated.</p> : null}
      {byMessage(outcome.receptions).map((rated) => (
        <Rated key={rated.messageNumber} rated={rated} />
      ))}
      <Objections objections={outcome.objections} />
      <Said title="What was said" text={outcome.said} />
      <Said title="Answer to our ask" text={outcome.askAnswer} />
      <Said title="Our impression" text={outcome.impression} />
      <Said title="Our assessment" text={outcome.assessment} />
    </section>
  );
}

function Rated({ rated: { messageNumber, ratings } }: { rated: RatedMessage }) {
  return (
    <div className="rated">
      <h3>
        <MessageNumber n={messageNumber} /> {ratings[0]?.messageTitle}
      </h3>
      <ul>
        {ratings.map((rating) => (
          <li key={`${rating.audience.id} ${rating.contact?.id}`}>
            {rating.score === null ? (
              <State kind="off">Not raised</State>
            ) : (
              <>
                <Reception score={rating.score} /> <b>{receptionWord(rating.score)}</b>{" "}
                {whoseReception(rating)}, {rating.wording}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Objections({ objections }: { objections: readonly RecordedObjection[] }) {
  if (objections.length === 0) return null;
  return (
    <div className="rated">
      <h3>They objected</h3>
      <ul>
        {objections.map(({ code, name, text, isAnswered }) => (
          <li key={`${code} ${text}`}>
            {name ?? text}{" "}
            <span className="note">
              {code ?? "new"}, {isAnswered ? "answered" : "not answered"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <div className="rated">
      <h3>{title}</h3>
      <p className="outcome-said">{text}</p>
    </div>
  );
}
