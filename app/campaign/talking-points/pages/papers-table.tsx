// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout would take the roles away
import type { ClearanceManner } from "#app/campaign/clearances/clearance-status.ts";
import { addressOf } from "#app/http/addresses.ts";
import { twoClocks } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { TimesOfEvent, useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { ListedPaper } from "../lists.server.ts";

type Row = ListedPaper & { dueAt: Date | null; desk: string | null };
type View = { campaignId: string; now: Date; onHold: readonly string[] };

/** Papers under one heading: event, version, whether the text is cleared, where it is on its way, when it is due. */
export function PapersTable({
  title,
  papers,
  view,
  empty,
}: {
  title: string;
  papers: readonly Row[];
  view: View;
  empty: string;
}) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {papers.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <table className="table" role="table">
          <TableHead labels={["Paper", "Event", "Version", "Text", "Due"]} />
          <tbody>
            {papers.map((row) => (
              <PaperRow key={row.paper.id} row={row} view={view} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function PaperRow({ row, view }: { row: Row; view: View }) {
  const { paper, standing, event, latestVersion, dueAt, desk } = row;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={addressOf.paper(view.campaignId, paper.id)}>{paper.text.title}</a>
        <br />
        <span className="note">Drafted by {paper.draftedBy.name}</span>
      </th>
      <td role="cell">{event === null ? "Not tied to an event" : <TimesOfEvent of={event} />}</td>
      <td role="cell" className={latestVersion === null ? undefined : "version"}>
        {latestVersion ?? "Not sent yet"}
      </td>
      <td role="cell">
        {view.onHold.includes(paper.id) ? (
          <>
            <State kind="bad">On hold</State>
            <br />
          </>
        ) : null}
        <StateOfPaper standing={standing} />
        <br />
        <span className="note">{STAGES[paper.stage]}</span>
      </td>
      <td role="cell">
        {desk === null ? null : (
          <>
            {desk}
            <br />
          </>
        )}
        {dueAt === null ? null : <Due at={dueAt} view={view} />}
      </td>
    </tr>
  );
}

function Due({ at, view }: { at: Date; view: View }) {
  const { washington, home } = twoClocks(at, useHomeZone(), useToday());
  return (
    <>
      <State kind={at < view.now ? "bad" : "warn"}>{washington}</State>
      <br />
      <span className="note">{home}</span>
    </>
  );
}

const STAGES = {
  drafting: "",
  "sent for clearance": "With the clearers",
  returned: "Returned to its drafter",
  used: "Used",
} as const;

function StateOfPaper({ standing }: { standing: ListedPaper["standing"] }) {
  switch (standing.status) {
    case "draft":
      return <State kind="off">Draft</State>;
    case "cleared":
      return <State kind="ok">{clearedHow(standing)}</State>;
    case "changed since clearance":
      return <State kind="bad">Changed since clearance</State>;
  }
}

function clearedHow({ clearedBy, manner }: { clearedBy: string; manner: ClearanceManner }): string {
  switch (manner) {
    case "by a person":
      return `Cleared by ${clearedBy}`;
    case "by silence":
      return "Cleared by silence";
    case "released by the head of mission":
      return `Released by ${clearedBy}, head of mission`;
  }
}
