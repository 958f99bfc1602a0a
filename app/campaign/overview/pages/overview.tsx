import { useLoaderData } from "@remix-run/react";
import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import blocks from "#app/campaign/next-outreach/blocks.css?url";
import { NextOutreachBlock } from "#app/campaign/next-outreach/next-outreach-block.tsx";
import objectives from "#app/campaign/objectives/objectives.css?url";
import { SaveReviewForm } from "#app/campaign/reports/save-review-form.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { counted } from "#app/text/in-words.ts";
import { dayInProse } from "#app/time/format.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { FirstSteps } from "./first-steps-list.tsx";
import styles from "./overview.css?url";
import { readOverview, type Overview as View } from "./overview-view.server.ts";
import { NeedsYou, ObjectivesStrip, OverviewMatrix, WeekAhead } from "./panels.tsx";

export const links = () => [
  { rel: "stylesheet", href: blocks },
  { rel: "stylesheet", href: objectives },
  { rel: "stylesheet", href: styles },
];
export const meta = () => pageTitle("Overview");

export const loader = campaignPage("read", readOverview);

export default function Overview() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <div className="overview-top">
        <Opening view={view} />
        <NeedsYou view={view} />
      </div>
      <div className="stack overview-stack">
        {view.firstSteps.length === 0 ? null : (
          <FirstSteps
            steps={view.firstSteps}
            campaignId={view.campaignId}
            isAdministrator={view.isAdministrator}
          />
        )}
        <ObjectivesStrip view={view} />
        <div className="overview-columns">
          <div className="stack overview-stack">
            <OverviewMatrix view={view} />
            <NextOutreachBlock
              next={view.nextOutreach}
              campaignId={view.campaignId}
              mayWrite={view.mayWrite}
            />
          </div>
          <div className="stack overview-stack">
            <WeekAhead view={view} />
            <GapsWorthClosing view={view} />
          </div>
        </div>
      </div>
    </>
  );
}

function Opening({ view }: { view: View }) {
  const { summary, today, daysLeft } = view;
  return (
    <div>
      <p className="crumbs">Campaign review, {dayInProse(today, today)}</p>
      <h1 className="visually-hidden">Overview</h1>
      <p className="overview-lede">
        <b>{summary.lead}</b> {summary.shown}
        {summary.more === "" ? null : <span className="on-paper"> {summary.more}</span>}
      </p>
      {summary.more === "" ? null : (
        <details className="worked-out">
          <summary>The rest of the summary</summary>
          <p>{summary.more}</p>
        </details>
      )}
      <p className="overview-facts">
        <span>
          {counted(view.meetings, "meeting")} logged, {counted(view.ratings, "rating")}
        </span>
        <span>
          {daysLeft > 0
            ? `${counted(daysLeft, "day")} to the end of the campaign`
            : daysLeft === 0
              ? "The campaign ends today"
              : "The campaign has ended"}
        </span>
      </p>
      <WorkedOut view={view} />
      {view.mayWrite ? <SaveReviewForm base={`/c/${view.campaignId}`} values={null} errors={{}} /> : null}
    </div>
  );
}

/** By which rule the sentence is built, and the figures that it was built from. */
function WorkedOut({ view: { workedOutFrom, campaignId } }: { view: View }) {
  return (
    <details className="worked-out">
      <summary>How this summary is worked out</summary>
      <p>
        The summary is built by fixed rules from the verdict on each figure; no one writes it. A change is
        mentioned only once the scan for changes raises an alarm.{" "}
        <a href={addressOf.effectiveness(campaignId)}>The method, and every figure</a>
      </p>
      <ul>
        {workedOutFrom.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** Three gaps at most, each with its evidence and the one act that closes it. */
function GapsWorthClosing({ view: { gaps, noGap, campaignId, mayWrite, today } }: { view: View }) {
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">Gaps worth closing</h2>
      {gaps.length === 0 ? <p className="empty">{noGap}</p> : null}
      <ol className="suggestions">
        {gaps.map((gap) => {
          const { lead, evidence, act } = gapInWords(gap, today);
          return (
            <li key={lead}>
              <b>{lead}</b> {evidence}{" "}
              {mayWrite ? (
                <a className="noprint" href={`${addressOf.overview(campaignId)}${act.path}`}>
                  {act.label}
                </a>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
