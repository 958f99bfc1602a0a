// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import type { ReactNode } from "react";
import { addressOf } from "#app/http/addresses.ts";
import { cityOf, formatDay } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { Gap } from "../gap.ts";
import { daysAgo, isSilent } from "../silence.ts";
import { EventTime, StandingStanceMark } from "./audience-facts.tsx";
import type { AudienceRow } from "./audience-rows.ts";

type View = { campaignId: string; now: Date; mayWrite: boolean };

const COLUMNS = [
  { label: "Priority", className: "priority-column" },
  { label: "Audience", className: "audience-name-column" },
  { label: "Stance", className: "stance-column" },
  { label: "Last contact", className: "contact-column" },
  { label: "Next", className: "next-column" },
  { label: "Owner", className: "owner-column" },
  { label: "Gap", className: "" },
] as const;

/** The audiences in their order: a table, and on the phone a list of the same cells. Roles are said, since the phone's layout hides them. */
export function AudienceTable({
  rows,
  heading,
  ...view
}: View & { rows: readonly AudienceRow[]; heading: string }) {
  const { now } = view;
  const homeZone = useHomeZone();
  return (
    <section aria-labelledby="list">
      <h2 id="list">
        {heading}{" "}
        <a className="more" href={`${addressOf.audiences(view.campaignId)}.csv`} download>
          Data (CSV)
        </a>
      </h2>
      <table className="table stacked audience-table" role="table" aria-labelledby="list">
        <thead>
          <tr role="row">
            {COLUMNS.map(({ label, className }) => (
              <th key={label} scope="col" role="columnheader" className={className}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} view={view} />
          ))}
        </tbody>
      </table>
      <p className="note grid-note">
        As of {formatDay(dateIn(now, WASHINGTON), useToday())}, {timeIn(now, WASHINGTON)} in Washington,{" "}
        {timeIn(now, homeZone)} in {cityOf(homeZone)}. Last contact is an event held or a letter sent in any
        campaign that you may see. A stance reading lapses after 90 days.
      </p>
    </section>
  );
}

function Row({ row, view }: { row: AudienceRow; view: View }) {
  const today = useToday();
  return (
    <tr role="row">
      <Cell label="Priority" className="priority-column">
        <b>{row.priority}</b>
      </Cell>
      <th scope="row" role="rowheader">
        <a href={addressOf.audience(view.campaignId, row.id)}>{row.name}</a>
        <span className="secondary audience-detail">
          {row.heading}
          {row.endedOn === null ? "" : `, ended ${formatDay(row.endedOn, today)}`}
        </span>
      </th>
      <Cell label="Stance">
        <StandingStanceMark standing={row.stance} />
      </Cell>
      <Cell label="Last contact">
        <LastContact row={row} />
      </Cell>
      <Cell label="Next">
        <Next row={row} view={view} />
      </Cell>
      <Cell label="Owner">{row.owner ?? <span className="secondary">No one yet</span>}</Cell>
      <Cell label="Gap">
        <GapWords gap={row.gap} />
      </Cell>
    </tr>
  );
}

function Cell({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <td role="cell" className={className}>
      <span className="cell-label">{label}</span>
      <span>{children}</span>
    </td>
  );
}

function LastContact({ row: { lastContactOn: on } }: { row: AudienceRow }) {
  const today = useToday();
  if (on === null) return <State kind="bad">No contact yet</State>;
  const day = <span className="nowrap">{formatDay(on, today)}</span>;
  return (
    <>
      {isSilent(on, today) ? <State kind="bad">{day}</State> : day}{" "}
      <span className="secondary audience-detail">{daysAgo(on, today)}</span>
    </>
  );
}

function Next({ row: { id, next, endedOn }, view }: { row: AudienceRow; view: View }) {
  const base = addressOf.events(view.campaignId);
  if (next !== null) return <EventTime event={next} base={base} />;
  if (!view.mayWrite || endedOn !== null) return <span className="secondary">Nothing planned</span>;
  return <a href={`${base}/new?audience=${id}`}>Plan an event</a>;
}

function GapWords({ gap }: { gap: Gap | null }) {
  if (gap === null) return <span className="secondary audience-detail">None</span>;
  if (gap.kind !== "never heard") return <>{gap.text}</>;
  return (
    <>
      Never heard{" "}
      {gap.messages.map((number) => (
        <span key={number}>
          <span className="visually-hidden">message </span>
          <MessageNumber n={number} />{" "}
        </span>
      ))}
    </>
  );
}
