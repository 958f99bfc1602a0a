import { State } from "#app/ui/marks.tsx";
import { statusInWords } from "../message-words.ts";
import type { RevisionWithClearance } from "../revisions.server.ts";
import type { WordingAtEvent, WordingInPaper } from "../uses.server.ts";
import { EventUse } from "./uses-lists.tsx";

type Uses = {
  papers: readonly WordingInPaper[];
  events: readonly WordingAtEvent[];
  base: string;
  homeZone: string;
};

/** Every wording of a message, the newest first, with the papers that have it and the events at which it was said. */
export function WordingUses({ revisions, ...uses }: Uses & { revisions: readonly RevisionWithClearance[] }) {
  const framed = uses.papers.filter((paper) => paper.framedFor !== null);
  return (
    <>
      {revisions.map((revision) => (
        <RevisionUses key={revision.id} revision={revision} {...uses} />
      ))}
      {framed.length === 0 ? null : (
        <section aria-labelledby="framed">
          <h2 id="framed">In a framing for one audience</h2>
          <ul className="uses">
            {framed.map((paper) => (
              <li key={`${paper.id} ${paper.revisionId}`}>
                <a href={`${uses.base}/talking-points/${paper.id}`}>{paper.title}</a>{" "}
                <span className="note">
                  for {paper.framedFor}, revision {paper.number}, {paper.stage}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RevisionUses({
  revision,
  papers,
  events,
  base,
  homeZone,
}: Uses & { revision: RevisionWithClearance }) {
  const { id, number, clearance } = revision;
  const inPapers = papers.filter((paper) => paper.revisionId === id && paper.framedFor === null);
  const atEvents = events.filter((event) => event.revisionId === id);
  const uses = atEvents[0]?.uses ?? 0;
  const state = clearance === null ? null : statusInWords({ status: "cleared", clearance });
  return (
    <section aria-labelledby={`revision-${number}`}>
      <h2 id={`revision-${number}`}>Revision {number}</h2>
      {state === null ? (
        <State kind="warn">Not cleared</State>
      ) : (
        <State kind={state.kind}>{state.words}</State>
      )}
      {inPapers.length + atEvents.length === 0 ? (
        <p className="empty">No paper has it, and no outcome says that it was used.</p>
      ) : null}
      <ul className="uses">
        {inPapers.map((paper) => (
          <li key={paper.id}>
            <a href={`${base}/talking-points/${paper.id}`}>{paper.title}</a>{" "}
            <span className="note">talking points, {paper.stage}</span>
          </li>
        ))}
        {atEvents.map((event) => (
          <EventUse key={event.id} event={event} base={base} homeZone={homeZone} />
        ))}
      </ul>
      {uses > atEvents.length ? (
        <p className="note">
          Said at {uses} events; the newest {atEvents.length} are shown.
        </p>
      ) : null}
    </section>
  );
}
