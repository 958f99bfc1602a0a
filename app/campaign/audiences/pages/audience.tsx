import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { lowered } from "#app/text/in-words.ts";
import { History } from "#app/ui/history.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { kindHeading } from "../audience-kind.ts";
import { audienceRecord } from "../record.ts";
import { STANCE_FRAME, StanceFigure } from "../stances/pages/stance-figure.tsx";
import { ReadingsTable } from "../stances/readings-table.tsx";
import { stanceSentence } from "../stances/stance.ts";
import { stanceChart } from "../stances/stance-chart.ts";
import type { StoredReading } from "../stances/stance-readings.server.ts";
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

const LABELS = { ...audienceRecord.columns, read_on: "Date of reading" };

export default function Audience() {
  const page = useLoaderData<typeof loader>();
  const { audience, campaignId } = page;
  const own = addressOf.audience(campaignId, audience.id);
  return (
    <>
      <PageHead
        title={audience.name}
        crumbs={[{ label: "Audiences", to: addressOf.audiences(campaignId) }, kindHeading(audience.kind)]}
        acts={
          page.mayWrite ? (
            <a className="button" href={`${own}/edit`}>
              Edit
            </a>
          ) : null
        }
        next={
          page.mayWrite
            ? { label: "Plan an event", to: `${addressOf.newEvent(campaignId)}?audience=${audience.id}` }
            : null
        }
      />
      <p className="audience-sum">{page.sentence}</p>
      <AudienceFacts {...page} />
      <div className="audience-columns">
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
            <History changes={page.changes} labels={LABELS} />
          </section>
        </div>
      </div>
    </>
  );
}

type View = {
  audience: { name: string };
  campaignId: string;
  readings: readonly StoredReading[];
  mayWrite: boolean;
  own: string;
};

/** Where the audience stood, by its readings: the chart, and the same as a table. */
function StanceSection({ audience, campaignId, readings, mayWrite, own }: View) {
  const today = useToday();
  const chart = stanceChart(readings, today, STANCE_FRAME);
  return (
    <section aria-labelledby="stance">
      <h2 id="stance">
        Stance: {lowered(stanceSentence(readings, today))}{" "}
        {mayWrite ? (
          <a className="more" href={`${own}/stance`}>
            Add a reading
          </a>
        ) : null}
      </h2>
      {chart === null ? null : (
        <>
          <StanceFigure chart={chart} name={audience.name} labels={labelsOf(readings)} />
          <p className="note grid-note">
            {readings.length === 1 ? "1 reading" : `${readings.length} readings`}. A dotted line carries the
            last reading forward; a reading lapses after 90 days. A label names the meeting at which the
            reading was taken, not what caused it.
          </p>
          <details className="noprint">
            <summary>As a table</summary>
            <ReadingsTable readings={readings} campaignId={campaignId} />
          </details>
        </>
      )}
    </section>
  );
}

/** The event of each reading by the day it was read on. */
function labelsOf(readings: readonly StoredReading[]): ReadonlyMap<string, string> {
  return new Map(
    readings.flatMap(({ readOn, eventTitle }) =>
      eventTitle === null ? [] : [[readOn, eventTitle] as const],
    ),
  );
}
