import { unbroken } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import type { JudgedObjective } from "./judged-objective.ts";
import { progress } from "./objective.ts";
import { type ObjectiveWord, valueInWords } from "./objective-word.ts";

/** Where an indicator stands: figure, bar with the mark for today, the word, and why. */
export function ObjectiveFigure({ objective }: { objective: JudgedObjective }) {
  return (
    <>
      <p className="objective-figure">
        {unbroken(objective.figure)} <small>{unbroken(objective.against)}</small>
      </p>
      <Bar objective={objective} />
      <p>
        <State kind={STATES[objective.word]}>{objective.word}</State>
        <br />
        <span className="note objective-note">{unbroken(objective.reason)}</span>
      </p>
    </>
  );
}

const STATES: Readonly<Record<ObjectiveWord, "ok" | "warn" | "bad" | "off">> = {
  Met: "ok",
  "On course": "ok",
  "Likely to fall short": "warn",
  Behind: "bad",
  "No reading yet": "off",
};

/** From the baseline at the left to the target at the right: filled as far as it was read, or the likely range of an estimate. */
function Bar({ objective }: { objective: JudgedObjective }) {
  const { reading, expected } = objective;
  const along = (value: number) => 100 * progress(objective, value);
  const ends = (reading?.range ? [along(reading.range.lower), along(reading.range.upper)] : []).toSorted(
    (a, b) => a - b,
  );
  const [from = 0, to = 0] = ends;
  const at = reading === null ? 0 : along(reading.value);
  return (
    <div className="progress-bar" role="img" aria-label={barLabel(objective)}>
      {ends.length === 0 ? (
        <span className="progress-value" style={{ width: `${at.toFixed(1)}%` }} />
      ) : (
        <>
          <span
            className="progress-range"
            style={{ left: `${from.toFixed(1)}%`, width: `${(to - from).toFixed(1)}%` }}
          />
          <span className="progress-value progress-dot" style={{ left: `calc(${at.toFixed(1)}% - 2px)` }} />
        </>
      )}
      <span
        className="progress-expected"
        style={{ left: `min(${along(expected).toFixed(1)}%, 100% - 2px)` }}
      />
    </div>
  );
}

function barLabel({ reading, source, baseline, target, expected, figure }: JudgedObjective): string {
  const words = (value: number) => valueInWords(source, value);
  const range = reading?.range ?? null;
  const parts = [
    reading === null ? "No reading" : figure,
    ...(range === null ? [] : [`likely range ${words(range.lower)} to ${words(range.upper)}`]),
    `from ${words(baseline)} to ${words(target)}`,
    `${words(expected)} expected by today`,
  ];
  return parts.join("; ");
}
