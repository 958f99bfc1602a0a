import { BesideThePaper } from "#app/campaign/tellings/before-you-say-it.tsx";
import { History } from "#app/ui/history.tsx";
import { PaperChecks } from "../../checks/pages/paper-checks.tsx";
import { OnPaper, RecordsPrinting } from "../../copies/paper-copies.tsx";
import { PaperStatus } from "../../pages/paper-status.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { plural } from "../../pages/paper-warnings.ts";
import type { TypedForm } from "../../pages/typed-form.ts";
import { PaperVersions } from "../../versions/pages/paper-versions.tsx";
import { ClearanceAnswer } from "./clearance-answer.tsx";
import { ClearanceComments } from "./clearance-comments.tsx";
import { ClearancePath } from "./clearance-path.tsx";
import { ReportRelease } from "./clearance-release.tsx";
import { WhoMustAgree } from "./clearance-send.tsx";

/** Beside the paper: whether it is cleared, who must agree, comments, what to check, its versions. */
export function PaperClearance({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  const copies = `/c/${view.campaignId}/talking-points/${view.paper.id}/copies`;
  return (
    <aside className="chk" aria-label="Clearance and checks">
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
      {view.before === null ? null : <BesideThePaper before={view.before} today={view.today} />}
      <PaperChecks view={view} />
      <PaperVersions view={view} />
      <OnPaper copies={view.copies} hash={view.hash} today={view.today} all={copies} />
      <RecordsPrinting at={copies} />
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <details>
          <summary>
            {view.hasMoreChanges ? "The newest " : ""}
            {plural(view.changes.length, "change")}
          </summary>
          <History
            changes={view.changes}
            labels={LABELS}
            homeZone={view.homeZone}
            hasMore={view.hasMoreChanges}
          />
        </details>
      </section>
    </aside>
  );
}

const LABELS = {
  text: "Words",
  stage: "On its way",
  stage_reason: "Reasons",
  origin_kind: "Origin",
} as const;
