import type { Block } from "#app/campaign/paper-text/paper.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { Words } from "../checks/pages/words.tsx";
import type { Wording } from "../shelves/wording-against-origin.ts";
import { wordDifference, wordsWorthComparing } from "../versions/word-difference.ts";
import type { PaperView } from "./paper-view.server.ts";

type Props = { block: Block; wording: Wording; view: PaperView };

/** What a block's words are, measured against where they came from, and what can be done about it. */
export function WordingMark({ block, wording, view }: Props) {
  switch (wording.wording) {
    case "cleared wording":
      return <Framings block={block} view={view} />;
    case "facts of the record":
      return <State kind="off">From the event’s record</State>;
    case "own words":
      return <State kind="off">The drafter’s own words</State>;
    case "note to the speaker":
      return <Note block={block} words={wording.current?.text ?? null} view={view} />;
    case "not cleared at its origin":
      return <State kind="off">Not cleared in the library</State>;
    case "own heading":
      return <State kind="off">Under the drafter’s own heading</State>;
    case "cleared for the embassy only":
      return <State kind="off">Cleared for the embassy only</State>;
    case "altered":
      return (
        <details className="wording-was">
          <summary>Altered here</summary>
          <WordDiff from={wording.originText} to={block.text} />
        </details>
      );
    case "changed at its origin":
      return <Changed block={block} text={wording.current.text} view={view} />;
  }
}

/** Guidance that a paper took over before replies had words to say. */
function Note({ block, words, view }: { block: Block; words: string | null; view: PaperView }) {
  return (
    <>
      <State kind="warn">Note to the speaker, not to be said</State>
      {words === null ? (
        <span className="note">The library does not yet have cleared words to say instead.</span>
      ) : (
        <>
          <UseNewWording block={block} label="Use the cleared words instead" view={view} />
          <p className="note prewrap">{words}</p>
        </>
      )}
    </>
  );
}

function UseNewWording({ block, label, view }: { block: Block; label: string; view: PaperView }) {
  if (!view.mayEdit) return null;
  return (
    <ButtonForm
      action="?"
      label={label}
      className="linklike"
      version={view.paper.blockVersions[block.id] ?? null}
      fields={{ intent: "use the new wording", block: block.id }}
    />
  );
}

function Changed({ block, text, view }: { block: Block; text: string; view: PaperView }) {
  const most = wordsWorthComparing(view.paper.text.blocks.length);
  const parts = wordDifference(block.text, text, most);
  return (
    <>
      <State kind="warn">Wording has changed since</State>
      <UseNewWording block={block} label="Use the new wording" view={view} />
      <details className="wording-was">
        <summary>Compare the two</summary>
        <div className="both">
          <div>
            <p className="note">In this paper</p>
            <Words parts={parts} without="added" />
          </div>
          <div>
            <p className="note">{block.origin.kind === "event record" ? "On record now" : "Cleared now"}</p>
            <Words parts={parts} without="removed" />
          </div>
        </div>
      </details>
    </>
  );
}

/** The same message in the words that were cleared for somebody who will be in the room. */
function Framings({ block, view }: { block: Block; view: PaperView }) {
  const { origin, section } = block;
  if (origin.kind !== "key message" || section !== "points to make" || !view.mayEdit) return null;
  return view.framings
    .filter((framing) => framing.messageId === origin.id)
    .map((framing) => (
      <ButtonForm
        key={framing.framingId}
        action="?"
        label={`Use the framing for ${framing.audienceName}`}
        className="linklike"
        version={view.paper.blockVersions[block.id] ?? null}
        fields={{ intent: "use the framing", block: block.id, framing: framing.framingId }}
      />
    ));
}
