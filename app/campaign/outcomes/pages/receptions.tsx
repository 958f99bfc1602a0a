import { Fragment } from "react";
import { receptionMeaning, receptionWord, SCORES, signed } from "#app/method/reception-scale.ts";
import { formatDay } from "#app/time/format.ts";
import { MessageNumber, Reception } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { LastTime, RecordedReception } from "../outcome-record.server.ts";

export type RatedMessage = { messageNumber: number; ratings: RecordedReception[] };

/** The receptions of an outcome by message; one for the whole room stands once, whatever audiences were in it. */
export function byMessage(receptions: readonly RecordedReception[]): RatedMessage[] {
  const numbers = [...new Set(receptions.map(({ messageNumber }) => messageNumber))];
  return numbers.map((messageNumber) => {
    const ratings = receptions.filter((reception) => reception.messageNumber === messageNumber);
    const [first] = ratings;
    return { messageNumber, ratings: first?.scope === "room" ? [first] : ratings };
  });
}

/** Whose reception it was: "for the room", the audience, or the person. */
export function whoseReception({ scope, audience, contact }: RecordedReception): string {
  if (scope === "room") return "for the room";
  return scope === "contact" ? (contact?.name ?? "one person") : audience.name;
}

/** "message 3: +1 for the room; message 2: −1 Majority, 0 Minority" */
function ReceptionsInWords({ receptions }: { receptions: readonly RecordedReception[] }) {
  return byMessage(receptions).map(({ messageNumber, ratings }, index) => (
    <Fragment key={messageNumber}>
      {index === 0 ? "" : "; "}message {messageNumber}:{" "}
      {ratings.map((rating, place) => (
        <Fragment key={`${rating.audience.id} ${rating.contact?.id}`}>
          {place === 0 ? "" : ", "}
          {rating.score === null ? "not raised" : <b>{signed(rating.score)}</b>}
          {rating.score === null && rating.scope === "room" ? "" : ` ${whoseReception(rating)}`}
        </Fragment>
      ))}
    </Fragment>
  ));
}

/** The receptions of an outcome on one line of a list: the number of each message with its marks. */
export function ReceptionMarks({ receptions }: { receptions: readonly RecordedReception[] }) {
  return (
    <span className="marks">
      {byMessage(receptions).map(({ messageNumber, ratings }) => (
        <span key={messageNumber}>
          <MessageNumber n={messageNumber} />{" "}
          {ratings.map((rating) =>
            rating.score === null ? (
              <span key={`${rating.audience.id} ${rating.contact?.id}`} className="note">
                not raised
              </span>
            ) : (
              <Reception key={`${rating.audience.id} ${rating.contact?.id}`} score={rating.score} />
            ),
          )}
        </span>
      ))}
    </span>
  );
}

/** Beside the form: what each step means, and what was noted the last time. */
export function ScaleMeaning({ last }: { last: LastTime | null }) {
  const today = useToday();
  return (
    <aside className="scale-meaning" aria-labelledby="scale">
      <h2 id="scale">What the scale means</h2>
      <dl>
        {SCORES.toReversed().map((score) => (
          <div key={score}>
            <dt>
              <Reception score={score} /> <b>{receptionWord(score)}</b>
            </dt>
            <dd className="secondary">{receptionMeaning(score)}</dd>
          </div>
        ))}
      </dl>
      <p className="secondary">
        Rate what you saw, not what you hoped for. If two of you were there, each of you can log it; both logs
        are kept.
      </p>
      {last === null ? null : (
        <p className="note">
          Last time, on {formatDay(last.day, today)}, <ReceptionsInWords receptions={last.receptions} />.
        </p>
      )}
    </aside>
  );
}
