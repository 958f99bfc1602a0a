import type { ReactNode } from "react";
import { BesideThePaper } from "#app/campaign/past-statements/before-you-say-it.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes, useToday } from "#app/ui/two-clocks.tsx";
import { PaperChecks } from "../../checks/pages/paper-checks.tsx";
import { OnPaper, RecordsPrinting } from "../../copies/paper-copies.tsx";
import type { TypedForm } from "../../pages/paper-acts.ts";
import { PaperStatus } from "../../pages/paper-status.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { ClearanceAnswer, ReportRelease } from "./clearance-answer.tsx";
import { ClearanceComments } from "./clearance-comments.tsx";
import { WhoMustAgree } from "./clearance-send.tsx";
import { ClearanceStep, Step } from "./clearance-step.tsx";

/** Beside the paper: whether it is cleared, who must agree, comments, what to check, its versions. */
export function PaperClearance({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  const copies = addressOf.copies(view.campaignId, view.paper.id);
  return (
    <aside className="paper-checks" aria-label="Clearance and checks">
      <section aria-labelledby="clearance">
        <h2 id="clearance">Clearance</h2>
        <div data-renewed="status">
          <PaperStatus view={view} />
        </div>
        <ReportRelease view={view} typed={typed} />
        <ClearancePath view={view} />
        <ClearanceAnswer view={view} typed={typed} />
        <WhoMustAgree view={view} typed={typed} />
      </section>
      <ClearanceComments view={view} typed={typed} />
      {view.before === null ? null : <BesideThePaper before={view.before} />}
      <PaperChecks view={view} />
      <PaperVersions view={view} />
      <OnPaper copies={view.copies} hash={view.hash} all={copies} />
      <RecordsPrinting at={copies} />
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <details>
          <summary>
            {view.hasMoreChanges ? "The newest " : ""}
            {counted(view.changes.length, "change")}
          </summary>
          <History changes={view.changes} labels={LABELS} hasMore={view.hasMoreChanges} />
        </details>
      </section>
    </aside>
  );
}

const LABELS = {
  text: "Words",
  stage: "Stage",
  stage_reason: "Reasons",
  origin_kind: "Origin",
} as const;

/** The frozen versions, newest first, each to be laid beside the one before it. */
function PaperVersions({ view }: { view: PaperView }) {
  const { versions, paper, campaignId, hash } = view;
  const today = useToday();
  const compare = addressOf.comparePaper(campaignId, paper.id);
  const [latest] = versions;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      {latest === undefined ? (
        <p className="note">A version is kept every time the paper is sent, cleared, released or used.</p>
      ) : null}
      <ul className="paper-versions">
        {latest !== undefined && latest.hash !== hash ? (
          <li>
            <span>
              <b>Now</b>, not yet sent
            </span>
            <a href={`${compare}?from=${latest.number}&to=now`}>Compare with {latest.number}</a>
          </li>
        ) : null}
        {versions.map((version, index) => (
          <li key={version.number}>
            <span>
              <b>{version.number}</b> {formatDay(dateIn(version.madeAt, WASHINGTON), today)}, {version.madeBy}
              , {version.reason}
              {paper.stage === "used" && version.hash === hash && index === 0 ? (
                <>
                  {" "}
                  <State kind="ok">Used</State>
                </>
              ) : null}
            </span>
            {versions[index + 1] === undefined ? (
              <a href={`${compare}?from=${version.number}&to=${version.number}`}>View</a>
            ) : (
              <a href={`${compare}?from=${versions[index + 1]?.number}&to=${version.number}`}>Compare</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way of the paper so far: who was asked, by when each desk must answer, and what it has answered. */
function ClearancePath({ view }: { view: PaperView }) {
  const { paper, briefDueAt, clearance } = view;
  return (
    <>
      <ol className="path">
        <Step state="is-done" title="Drafted" by={`by ${paper.draftedBy.name}`}>
          <At at={paper.startedAt} />
        </Step>
        {clearance.round.map((request) => (
          <ClearanceStep key={request.id} request={request} view={view} />
        ))}
        {briefDueAt === null ? null : (
          <Step state={paper.stage === "used" ? "is-done" : ""} title="Brief due" by="">
            <At at={briefDueAt} />
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
      <summary>Earlier requests ({earlier.length})</summary>
      <p className="note">Those answers were about the text as it was at the time.</p>
      <ol className="path">
        {earlier.map((request) => (
          <ClearanceStep key={request.id} request={request} view={view} />
        ))}
      </ol>
    </details>
  );
}

function At({ at }: { at: Date }): ReactNode {
  return (
    <span className="note">
      <TwoTimes at={at} />
    </span>
  );
}
