import type { BriefPoint, BriefReply } from "#app/campaign/outreach-events/brief.ts";
import { MarkedText } from "#app/ui/marked-text.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";

/** The number of each source of the page, by its code. */
export type Numbers = Readonly<Record<string, number>>;

export function TodaysPoints({ points, numbers }: { points: readonly BriefPoint[]; numbers: Numbers }) {
  return (
    <section aria-labelledby="points">
      <h2 id="points">Today’s points</h2>
      {points.length === 0 ? <p>No points to make yet.</p> : null}
      <ol className="brief-points">
        {points.map(({ text, endNotes, messageNumber, marks }) => (
          <li key={text}>
            <p>
              <MarkedText text={text} numberOf={(code) => numbers[code] ?? null} />
              <Footnotes numbers={endNotes} />{" "}
              {messageNumber === null ? null : (
                <>
                  <span className="visually-hidden">Message </span>
                  <MessageNumber n={messageNumber} />
                </>
              )}
            </p>
            <Marks marks={marks} />
          </li>
        ))}
      </ol>
    </section>
  );
}

export function IfRaised({ replies, numbers }: { replies: readonly BriefReply[]; numbers: Numbers }) {
  if (replies.length === 0) return null;
  return (
    <section aria-labelledby="raised">
      <h2 id="raised">If raised</h2>
      <dl className="brief-replies">
        {replies.map(({ objection, words, note, endNotes, isDifficultQuestion, stale }) => (
          <div key={objection}>
            <dt>
              {objection}
              {isDifficultQuestion ? <span className="note">Difficult question: expect it</span> : null}
            </dt>
            <dd>
              <MarkedText text={words} numberOf={(code) => numbers[code] ?? null} />
              <Footnotes numbers={endNotes} /> <Marks marks={stale} />
              {note === "" ? null : (
                <span className="note">
                  {" "}
                  Note to the speaker: <MarkedText text={note} />
                </span>
              )}
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
      <div className="brief-avoid">
        {lines.map((line) => (
          <p key={line}>
            <MarkedText text={line} />
          </p>
        ))}
      </div>
    </section>
  );
}

/** What has to be known before it is said: a hold, a stale source. */
function Marks({ marks }: { marks: readonly string[] }) {
  return marks.map((words) => (
    <State key={words} kind="bad">
      {words}
    </State>
  ));
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
