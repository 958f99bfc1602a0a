// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away
import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { State, Under } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import type { Authority } from "../clearance-status.ts";
import { ASKS_IN_WORDS, whoIsAsked } from "../desk.ts";
import { listDesksEver, type StoredDesk } from "../desks.server.ts";
import { placeOfDesk } from "../written-desk.ts";
import { sidesToSet } from "./clearance-desk-form.server.ts";

export const meta = () => pageTitle("Desks");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, database, now } = arrival;
  return {
    settings: addressOf.settings(campaign.id),
    desks: await listDesksEver(database.read, campaign.id),
    sides: sidesToSet(arrival),
    now,
  };
});

export default function ClearanceDesks() {
  const { settings, desks, sides, now } = useLoaderData<typeof loader>();
  const inUse = desks.filter((desk) => !desk.isRetired);
  const retired = desks.filter((desk) => desk.isRetired);
  return (
    <>
      <PageHead
        title="Who must agree"
        sub="For papers and cables, the embassy’s desks agree first; then all the others are asked at the same time. For holding lines, all desks are asked at once."
        crumbs={[{ label: "Settings", to: settings }, "Desks"]}
        next={sides.length > 0 ? { label: "Add a desk", to: `${settings}/desks/new` } : null}
      />
      <DesksTable desks={inUse} page={settings} sides={sides} now={now} />
      {retired.length === 0 ? null : (
        <section>
          <h2>No longer asked</h2>
          <DesksTable desks={retired} page={settings} sides={sides} now={now} />
        </section>
      )}
      {sides.length === 2 ? null : (
        <p className="note">
          Clearers set up desks on their own side; an administrator can set up desks on either.
        </p>
      )}
    </>
  );
}

type Props = { desks: readonly StoredDesk[]; page: string; sides: readonly Authority[]; now: Date };

function DesksTable({ desks, page, sides, now }: Props) {
  return (
    <table className="table stacked" role="table">
      <TableHead labels={["Desk", "Who is asked", "Papers", "Holding lines", "Where"]} />
      <tbody>
        {desks.map((desk) => (
          <tr key={desk.id} role="row">
            <th scope="row" role="rowheader">
              {sides.includes(desk.side) ? <a href={`${page}/desks/${desk.id}`}>{desk.name}</a> : desk.name}
              <Under>{desk.side === "embassy" ? "Embassy" : "Ministry"}</Under>
            </th>
            <td role="cell">
              <Asked desk={desk} now={now} />
            </td>
            <td role="cell">
              <span className="cell-label">Papers: </span>
              {ASKS_IN_WORDS[desk.asks]}
            </td>
            <td role="cell">
              <span className="cell-label">Holding lines: </span>
              {desk.isAskedForHoldingLines ? "Must agree" : "Not asked"}
            </td>
            <td role="cell">{placeOfDesk(desk)?.city ?? desk.zone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Asked({ desk, now }: { desk: StoredDesk; now: Date }) {
  const asked = whoIsAsked(desk, now);
  const deputy = desk.deputy === null ? "" : `Deputy: ${desk.deputy.name}`;
  switch (asked.asked) {
    case "anybody":
      return <>Any {desk.side} clearer</>;
    case "holder":
      return (
        <>
          {asked.people[0].name}
          <Under>
            {asked.isAway
              ? "Away, and no deputy can act"
              : [deputy, awaySoon(desk, now)].filter((words) => words !== "").join(". ")}
          </Under>
        </>
      );
    case "deputy":
      return (
        <>
          {asked.people[0].name}, deputy
          <Under>
            {asked.because === "away"
              ? `${asked.instead} is away${desk.awayUntil === null ? "" : ` until ${formatDay(desk.awayUntil, dateIn(now, desk.zone))}`}`
              : `${asked.instead} cannot answer: the account is closed or no longer has the role`}
          </Under>
        </>
      );
    case "nobody":
      return <State kind="bad">No one can answer: make someone {desk.side} clearer</State>;
  }
}

/** When the holder will be away; "" where that is not ahead. */
function awaySoon({ awayFrom, awayUntil, zone }: StoredDesk, now: Date): string {
  if (awayFrom === null || awayFrom < dateIn(now, zone)) return "";
  const away = (day: CalendarDate) => formatDay(day, dateIn(now, zone));
  return `Away from ${away(awayFrom)}${awayUntil === null ? "" : ` until ${away(awayUntil)}`}`;
}
