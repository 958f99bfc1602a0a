import { useLoaderData } from "@remix-run/react";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { listProofPoints } from "#db/queries/proof-point-list.server.ts";
import styles from "./message.css?url";
import { ProofPointTable } from "./proof-point-table.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Proof points");

export const loader = campaignPage("read", async ({ database, campaign, now, may }) => {
  const all = await listProofPoints(database.read, campaign.id, { retired: true });
  return {
    base: `/c/${campaign.id}`,
    today: dateIn(now, WASHINGTON),
    mayWrite: may("write"),
    proofPoints: all.filter((proofPoint) => proofPoint.retiredAt === null),
    retired: all.filter((proofPoint) => proofPoint.retiredAt !== null),
  };
});

export default function ProofPoints() {
  const { base, today, mayWrite, proofPoints, retired } = useLoaderData<typeof loader>();
  const add = (
    <a className="btn primary" href={`${base}/proof-points/new`}>
      Add a proof point
    </a>
  );
  return (
    <>
      <PageHead
        title="Proof points"
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Proof points", to: null },
        ]}
        acts={mayWrite ? add : null}
      />
      {proofPoints.length === 0 ? (
        <p className="empty">The facts that messages and replies stand on, each with its source and date.</p>
      ) : (
        <ProofPointTable proofPoints={proofPoints} base={base} today={today} />
      )}
      {retired.length === 0 ? null : (
        <section aria-labelledby="retired" className="below">
          <h2 id="retired">Retired</h2>
          <ProofPointTable proofPoints={retired} base={base} today={today} />
        </section>
      )}
    </>
  );
}
