import type { BriefPoint, BriefReply } from "#app/domain/outreach-events/brief.ts";
import { MessageNumber, State } from "#app/ui/marks.tsx";

export function TodaysPoints({ points }: { points: readonly BriefPoint[] }) {
  return (
    <section aria-labelledby="points">
      <h2 id="points">Today’s points</h2>
      {points.length === 0 ? <p>No talking points yet.</p> : null}
      <ol className="pts">
        {points.map(({ text, footnotes, messageNumber }) => (
          <li key={text}>
            <p>
              {text}
              <Footnotes numbers={footnotes} />{" "}
              {messageNumber === null ? null : (
                <>
                  <span className="vh">Message </span>
                  <MessageNumber n={messageNumber} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function IfRaised({ replies }: { replies: readonly BriefReply[] }) {
  if (replies.length === 0) return null;
  return (
    <section aria-labelledby="raised">
      <h2 id="raised">If raised</h2>
      <dl className="qa">
        {replies.map(({ objection, reply, footnotes, isDifficultQuestion, stale }) => (
          <div key={objection}>
            <dt>
              “{objection}”
              {isDifficultQuestion ? <span className="note">Difficult question. Expect it</span> : null}
            </dt>
            <dd>
              {reply}
              <Footnotes numbers={footnotes} />{" "}
              {stale.map((words) => (
                <State key={words} kind="bad">
                  {words}
                </State>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Avoid({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="avoid">
      <h2 id="avoid">Avoid</h2>
      <div className="avoid">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

function Footnotes({ numbers }: { numbers: readonly number[] }) {
  return numbers.length === 0 ? null : <sup>{inRanges(numbers)}</sup>;
}

/** "1–4, 7": runs of three and more are drawn together. */
function inRanges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(", ") : `${run[0]}–${run.at(-1)}`)).join(", ");
}
