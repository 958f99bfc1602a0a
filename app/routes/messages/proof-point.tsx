import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { answerProofPointAct } from "./answer-proof-point-act.server.ts";
import styles from "./message.css?url";
import { ProofPointFacts } from "./proof-point-facts.tsx";
import { type ProofPointView, readProofPointView } from "./proof-point-view.server.ts";
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
      <ErrorSummary errors={refused?.errors} form="still-true" />
      <p className="stmt">{proofPoint.claim}</p>
      {proofPoint.retiredAt === null ? null : <State kind="off">Retired</State>}
      <div className="cols below">
        <div className="stack">
          <ProofPointFacts view={view} />
        </div>
        <div className="stack">
          {mayWrite && proofPoint.retiredAt === null ? (
            <StillTrue
              view={view}
              values={refused?.values ?? view.checkValues}
              errors={refused?.errors ?? {}}
            />
          ) : null}
          <StandsIn view={view} />
          <section aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={view.changes} homeZone={view.homeZone} />
          </section>
        </div>
      </div>
    </>
  );
}

function StandsIn({ view: { base, messages, objections, papers } }: { view: ProofPointView }) {
  const places = [
    ...messages.map(({ number, title }) => ({
      to: `${base}/messages/${number}`,
      words: `Message ${number}, ${title}`,
    })),
    ...objections.map(({ code, name }) => ({
      to: `${base}/objections/${code}`,
      words: `Objection ${code}, ${name}`,
    })),
    ...papers.map(({ id, title }) => ({
      to: `${base}/talking-points/${id}`,
      words: `Talking points: ${title}`,
    })),
  ];
  return (
    <section aria-labelledby="stands-in">
      <h2 id="stands-in">Where it stands</h2>
      {places.length === 0 ? <p className="empty">Nothing cites it yet.</p> : null}
      <ul className="uses">
        {places.map(({ to, words }) => (
          <li key={to}>
            <a href={to}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
