import { counted } from "#app/text/in-words.ts";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { type Warning, warningsOf } from "../../pages/paper-warnings.ts";

/** What to know before the paper is used, each with its block, and how long it takes to say. */
export function PaperChecks({ view }: { view: PaperView }) {
  const { checks, numbered } = view;
  const areCurrent = numbered.length > 0 && !checks.some((one) => one.check === "stale source");
  return (
    <section aria-labelledby="checks" data-renewed="checks">
      <h2 id="checks">Checks</h2>
      <ul className="list">
        {warningsOf(checks).map((warning) => (
          <li key={warning.words}>
            <State kind={warning.kind}>{warning.words}</State>
            <Places warning={warning} />
          </li>
        ))}
        {areCurrent ? (
          <li>
            <State kind="ok">
              {numbered.length === 1 ? "The proof point is" : `All ${numbered.length} proof points are`}{" "}
              current
            </State>
          </li>
        ) : null}
        <ReadingTime view={view} />
      </ul>
    </section>
  );
}

function Places({ warning: { at } }: { warning: Warning }) {
  if (at.length === 0) return null;
  return (
    <ul className="places">
      {at.map(({ blockId, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
        <li key={index}>
          <a href={`#${blockId}`}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

function ReadingTime({ view: { minutes, slotMinutes } }: { view: PaperView }) {
  const isTooLong = slotMinutes !== null && minutes > slotMinutes;
  return (
    <li>
      <State kind={isTooLong ? "bad" : "ok"}>
        Reads aloud in {aboutMinutes(minutes)}
        {slotMinutes === null ? "" : ` of ${slotMinutes}`}
      </State>
    </li>
  );
}

function aboutMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 1 ? "under a minute" : `about ${counted(whole, "minute")}`;
}
