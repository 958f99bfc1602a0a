import type { ChamberRuns } from "./week-model.ts";

const LOOKS = { "in session": "in", away: "out", "not known": "unk" } as const;

/** House and Senate over the days; the same is said in words in the section of each day. `from` is the first day's column. */
export function SessionBands({ sessions, from }: { sessions: readonly ChamberRuns[]; from: number }) {
  return sessions.map(({ chamber, runs }) => (
    <div key={chamber} className="band ses" aria-hidden="true">
      <span className="bl">{chamber}</span>
      {runs.map((run) => (
        <span
          key={run.from}
          className={LOOKS[run.standing]}
          style={{ gridColumn: `${run.from + from} / ${run.to + from + 1}` }}
        >
          {run.words}
        </span>
      ))}
    </div>
  ));
}
