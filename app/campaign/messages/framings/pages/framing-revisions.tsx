import { momentInWords } from "#app/time/two-clocks.ts";
import { State } from "#app/ui/marks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { statusInWords } from "../../message-words.ts";
import type { FramingRevisionWithClearance } from "../framing-list.server.ts";
import type { FramingView } from "./framing-view.server.ts";

/** Every wording of a framing, the newest first, with the words that changed from the one before. */
export function FramingRevisions({ view: { revisions, homeZone } }: { view: FramingView }) {
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">Revisions</h2>
      <ol className="history">
        {revisions.map((revision, index) => (
          <Entry
            key={revision.id}
            revision={revision}
            before={revisions[index + 1] ?? null}
            homeZone={homeZone}
          />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  revision,
  before,
  homeZone,
}: {
  revision: FramingRevisionWithClearance;
  before: FramingRevisionWithClearance | null;
  homeZone: string;
}) {
  const { clearance } = revision;
  const state = clearance === null ? null : statusInWords({ status: "cleared", clearance });
  return (
    <li>
      <b>Revision {revision.number}</b>{" "}
      {state === null ? null : <State kind={state.kind}>{state.words}</State>}
      <br />
      {revision.reason}
      <br />
      <span className="note">
        {revision.madeByName}, {momentInWords(new Date(revision.madeAt), homeZone)}
      </span>
      <p className="diff prewrap">
        {before === null ? revision.text : <WordDiff from={before.text} to={revision.text} />}
      </p>
    </li>
  );
}
