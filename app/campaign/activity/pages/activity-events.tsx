// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away

import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EVENT_KINDS, isEventKind, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { campaignPage, pageField } from "#app/http/page.server.ts";
import { daysInProse, formatDay } from "#app/time/format.ts";
import { NewerOlder, TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import counts from "../counts.css?url";
import { hoursInWords } from "../duration-in-words.ts";
import { EVENT_STANDINGS } from "../event-counts.ts";
import { type EventBehind, LOG_STANDINGS, listEventsBehind } from "../events.server.ts";
import { readPeriodAsked } from "./activity-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: counts }];
export const meta = () => pageTitle("Events in the activity report");

const filters = z.object({
  kind: z.enum(EVENT_KINDS).nullable().catch(null),
  standing: z.enum(EVENT_STANDINGS).nullable().catch(null),
  logged: z.enum(LOG_STANDINGS).nullable().catch(null),
  page: pageField,
});

export const loader = campaignPage("read", async ({ database, campaign, now, today, url }) => {
  const { period } = readPeriodAsked(url.searchParams, campaign.startsOn, today);
  const { page, ...wanted } = filters.parse(Object.fromEntries(url.searchParams));
  const list = await listEventsBehind(database.read, campaign.id, { ...period, ...wanted }, { now, page });
  return { campaignId: campaign.id, period, wanted, page, ...list };
});

/** The events behind a figure of the activity report. */
export default function ActivityEvents() {
  const { campaignId, period, wanted, page, events, hasOlder } = useLoaderData<typeof loader>();
  const today = useToday();
  const base = `/c/${campaignId}`;
  const of = [
    wanted.kind === null ? "All kinds" : kindLabel(wanted.kind),
    ...(wanted.standing === null ? [] : [wanted.standing]),
    ...(wanted.logged === null ? [] : [LOGGED[wanted.logged]]),
  ].join(", ");
  const asked = Object.entries({ ...period, ...wanted }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value]],
  );
  return (
    <>
      <PageHead
        title="Events behind a figure"
        sub={`${of}; ${daysInProse(period.from, period.to, today)}, latest first. Internal events are left out.`}
        crumbs={[
          { label: "Reports", to: `${base}/reports` },
          { label: "Activity", to: `${base}/reports/activity?${new URLSearchParams(period)}` },
          "Events",
        ]}
      />
      {events.length === 0 ? (
        <Empty
          text="There are no such events in this period."
          act={{ label: "Back to activity", to: `${base}/reports/activity?${new URLSearchParams(period)}` }}
        />
      ) : (
        <table className="table stacked" role="table">
          <caption className="visually-hidden">Events with their day, kind, status and time to log</caption>
          <TableHead labels={["Event", "Day", "Kind", "Status", "Time from end to first log"]} />
          <tbody>
            {events.map((event) => (
              <Row key={event.id} event={event} base={base} />
            ))}
          </tbody>
        </table>
      )}
      <NewerOlder
        page={page}
        hasOlder={hasOlder}
        path={`${base}/reports/activity/events`}
        search={Object.fromEntries(asked)}
      />
    </>
  );
}

const LOGGED = {
  "in time": "logged within 48 hours",
  late: "logged after 48 hours or not at all",
  logged: "logged",
  "not logged": "ended and not logged",
} as const;

function Row({ event, base }: { event: EventBehind; base: string }) {
  const { id, title, day, kind, standing, endsAt, loggedAt } = event;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`${base}/events/${id}`}>{title}</a>
      </th>
      <td role="cell" className="nowrap">
        {formatDay(day, useToday())}
      </td>
      <td role="cell">{isEventKind(kind) ? kindLabel(kind) : kind}</td>
      <td role="cell">
        <State kind={stateOf(standing)}>{standing}</State>
      </td>
      <td role="cell">
        <span className="cell-label">Time from end to first log: </span>
        {loggedAt === null
          ? "not logged"
          : hoursInWords(Math.max(0, Date.parse(loggedAt) - Date.parse(endsAt)) / 3_600_000)}
      </td>
    </tr>
  );
}

function stateOf(standing: string): "ok" | "warn" | "off" {
  if (standing === "held") return "ok";
  return standing === "not recorded" ? "warn" : "off";
}
