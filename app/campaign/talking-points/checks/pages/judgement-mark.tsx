import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import type { Block } from "../../talking-points.ts";

/** Says that a block has no source, or is our judgement and needs none; a click changes the one into the other. */
export function JudgementMark({ block, view }: { block: Block; view: PaperView }) {
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
