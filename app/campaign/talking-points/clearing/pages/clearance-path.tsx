import type { ReactNode } from "react";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { ClearanceStep, Step } from "./clearance-step.tsx";

/** The way of the paper so far: who was asked, by when each desk must answer, and what it has answered. */
export function ClearancePath({ view }: { view: PaperView }) {
  const { paper, briefDueAt, homeZone, clearance } = view;
  return (
    <>
      <ol className="path">
        <Step state="is-done" title="Drafted" by={`by ${paper.draftedBy.name}`}>
          <At at={paper.startedAt} homeZone={homeZone} />
        </Step>
        {clearance.round.map((request) => (
          <ClearanceStep key={request.id} request={request} view={view} />
        ))}
        {briefDueAt === null ? null : (
          <Step state={paper.stage === "used" ? "is-done" : ""} title="Brief due" by="">
            <At at={briefDueAt} homeZone={homeZone} />
          </Step>
        )}
      </ol>
      <EarlierSendings view={view} />
    </>
  );
}

/** Answers count for one text: what was answered about another stays to be read, and counts no more. */
function EarlierSendings({ view }: { view: PaperView }) {
  const { earlier } = view.clearance;
  if (earlier.length === 0) return null;
  return (
    <details className="noprint">
      <summary>Earlier sendings, {earlier.length} requests</summary>
      <p className="note">What was answered then was about the text as it was sent then.</p>
      <ol className="path">
        {earlier.map((request) => (
          <ClearanceStep key={request.id} request={request} view={view} />
        ))}
      </ol>
    </details>
  );
}

function At({ at, homeZone }: { at: Date; homeZone: string }): ReactNode {
  return (
    <span className="note">
      <TwoTimes at={at} homeZone={homeZone} />
    </span>
  );
}
