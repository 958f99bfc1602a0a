import { type Wording, wordingOf } from "#app/domain/talking-points/cleared-wording.ts";
import { footnoteNumbers, isStale } from "#app/domain/talking-points/footnotes.ts";
import type { Block } from "#app/domain/talking-points/talking-points.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { BlockTools } from "./block-tools.tsx";
import type { PaperView } from "./paper-view.server.ts";
import type { TypedForm } from "./typed-form.ts";

/** One block of the paper: its words, its marks, and its own forms. */
export function PaperBlock({
  block,
  view,
  typed,
  isFirst,
  isLast,
}: {
  block: Block;
  view: PaperView;
  typed: TypedForm | null;
  isFirst: boolean;
  isLast: boolean;
}) {
  const wording = wordingOf(block, view.wordings.find((one) => one.blockId === block.id) ?? null);
  const isUnsourced = block.section === "points to make" && block.footnotes.length === 0;
  const isTroubled =
    isUnsourced ||
    block.footnotes.some((footnote) => isStale(footnote, view.today)) ||
    wording.wording === "changed at its origin";
  return (
    <li className={isTroubled ? "blk bad" : "blk"} id={block.id}>
      {block.heading === "" ? null : <b className="heading">{block.heading}</b>}
      <span className="words">{block.text}</span>
      {footnoteNumbers(view.numbered, block.footnotes).map((number) => (
        <sup key={number}>
          <a href={`#f${number}`} aria-label={`Source ${number}`}>
            {number}
          </a>
        </sup>
      ))}
      <div className="tool">
        <Marks block={block} wording={wording} isUnsourced={isUnsourced} view={view} />
        {view.mayWrite ? (
          <BlockTools block={block} view={view} typed={typed} isFirst={isFirst} isLast={isLast} />
        ) : null}
      </div>
    </li>
  );
}

function Marks({
  block,
  wording,
  isUnsourced,
  view,
}: {
  block: Block;
  wording: Wording;
  isUnsourced: boolean;
  view: PaperView;
}) {
  return (
    <>
      {isUnsourced ? <State kind="warn">No source</State> : null}
      {block.footnotes.map((footnote) =>
        isStale(footnote, view.today) ? (
          <State key={footnote.proofPointId} kind="bad">
            {footnote.code} is stale
          </State>
        ) : null,
      )}
      <WordingMark block={block} wording={wording} view={view} />
    </>
  );
}

function WordingMark({ block, wording, view }: { block: Block; wording: Wording; view: PaperView }) {
  switch (wording.wording) {
    case "cleared wording":
      return null;
    case "own words":
      return <State kind="off">Own words</State>;
    case "not cleared at its origin":
      return <State kind="off">Not cleared in the library</State>;
    case "altered":
      return (
        <details className="was">
          <summary>Altered here</summary>
          <WordDiff from={wording.originText} to={block.text} />
        </details>
      );
    case "changed at its origin":
      return (
        <>
          <State kind="warn">Wording has changed since</State>
          {view.mayWrite ? (
            <ButtonForm
              action="?"
              label="Use the new one"
              className="linklike"
              version={view.paper.blockVersions[block.id] ?? null}
              fields={{ intent: "use the new wording", block: block.id }}
            />
          ) : null}
          <details className="was">
            <summary>What is new</summary>
            <WordDiff from={block.text} to={wording.current.text} />
          </details>
        </>
      );
  }
}
