import {
  footnoteNumbers,
  isStale,
  type NumberedFootnote,
  unmarkedFootnotes,
} from "#app/campaign/paper-text/footnotes.ts";
import { type Block, isNoteToSpeaker, messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { FootnoteLink, MarkedText, NoteToSpeaker } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { SaidInstead } from "#app/ui/notices.tsx";
import { type Wording, wordingOf } from "../shelves/wording-against-origin.ts";
import { BlockTools } from "./block-tools.tsx";
import type { TypedForm } from "./paper-acts.ts";
import type { PaperView } from "./paper-view.server.ts";
import { WordingMark } from "./wording-mark.tsx";

type Props = { block: Block; view: PaperView; typed: TypedForm | null; isFirst: boolean; isLast: boolean };

/** One block of the paper: its words, its marks, and its own forms. */
export function PaperBlock({ block, view, typed, isFirst, isLast }: Props) {
  const wording = wordingOf(block, view.wordings.find((one) => one.blockId === block.id) ?? null);
  const held = block.section === "avoid" ? undefined : heldOf(block, view);
  const isTroubled =
    wording.wording === "changed at its origin" ||
    view.checks.some((one) => "block" in one && one.block.id === block.id && one.check !== "wording");
  return (
    <li
      className={isTroubled ? "paper-block is-troubled" : "paper-block"}
      id={block.id}
      data-piece={block.id}
    >
      <div data-renewed={`words ${block.id}`}>
        <SaidInstead held={held} />
        <div className={held === undefined ? undefined : "withheld"}>
          <BlockWords block={block} numbered={view.numbered} />
        </div>
        <NoteToSpeaker note={noteOn(block, view)} />
      </div>
      <div className="block-tools" data-renewed={`marks ${block.id}`}>
        <Marks block={block} wording={wording} view={view} />
      </div>
      <div className="block-tools">
        {view.mayEdit ? (
          <BlockTools block={block} view={view} typed={typed} isFirst={isFirst} isLast={isLast} />
        ) : null}
      </div>
    </li>
  );
}

/** The hold on the message that a block comes from. */
function heldOf({ origin }: Block, { held }: PaperView) {
  const message = messageOfOrigin(origin);
  return held.find(({ messageId }) => messageId === message);
}

/** The library's note beside words to say. */
function noteOn(block: Block, { notes }: PaperView): string {
  const { origin } = block;
  if (origin.kind !== "objection" || isNoteToSpeaker(block)) return "";
  return notes.find(({ id }) => id === origin.id)?.noteToSpeaker ?? "";
}

function Marks({ block, wording, view }: { block: Block; wording: Wording; view: PaperView }) {
  const avoided = view.checks.filter((one) => one.check === "avoided words" && one.block.id === block.id);
  return (
    <>
      <JudgementMark block={block} view={view} />
      {block.footnotes.map((footnote) =>
        isStale(footnote, view.today) ? (
          <State key={footnote.proofPointId} kind="bad">
            {footnote.code} is stale
          </State>
        ) : null,
      )}
      {avoided.map((one) =>
        one.check === "avoided words" ? (
          <State key={one.words} kind="bad">
            Avoid “{one.words}”
          </State>
        ) : null,
      )}
      <WordingMark block={block} wording={wording} view={view} />
    </>
  );
}

/** The words of a block as they are read, each footnote at its mark, those without a mark at the end. */
function BlockWords({ block, numbered }: { block: Block; numbered: readonly NumberedFootnote[] }) {
  const numberOf = (code: string) => numbered.find((one) => one.footnote.code === code)?.number ?? null;
  return (
    <>
      {block.heading === "" ? null : <b className="heading">{block.heading}</b>}
      <span className="block-words">
        <MarkedText text={block.text} numberOf={numberOf} />
      </span>
      {footnoteNumbers(numbered, unmarkedFootnotes(block)).map((number) => (
        <sup key={number}>
          <FootnoteLink number={number} />
        </sup>
      ))}
    </>
  );
}

/** Says that a block has no source, or is our judgement and needs none; a click changes the one into the other. */
function JudgementMark({ block, view }: { block: Block; view: PaperView }) {
  if (block.isJudgement) {
    return (
      <>
        <State kind="off">Our judgement</State>
        <MarkButton block={block} view={view} intent="no judgement" label="It needs a source" />
      </>
    );
  }
  const unsourced = view.checks.find(
    (one) =>
      (one.check === "claim without a source" || one.check === "figure without a source") &&
      one.block.id === block.id,
  );
  if (unsourced === undefined) return null;
  return (
    <>
      <State kind="warn">
        {unsourced.check === "figure without a source" ? "A figure without a source" : "No source"}
      </State>
      <MarkButton block={block} view={view} intent="mark as judgement" label="Mark as judgement" />
    </>
  );
}

function MarkButton({
  block,
  view,
  intent,
  label,
}: {
  block: Block;
  view: PaperView;
  intent: string;
  label: string;
}) {
  if (!view.mayEdit) return null;
  return <ButtonForm action="?" label={label} className="linklike" fields={{ intent, block: block.id }} />;
}
