import { useLoaderData } from "@remix-run/react";
import counts from "#app/campaign/activity/counts.css?url";
import { DayForm } from "#app/campaign/effectiveness/day-form.tsx";
import styles from "#app/campaign/effectiveness/effectiveness.css?url";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { campaignPage } from "#app/http/page.server.ts";
import { counted } from "#app/text/counted.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { unbroken } from "#app/ui/unbroken.ts";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import { type CoverageView, coverageView } from "./coverage-view.server.ts";
import { NeverUsed } from "./never-used.tsx";
import { ReachBars } from "./reach-bars.tsx";
import { SilentAudiences } from "./silent-audiences.tsx";

export const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: counts },
];
export const meta = () => pageTitle("Coverage");

export const loader = campaignPage("read", coverageView);

/** Who has heard what, how often, and who has not: counted, apart from how it was received. */
export default function Coverage() {
  const view = useLoaderData<typeof loader>();
  const { report, asked } = view;
  const base = `/c/${view.campaignId}`;
  const onDay = asked.isToday ? "" : `?${new URLSearchParams({ on: asked.typed })}`;
  return (
    <>
      <PageHead
        title="Who has heard what, and how often"
        crumbs={[
          { label: "Reports", to: `${base}/reports` },
          { label: "Coverage", to: null },
        ]}
        acts={
          <>
            <a className="btn" href={`${base}/reports/coverage.csv${onDay}`}>
              Data (CSV)
            </a>
            <a className="btn" href={`${base}/reports/coverage.docx${onDay}`}>
              Word
            </a>
            <a className="btn" href={`${base}/reports/coverage.pdf${onDay}`}>
              PDF
            </a>
          </>
        }
      />
      <ReportTabs base={base} current="coverage" />
      <div className="by">
        <span>As of {formatDayWithYear(report.day)}</span>
        <span>
          {counted(report.audiences.length, "audience")}, {counted(report.messages.length, "message")}
        </span>
        <DayForm asked={asked} page={`${base}/reports/coverage`} knowsThen={false} />
      </div>
      {report.audiences.length === 0 || report.messages.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <div className="stack">
          <p className="lede">{unbroken(report.finding.join(" "))}</p>
          <div className="twocol">
            <SilentAudiences view={view} />
            <ReachBars report={report} />
          </div>
          <CoverageMatrix view={view} />
          <NeverUsed view={view} />
          <HowCounted />
        </div>
      )}
    </>
  );
}

function Nothing({ view: { campaignId, mayPlan, report } }: { view: CoverageView }) {
  const base = `/c/${campaignId}`;
  if (report.audiences.length === 0)
    return (
      <Empty
        text="Who has heard what stands here once the campaign has audiences."
        act={mayPlan ? { label: "Add the first one", to: `${base}/audiences/new` } : null}
      />
    );
  return (
    <Empty
      text="Who has heard what stands here once the campaign has messages."
      act={{ label: "Messages", to: `${base}/messages` }}
    />
  );
}

function HowCounted() {
  return (
    <section className="how" aria-labelledby="how">
      <h2 id="how">How this is counted</h2>
      <p>
        <b>Heard.</b> A meeting counts once for an audience and a message in which somebody of that audience
        was recorded as having received it, however many of us logged the meeting. A message that was planned
        and not raised does not count.
      </p>
      <p>
        <b>Reactions</b> outside meetings (a reply, a statement, a vote) are told beside the meetings and are
        none.
      </p>
      <p>
        <b>Met.</b> A held event of this campaign with the audience. A cancelled event stays in the calendar
        and is no meeting. A silence begins 60 days after the last one.
      </p>
      <p>
        <b>What this does not say.</b> Counts say how often, not how well: that is in Effectiveness. They are
        not added to any objective.
      </p>
    </section>
  );
}
