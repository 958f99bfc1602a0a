import { receptionMeaning, receptionWord, SCORES } from "#app/method/reception.ts";
import { formatDate } from "#app/time/format.ts";
import { Reception } from "#app/ui/marks.tsx";
import type { LastTime } from "../outcome-record.server.ts";
import { ReceptionsInWords } from "./receptions.tsx";

/** Beside the form: what each step means, and what was noted the last time. */
export function ScaleMeaning({ last }: { last: LastTime | null }) {
  return (
    <aside className="scale-meaning" aria-labelledby="scale">
      <h2 id="scale">What the scale means</h2>
      <dl>
        {SCORES.toReversed().map((score) => (
          <div key={score}>
            <dt>
              <Reception score={score} /> <b>{receptionWord(score)}</b>
            </dt>
            <dd className="sub">{receptionMeaning(score)}</dd>
          </div>
        ))}
      </dl>
      <p className="sub">
        Rate what you saw, not what you hoped for. If two of you were there, each can log; differences are
        kept.
      </p>
      {last === null ? null : (
        <p className="note">
          Last time, {formatDate(last.day)}: <ReceptionsInWords receptions={last.receptions} />.
        </p>
      )}
    </aside>
  );
}
