import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { campaignPage } from "#app/http/page.server.ts";
import { cityOf } from "#app/time/format.ts";
import { onKey } from "#app/ui/keys.ts";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useHomeZone } from "#app/ui/two-clocks.tsx";
import { AgendaView } from "./agenda-view.tsx";
import styles from "./calendar.css?url";
import { CalendarBar } from "./calendar-bar.tsx";
import { type CalendarPage, calendarPage } from "./calendar-page.server.ts";
import { MonthView } from "./month-view.tsx";
import { SelectedEventPanel } from "./selected-event-panel.tsx";
import { ToPlacePanel, ToPlaceView } from "./to-place.tsx";
import { WeekView } from "./week-view.tsx";
import type { YearPage } from "./year-page.server.ts";
import { YearTable } from "./year-table.tsx";
import { TimesToPlan, WhatThisRestsOn, YearMonths } from "./year-view.tsx";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Calendar, ${data?.title ?? ""}`);

export const loader = campaignPage("read", calendarPage);

export default function Calendar() {
  const page = useLoaderData<typeof loader>();
  const { selected, week, month, agenda, year, search } = page;
  const hasPanel = selected !== null || (week !== null && page.toPlace.count > 0);
  return (
    <>
      <PageHead title={page.title} acts={<Acts page={page} />} />
      <CalendarBar page={page} />
      <div className={hasPanel ? "calendar-columns" : undefined}>
        {week === null ? null : <WeekView page={page} week={week} />}
        {month === null ? null : <MonthView page={page} month={month} />}
        {agenda === null ? null : <AgendaView page={page} agenda={agenda} />}
        {year === null ? null : <YearView page={page} year={year} />}
        {search.view === "to-place" ? <ToPlaceView page={page} /> : null}
        {hasPanel ? (
          <div className="beside noprint">
            {selected === null ? null : <SelectedEventPanel page={page} selected={selected} />}
            {week === null ? null : <ToPlacePanel page={page} />}
          </div>
        ) : null}
      </div>
    </>
  );
}

function Acts({ page: { campaignId, year, mayWrite } }: { page: CalendarPage }) {
  const home = `/c/${campaignId}`;
  return (
    <>
      {year === null && mayWrite ? (
        <a className="button" href={`${home}/calendar/import`}>
          Import
        </a>
      ) : null}
      {year === null ? (
        <a className="button" href={`${home}/calendar/feeds`}>
          Subscribe in Outlook
        </a>
      ) : (
        <a className="button" href={`${home}/session-days`}>
          {mayWrite ? "Edit Congress’s calendar" : "Congress’s calendar"}
        </a>
      )}
      {mayWrite ? (
        <a className="button primary" href={`${home}/events/new`} {...onKey("e")}>
          Plan an event
        </a>
      ) : null}
    </>
  );
}

/** The session year: 52 weeks beside one another, on the phone by month, and under them what to plan for. */
function YearView({ page, year }: { page: CalendarPage; year: YearPage }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: between 832 and 1248 px it scrolls in itself, by keyboard too. */}
      <section className="yrwrap" tabIndex={0} aria-label="Session year, table">
        <YearTable page={page} year={year} />
      </section>
      <Key year={year} />
      <YearMonths page={page} year={year} />
      <div className="year-under">
        <TimesToPlan page={page} times={year.times} />
        <WhatThisRestsOn sources={year.sources} />
      </div>
    </>
  );
}

/** What a cell of the year looks like, what stands in it, and what that means. */
const MARKS = [
  ["year-in", "", "In session"],
  ["year-part", "", "Part of the week"],
  ["year-away", "", "Away"],
  ["year-unknown", "", "Not known"],
  ["year-holiday", "7", "Holiday, with its date"],
  ["our-events", "3", "Three events or more"],
  ["our-events few-events", "2", "One or two"],
  ["our-events tentative-only", "2", "Some tentative"],
] as const;

function Key({ year }: { year: YearPage }) {
  const homeZone = useHomeZone();
  const unusual = year.weeks.find(({ hours }) => hours.isUnusual);
  const usual = year.weeks.find(({ hours }) => !hours.isUnusual);
  return (
    <p className="scale-key bigkey">
      {MARKS.map(([look, mark, words]) => (
        <span key={look}>
          <i className={`year-cell ${look}`}>{mark}</i>
          {words}
        </span>
      ))}
      {unusual === undefined || usual === undefined ? null : (
        <span>
          <i className="year-cell year-gap">{Math.abs(unusual.hours.ahead)}</i>
          {`${cityOf(homeZone)} ${unusual.hours.words}, otherwise ${Math.abs(usual.hours.ahead)}`}
        </span>
      )}
      {year.weeks.some(({ isThisWeek }) => isThisWeek) ? (
        <span className="framed">This week is outlined</span>
      ) : null}
    </p>
  );
}
