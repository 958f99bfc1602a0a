import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { campaignPage } from "#app/http/page.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { AgendaView } from "./agenda-view.tsx";
import styles from "./calendar.css?url";
import { CalendarBar } from "./calendar-bar.tsx";
import views from "./calendar-months.css?url";
import { type CalendarPage, calendarPage } from "./calendar-page.server.ts";
import { MonthView } from "./month-view.tsx";
import { SelectedEventPanel } from "./selected-event-panel.tsx";
import { ToPlacePanel, ToPlaceView } from "./to-place.tsx";
import { WeekView } from "./week-view.tsx";
import { YearView } from "./year-view.tsx";

export const links: LinksFunction = () =>
  [styles, views, moving].map((href) => ({ rel: "stylesheet", href }));

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
      <div className={hasPanel ? "cal" : undefined}>
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
        <a className="btn" href={`${home}/calendar/import`}>
          Import
        </a>
      ) : null}
      {year === null ? (
        <a className="btn" href={`${home}/calendar/feeds`}>
          Subscribe in Outlook
        </a>
      ) : (
        <a className="btn" href={`${home}/session-days`}>
          {mayWrite ? "Edit Congress’s calendar" : "Congress’s calendar"}
        </a>
      )}
      {mayWrite ? (
        <a className="btn primary" href={`${home}/events/new`} data-key="e">
          Plan an event
        </a>
      ) : null}
    </>
  );
}
