import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { reviewInWords } from "../../message-words.ts";
import styles from "../../pages/message.css?url";
import { type ProofPointView, readProofPointView } from "../proof-point-view.server.ts";
import { answerProofPointAct } from "./answer-proof-point-act.server.ts";
import { ProofPointFacts } from "./proof-point-facts.tsx";
import { Checks, EndForms, StandsIn } from "./proof-point-record.tsx";
import { StillTrue } from "./still-true.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: ProofPointView | undefined }) =>
  pageTitle(`Proof point ${data?.proofPoint.code ?? ""}`);
export const loader = campaignPage("read", readProofPointView);
export const action = campaignAction("write", answerProofPointAct);

export default function ProofPointPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { base, proofPoint, mayWrite } = view;
  const edit = (
    <a className="btn" href={`${base}/proof-points/${proofPoint.code}/edit`}>
      Edit
    </a>
  );
  return (
    <>
      <PageHead
        title={`Proof point ${proofPoint.code}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Proof points", to: `${base}/proof-points` },
          { label: proofPoint.code, to: null },
        ]}
        acts={mayWrite ? edit : null}
      />
      <ErrorSummary errors={refused?.errors} form={`still-true-${proofPoint.code}`} />
      <p className="stmt">{proofPoint.claim}</p>
      <Marks view={view} />
      <div className="cols below">
        <div className="stack">
          <ProofPointFacts view={view} />
        </div>
        <div className="stack">
          {mayWrite && proofPoint.retiredAt === null ? (
            <section aria-labelledby="checked">
              <h2 id="checked">Is it still true?</h2>
              <StillTrue
                proofPoint={proofPoint}
                base={base}
                values={refused?.values ?? view.checkValues}
                errors={refused?.errors ?? {}}
              />
            </section>
          ) : null}
          <Checks view={view} />
          <StandsIn view={view} />
          {mayWrite ? <EndForms view={view} /> : null}
          <section aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={view.changes} homeZone={view.homeZone} />
          </section>
        </div>
      </div>
    </>
  );
}

/** Retired, stale, internal: what a reader has to know before the claim is used. */
function Marks({ view: { proofPoint, today } }: { view: ProofPointView }) {
  const review = reviewInWords(proofPoint.reviewBy, today);
  return (
    <p className="meta">
      {proofPoint.retiredAt === null ? null : (
        <State kind="off">
          Retired {formatDate(dateIn(new Date(proofPoint.retiredAt), WASHINGTON))}: nothing new cites it
        </State>
      )}
      {review.kind === "bad" ? <State kind="bad">{review.words}</State> : null}
      {proofPoint.disclosure === "internal" ? <State kind="bad">Internal, not to be disclosed</State> : null}
    </p>
  );
}
