import { useLoaderData } from "@remix-run/react";
import { CountBar } from "#app/campaign/activity/count-bar.tsx";
import counts from "#app/campaign/activity/counts.css?url";
import { DayForm } from "#app/campaign/effectiveness/day-form.tsx";
import styles from "#app/campaign/effectiveness/effectiveness.css?url";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { REPORT_FORMATS } from "#app/documents/formats.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { counted, shareInWords, shareOf } from "#app/text/in-words.ts";
import { daysInProse, formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, FileLinks, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { CoverageReport } from "../coverage-report.ts";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import { type CoverageView, coverageView } from "./coverage-view.server.ts";
import { NeverUsed, Next } from "./never-used.tsx";

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
        crumbs={[{ label: "Reports", to: `${base}/reports` }, "Coverage"]}
        acts={
          <FileLinks of={`${base}/reports/coverage`} formats={["csv", ...REPORT_FORMATS]} search={onDay} />
        }
      />
      <ReportTabs base={base} current="coverage" />
      <div className="report-scope">
        <span>As of {formatDay(report.day, useToday())}</span>
        <span>
          {counted(report.audiences.length, "audience")}, {counted(report.messages.length, "message")}
        </span>
        <DayForm asked={asked} page={`${base}/reports/coverage`} knowsThen={false} />
      </div>
      {report.audiences.length === 0 || report.messages.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <div className="stack count-stack report-stack">
          <p className="finding">{unbroken(report.finding.join(" "))}</p>
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
        text="This page will show who has heard what, once the campaign has audiences."
        act={mayPlan ? { label: "Add the first one", to: `${base}/audiences/new` } : null}
      />
    );
  return (
    <Empty
      text="This page will show who has heard what, once the campaign has messages."
      act={{ label: "Messages", to: `${base}/messages` }}
    />
  );
}

function HowCounted() {
  return (
    <section className="explained how-found" aria-labelledby="how">
      <h2 id="how">How this is counted</h2>
      <p>
        <b>Heard.</b> A meeting here is any event held, or letter sent. It counts once for each audience and
        message if someone from that audience was recorded as having heard the message, however many of us
        logged the meeting. A message that was planned but not raised does not count.
      </p>
      <p>
        <b>Reactions</b> outside meetings (a reply, a statement, a vote) are shown beside the meetings but not
        counted as meetings.
      </p>
      <p>
        <b>Contact.</b> An event held with the audience, or a letter sent to it, in this campaign. A cancelled
        event stays in the calendar but does not count as contact. An audience of priority 1 or 2 is listed as
        without recent contact if it has had none in the last 60 days.
      </p>
      <p>
        <b>What this does not say.</b> The counts show how often, not how well; for that, see Effectiveness.
        They do not count towards any objective.
      </p>
    </section>
  );
}

/** Of each priority how many audiences had contact within 90 days. */
function ReachBars({ report }: { report: CoverageReport }) {
  const { reach, reachDays, reachFrom, day } = report;
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">Reached in the last {reachDays} days</h2>
      <table className="table reach">
        <caption className="visually-hidden">
          Audiences reached in the last {reachDays} days, by priority and as a share of all, and how many have
          had no contact yet
        </caption>
        <TableHead labels={["Priority", "Reached", "No contact yet"]} figures={["No contact yet"]} />
        <tbody>
          {reach.map(({ priority, audiences, reached, neverMet }) => (
            <tr key={priority}>
              <th scope="row">Priority {priority}</th>
              <td>
                <CountBar part={reached} whole={audiences} />{" "}
                {unbroken(shareInWords(shareOf(reached, audiences)))}
              </td>
              <td className="number">{neverMet}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note count-note">
        {daysInProse(reachFrom, day, useToday())}. An audience counts as reached after one event held, or one
        letter sent, in this campaign.
      </p>
    </section>
  );
}

/** Audiences of priority 1 and 2 without contact for over 60 days: the longest silence first, what is planned beside it. */
function SilentAudiences({ view }: { view: CoverageView }) {
  const { report, campaignId } = view;
  const silent = report.silentAudienceIds.flatMap((id) =>
    report.audiences.filter((audience) => audience.id === id),
  );
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">Priority audiences without recent contact</h2>
      {silent.length === 0 ? (
        <p>No priority 1 or 2 audience has gone more than {report.silentAfterDays} days without contact.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls in its own region
        <div className="scroll count-scroll report-scroll" tabIndex={0}>
          <table className="table">
            <caption className="visually-hidden">
              Priority 1 and 2 audiences without contact for over 60 days
            </caption>
            <TableHead
              labels={["Audience", "Priority", "Last contact", "No contact for", "Next"]}
              figures={["Priority"]}
            />
            <tbody>
              {silent.map(({ id, name, priority, lastMetOn, silentDays, meetings, next }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={addressOf.audience(campaignId, id)}>{name}</a>
                  </th>
                  <td className="number">{priority}</td>
                  <td>
                    <span className="nowrap">
                      {lastMetOn === null ? "none" : formatDay(lastMetOn, report.day)}
                    </span>
                    <span className="faint">{meetings === 0 ? "" : `, ${meetings} in all`}</span>
                  </td>
                  <td>
                    <State kind="bad">{silentDays === null ? "No contact yet" : `${silentDays} days`}</State>
                  </td>
                  <td>
                    <Next next={next} about={{ audience: id }} whom={name} view={view} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
