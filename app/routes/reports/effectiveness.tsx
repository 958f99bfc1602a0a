import { useLoaderData } from "@remix-run/react";
import { formatDate } from "#app/domain/time/format.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import styles from "./effectiveness.css?url";
import { effectivenessView } from "./effectiveness-view.server.ts";
import { HowToRead } from "./how-to-read.tsx";
import { OverTime } from "./over-time.tsx";
import { ReceptionMatrix } from "./reception-matrix.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Effectiveness");

export const loader = campaignPage("read", effectivenessView);

/** How each message is received, by whom, since when, and how sure we are. */
export default function Effectiveness() {
  const view = useLoaderData<typeof loader>();
  const base = `/c/${view.campaignId}`;
  const csv = (
    <a className="btn" href={`${base}/reports/effectiveness.csv`}>
      Data (CSV)
    </a>
  );
  return (
    <>
      <PageHead
        title="How each message is received, and by whom"
        crumbs={[
          { label: "Reports", to: null },
          { label: "Effectiveness", to: null },
        ]}
        acts={csv}
      />
      <p className="by">
        <span>
          {formatDate(view.from)} to {formatDate(view.today)}
        </span>
        <span>
          {view.ratings} ratings, {view.rows.length} audiences, {view.raters} raters
        </span>
      </p>
      {view.ratings === 0 ? (
        <Empty text="Too little to say yet." act={{ label: "Log the first meeting", to: "/log" }} />
      ) : (
        <div className="stack">
          <p className="lede">{view.finding.join(" ")}</p>
          <OverTime view={view} />
          <ReceptionMatrix view={view} />
          <HowToRead view={view} />
        </div>
      )}
    </>
  );
}
