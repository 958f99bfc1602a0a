import { inWords } from "#app/text/in-words.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { State } from "#app/ui/marks.tsx";
import type { Doubt } from "../one-line/doubts.ts";
import type { LineReading } from "./plan-page.server.ts";

/** The event in one line. The button reads it; with the script it is read while it is typed. */
export function PlanLine({
  line,
  error,
  start,
  action,
  isFirst,
}: {
  line: string;
  error: string | null;
  start: string;
  action: string;
  /** The page opens here; one that answers a form does not. */
  isFirst: boolean;
}) {
  return (
    <div className="plan-line">
      <TextInput
        name="line"
        label="In one line"
        hint="SFRC staff, tue 14:00, 45 min, msg 2 3, @jana"
        value={line}
        error={error}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="auto"
        enterKeyHint="go"
        autoFocus={isFirst}
      />
      <input type="hidden" name="start-from" value={start} />
      <div data-renewed="line-before">
        {/* Of one that is too long nothing was read, and an address has no room for it twice. */}
        <input type="hidden" name="lineBefore" value={error === null ? line : ""} />
      </div>
      <button type="submit" formMethod="get" formAction={action} className="button" data-read-line>
        Fill in the form
      </button>
    </div>
  );
}

/** What the line was understood to say, what it leaves open, and what it is not understood to say. */
export function Reading({
  reading,
  when,
  action,
}: {
  reading: LineReading | null;
  when: string | null;
  action: string;
}) {
  const isInDoubt = reading?.isInDoubt ?? false;
  return (
    <div
      data-renewed="reading"
      data-in-doubt={isInDoubt ? "yes" : "no"}
      data-words={reading === null ? "" : inOneSentence(reading, when)}
    >
      {reading === null ? null : (
        <div className="plan-reading">
          <p>
            {reading.understood.length === 0 ? (
              "Not understood yet."
            ) : (
              <>
                <State kind={isInDoubt ? "warn" : "ok"}>Understood</State> {reading.understood.join(" · ")}
              </>
            )}
          </p>
          {reading.doubts.map((doubt) => (
            <DoubtLine key={`${doubt.text} ${doubt.question}`} doubt={doubt} action={action} />
          ))}
          {reading.notUnderstood.map(({ text, why }) => (
            <p key={text}>
              <State kind="bad">Not understood</State> “{text}”. {why}.
            </p>
          ))}
          {reading.meantWhole.length === 0 ? null : (
            <p className="note">
              {inWords(reading.meantWhole)}: both sides, as chosen before.{" "}
              <a href={action.replace(/new$/, "both-sides")}>Ask again</a>
            </p>
          )}
          {reading.byHand.length === 0 ? null : (
            <p>
              <State kind="off">Kept as you set it</State> {reading.byHand.join(", ")}. The line says
              otherwise.
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** All of it for whoever listens. */
function inOneSentence({ understood, doubts, notUnderstood }: LineReading, when: string | null): string {
  return [
    understood.length === 0 ? "" : `Understood: ${understood.join(", ")}`,
    when ?? "",
    ...doubts.map(({ text, question }) => `Unclear: ${text}. ${question}`),
    ...notUnderstood.map(({ text }) => `Not understood: ${text}`),
  ]
    .filter((words) => words !== "")
    .join(". ")
    .replaceAll("?. ", "? ");
}

/** A question, and a button for each answer: it writes the answer into the line. */
function DoubtLine({ doubt: { text, question, choices }, action }: { doubt: Doubt; action: string }) {
  return (
    <div className="doubt">
      <p>
        <State kind="warn">Unclear</State> “{text}”: {question}
      </p>
      <p className="acts doubt-acts">
        {choices.map(({ label, line }) => (
          <button
            key={label}
            type="submit"
            name="clear"
            value={line}
            formMethod="get"
            formAction={action}
            className="button"
          >
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}
