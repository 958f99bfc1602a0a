import { useLoaderData } from "@remix-run/react";
import styles from "#app/campaign/effectiveness/effectiveness.css?url";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { REPORT_FORMATS } from "#app/documents/formats.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { cityOf, daysInProse, formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary, Submit } from "#app/ui/form-frame.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { Empty, FileLinks, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import counts from "../counts.css?url";
import { PERIODS } from "../read-period.ts";
import { type ActivityView, activityView, type PeriodAsked, periodSearch } from "./activity-view.server.ts";
import { ClearanceTimes } from "./clearance-times.tsx";
import { EventsCounted } from "./events-counted.tsx";
import { LoggingTimes, PromisesKept } from "./logging-times.tsx";

export const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: counts },
];
export const meta = () => pageTitle("Activity");

export const loader = campaignPage("read", activityView);

/** What the team planned, held, logged and cleared in a period: counted, never targeted, and apart from outcomes. */
export default function Activity() {
  const view = useLoaderData<typeof loader>();
  const { report, asked } = view;
  const base = `/c/${view.campaignId}`;
  return (
    <>
      <PageHead
        title="What was planned, held, logged and cleared"
        crumbs={[{ label: "Reports", to: `${base}/reports` }, "Activity"]}
        acts={
          <FileLinks
            of={`${base}/reports/activity`}
            formats={["csv", ...REPORT_FORMATS]}
            search={`?${periodSearch(asked)}`}
          />
        }
      />
      <ReportTabs base={base} current="activity" />
      <ErrorSummary errors={errorsOf(asked)} />
      <p className="report-scope">
        <span>{daysInProse(report.from, report.to, useToday())}</span>
        <span>{countedAt(view, useHomeZone(), useToday())}</span>
      </p>
      <ChoosePeriod asked={asked} page={`${base}/reports/activity`} />
      {report.events.planned === 0 &&
      report.promises.ours.promised === 0 &&
      report.promises.theirs.promised === 0 &&
      report.clearance.rounds.sent === 0 &&
      report.clearance.usedPapers === 0 &&
      report.clearance.cleared === 0 ? (
        <Empty
          text="No outreach was planned and nothing was promised, sent for clearance or cleared in this period."
          act={{ label: "Open the calendar", to: `${base}/calendar` }}
        />
      ) : (
        <div className="stack count-stack report-stack">
          <p className="finding">{unbroken(report.finding.join(" "))}</p>
          <EventsCounted view={view} />
          <LoggingTimes view={view} />
          <ClearanceTimes view={view} />
          <PromisesKept view={view} />
          <HowCounted />
        </div>
      )}
    </>
  );
}

function errorsOf({ errors: { from, to } }: PeriodAsked): Record<string, string> {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

function countedAt({ report }: ActivityView, homeZone: Zone, today: CalendarDate): string {
  const at = new Date(report.at);
  const day = formatDay(dateIn(at, WASHINGTON), today);
  return `Counted on ${day}, at ${timeIn(at, WASHINGTON)} in Washington, ${timeIn(at, homeZone)} in ${cityOf(homeZone)}`;
}

function ChoosePeriod({ asked, page }: { asked: PeriodAsked; page: string }) {
  const isWrong = asked.errors.from !== null || asked.errors.to !== null;
  return (
    <div className="period noprint">
      <nav aria-label="Period">
        {PERIODS.map(({ value, label }) => (
          <a
            key={value}
            href={`${page}?period=${value}`}
            aria-current={asked.name === value && !isWrong ? "page" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <details className="day-choice" open={isWrong}>
        <summary>{asked.name === null ? "Change the dates" : "Choose other dates"}</summary>
        <form method="get" action={page} className="form">
          <TextInput
            name="from"
            label="First day"
            hint="For example, 1 Mar 2026. Leave empty for the campaign’s first day."
            value={asked.typed.from}
            error={asked.errors.from}
            autoComplete="off"
          />
          <TextInput
            name="to"
            label="Last day"
            hint="Leave empty for today; a later day shows what is still planned"
            value={asked.typed.to}
            error={asked.errors.to}
            autoComplete="off"
          />
          <div className="save">
            <Submit>Show this period</Submit>
          </div>
        </form>
      </details>
    </div>
  );
}

function HowCounted() {
  return (
    <section className="explained how-found" aria-labelledby="how">
      <h2 id="how">How this is counted</h2>
      <p>
        <b>Activities are counted; no targets are set for them.</b> Objectives are changes in Washington. A
        meeting is not such a change, and no activity counts towards an objective.
      </p>
      <p>
        <b>Each event is counted once,</b> on its day in Washington: held, not held, cancelled, still ahead,
        or over and not yet recorded. A cancelled event still counts as planned. Internal events are left out.
      </p>
      <p>
        <b>Time to log</b> runs from the end of a meeting to its first log, in elapsed time, so a change of
        the clocks does not affect the 48 hours. Meetings whose 48 hours have not passed are left out of the
        share.
      </p>
      <p>
        <b>Time to clear</b> runs from when a paper is first sent until it is first cleared, including any
        time after it was returned. A desk’s working days are those of its own country. Clearance by silence
        is not counted in the time to answer.
      </p>
      <p>
        <b>Small numbers are not given as percentages.</b> With fewer than 5 cases, only the numbers are
        given; with fewer than 10, “nine in ten” is left out. No one is named: the figures are for the whole
        team.
      </p>
    </section>
  );
}
