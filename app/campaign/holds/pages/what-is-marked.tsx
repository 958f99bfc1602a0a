// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
// biome-ignore-all lint/a11y/useSemanticElements: a row that heads a group has no element of its own
import type { ReactElement } from "react";
import { PhoneFold, TableHead, TenFirst } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { TimesOfEvent } from "#app/ui/two-clocks.tsx";
import { isSent } from "../what-a-hold-marks.ts";
import type { HoldView } from "./hold-view.server.ts";

type Paper = HoldView["marked"]["papers"][number];
type Event = HoldView["marked"]["events"][number];

/** Every paper, event, letter and post that the hold marks. */
export function WhatIsMarked({ view }: { view: HoldView }) {
  const { events, papers } = view.marked;
  if (view.hold.lifted !== null) return null;
  const meetings = events.filter(({ kind }) => !isSent(kind));
  const sent = events.filter(({ kind }) => isSent(kind));
  const alone = papers.filter(({ eventId }) => !events.some(({ id }) => id === eventId));
  const of = (title: string, rows: readonly ReactElement[]) => rows.map((row) => ({ title, row }));
  const lineOf = (event: Event) => <EventRow key={event.id} event={event} view={view} />;
  const rows = [
    ...of("Events and their papers", meetings.map(lineOf)),
    ...of(
      "Papers without an upcoming event",
      alone.map((paper) => <PaperRow key={paper.id} paper={paper} view={view} />),
    ),
    ...of("Letters, op-eds and posts not yet sent", sent.map(lineOf)),
  ];
  return (
    <section aria-labelledby="marked">
      <h2 id="marked">What is affected</h2>
      {events.length + papers.length === 0 ? (
        <p className="empty">No current papers or upcoming events use message {view.hold.message.number}.</p>
      ) : (
        <>
          <PhoneFold words={view.marked.inWords} isOpen={false} />
          <div>
            <TenFirst items={rows} what="papers and events" as={(shown) => <Marked rows={shown} />} />
          </div>
        </>
      )}
      <p className="note">
        Papers already used are not affected; they stay as they were. Files, prints and copies of an affected
        paper say ON HOLD on every page. A reply is affected only if all the messages that the objection
        challenges are on hold.
      </p>
    </section>
  );
}

type Row = { title: string; row: ReactElement };

/** The rows under their titles, each title once. */
function Marked({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="table stacked hold-table" role="table">
      <caption className="visually-hidden">
        Papers, events, letters, op-eds and posts that use the message
      </caption>
      <TableHead labels={["What", "When", "While the hold is in place"]} />
      <tbody>
        {[...Map.groupBy(rows, ({ title }) => title)].flatMap(([title, group]) => [
          <tr key={title} role="row" className="kind">
            <th scope="rowgroup" role="rowheader" colSpan={3}>
              {title}
            </th>
          </tr>,
          ...group.map(({ row }) => row),
        ])}
      </tbody>
    </table>
  );
}

function EventRow({ event, view }: { event: Event; view: HoldView }) {
  const papers = view.marked.papers.filter(({ eventId }) => eventId === event.id);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`${view.base}/events/${event.id}`}>{event.title}</a>{" "}
        {event.owner === null ? null : <span className="secondary hold-detail">{event.owner}</span>}
      </th>
      <td role="cell">
        <TimesOfEvent of={event} />
      </td>
      <td role="cell">
        {event.kind === "social post" ? (
          <>
            <State kind="bad">Stopped</State> Will not go out as scheduled
          </>
        ) : (
          <State kind="bad">On hold</State>
        )}{" "}
        {papers.map((paper) => (
          <span key={paper.id}>
            <a href={`${view.base}/talking-points/${paper.id}`}>The paper</a> {paperInWords(paper)}.{" "}
          </span>
        ))}
        {papers.length === 0 && event.kind !== "social post" ? "Message planned; no paper uses it" : null}
      </td>
    </tr>
  );
}

function PaperRow({ paper, view }: { paper: Paper; view: HoldView }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`${view.base}/talking-points/${paper.id}`}>{paper.title}</a>{" "}
        <span className="secondary hold-detail">{paper.draftedBy.name}</span>
      </th>
      <td role="cell">No upcoming event</td>
      <td role="cell">
        <State kind="bad">On hold</State> The paper {paperInWords(paper)}
      </td>
    </tr>
  );
}

/** "was cleared. 1 of 3 points", "is in clearance. A reply only". */
function paperInWords({ status, stage, points, held }: Paper): string {
  const where =
    status === "cleared" ? "was cleared" : stage === "sent for clearance" ? "is in clearance" : "is a draft";
  if (held === 0) return `${where}. Only in a reply or in the background`;
  if (held === points) return `${where}. ${points === 1 ? "Its only point" : "All points"}`;
  return `${where}. ${held} of ${points} points`;
}
