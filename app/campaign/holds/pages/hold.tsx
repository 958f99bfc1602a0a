import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { HoldingLineSection } from "../holding-lines/pages/holding-line-section.tsx";
import { answerHoldAct } from "./answer-hold-act.server.ts";
import { HoldDay } from "./hold-day.tsx";
import { HoldHead } from "./hold-head.tsx";
import { type HoldView, readHoldView } from "./hold-view.server.ts";
import styles from "./holds.css?url";
import { LiftForm } from "./lift-form.tsx";
import { OldWording } from "./old-wording.tsx";
import { WhatIsMarked } from "./what-is-marked.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: HoldView | undefined }) =>
  pageTitle(`Hold on message ${data?.hold.message.number ?? ""}`);

export const loader = campaignPage("read", readHoldView);
export const action = campaignAction("read", answerHoldAct);

export default function HoldPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const typed = { values: refused?.values ?? view.kept, errors: refused?.errors ?? {} };
  return (
    <>
      <HoldHead view={view} />
      <ErrorSummary errors={refused?.errors} form={typed.values?.intent?.[0] ?? ""} />
      <div className="holdcols">
        <div className="stack">
          <HoldingLineSection view={view} typed={typed} />
          <OldWording view={view} />
          <WhatIsMarked view={view} />
        </div>
        <aside className="stack" aria-label="Course of the hold">
          <HoldDay view={view} />
          {view.mayLift ? <LiftForm view={view} typed={typed} /> : null}
        </aside>
      </div>
    </>
  );
}
