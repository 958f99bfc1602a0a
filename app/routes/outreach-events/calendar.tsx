import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { AgendaView } from "./agenda-view.tsx";
import styles from "./calendar.css?url";
import { CalendarBar } from "./calendar-bar.tsx";
import { calendarPage } from "./calendar-page.server.ts";
import moving from "./moving.css?url";
import { SelectedEventPanel } from "./selected-event-panel.tsx";
import { WeekView } from "./week-view.tsx";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Calendar, ${data?.title ?? ""}`);

export const loader = campaignPage("read", calendarPage);

export default function Calendar() {
  const page = useLoaderData<typeof loader>();
  const { campaignId, selected, week, agenda, mayWrite } = page;
  const plan = (
    <a className="btn primary" href={`/c/${campaignId}/events/new`} data-key="e">
      Plan an event
    </a>
  );
  return (
    <>
      <PageHead title={page.title} acts={mayWrite ? plan : null} />
      <CalendarBar page={page} />
      <div className={selected === null ? undefined : "cal"}>
        {week === null ? null : <WeekView page={page} week={week} />}
        {agenda === null ? null : <AgendaView page={page} days={agenda} />}
        {selected === null ? null : <SelectedEventPanel page={page} selected={selected} />}
      </div>
    </>
  );
}
