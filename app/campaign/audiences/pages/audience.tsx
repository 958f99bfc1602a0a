import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { History } from "#app/ui/history.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { kindHeading } from "../audience-kind.ts";
import { StanceSection } from "../stances/pages/stance-section.tsx";
import styles from "./audience.css?url";
import { AudienceFacts } from "./audience-facts.tsx";
import { AudienceEvents } from "./audience-history.tsx";
import { audiencePage } from "./audience-page.server.ts";
import { AudiencePeople } from "./audience-people.tsx";
import gridStyles from "./audiences.css?url";
import { HeardTable } from "./heard-table.tsx";
import { InfluenceGrid } from "./influence-grid.tsx";

export const links = () => [
  { rel: "stylesheet", href: gridStyles },
  { rel: "stylesheet", href: styles },
];
export const meta = () => pageTitle("Audience");

export const loader = campaignPage("read", audiencePage);

const LABELS = { desired_stance: "Stance we want", read_on: "Read on" };

export default function Audience() {
  const page = useLoaderData<typeof loader>();
  const { audience, campaignId } = page;
  const own = `/c/${campaignId}/audiences/${audience.id}`;
  return (
    <>
      <PageHead
        title={audience.name}
        crumbs={[
          { label: "Audiences", to: `/c/${campaignId}/audiences` },
          { label: kindHeading(audience.kind), to: null },
        ]}
        acts={page.mayWrite ? <Acts own={own} campaignId={campaignId} audienceId={audience.id} /> : null}
      />
      <p className="sum">{page.sentence}</p>
      <AudienceFacts {...page} />
      <div className="cols halves">
        <div className="stack">
          <HeardTable {...page} />
          <AudiencePeople {...page} />
          <AudienceEvents {...page} own={own} />
        </div>
        <div className="stack">
          <StanceSection {...page} own={own} />
          <InfluenceGrid campaignId={campaignId} audiences={page.neighbours} current={audience.id} />
          <section>
            <h2>Changes</h2>
            <History changes={page.changes} labels={LABELS} homeZone={page.homeZone} />
          </section>
        </div>
      </div>
    </>
  );
}

function Acts({ own, campaignId, audienceId }: { own: string; campaignId: string; audienceId: string }) {
  return (
    <>
      <a className="btn" href={`${own}/edit`}>
        Edit
      </a>
      <a className="btn primary" href={`/c/${campaignId}/events/new?audience=${audienceId}`}>
        Plan an event
      </a>
    </>
  );
}
