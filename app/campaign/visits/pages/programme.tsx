import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, pageTitle } from "#app/ui/page-head.tsx";

import { DueWhen, IfTheDayMoves } from "../deadlines/pages/due-when.tsx";
import { type Part, partLabel } from "../members/who-goes.ts";
import { ProgrammeTable, WhoGoesTable } from "./programme-table.tsx";
import { printProgramme, type VisitPage, visitPage } from "./visit-page.server.ts";

import styles from "./visits.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(`Programme: ${data?.title ?? "visit"}`);

export const loader = campaignPage("read", visitPage);
export const action = campaignAction("read", printProgramme);

export default function Programme() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={page.calendar}>Calendar</a> / <a href={page.own}>{page.dayWords}</a> / Programme
      </nav>
      <p className="visit-marking" data-own-marks="">
        <span>
          <b>{page.handling}</b> {page.handlingWords}
        </span>
        <State kind={page.papers.isCleared ? "ok" : "warn"}>
          {page.papers.words}. Programme version {page.number}
        </State>
      </p>
      <div className="head">
        <div>
          <h1>{page.title}</h1>
          <p className="visit-when">
            {page.when.washington}
            {page.when.home === null ? null : <span className="secondary"> · {page.when.home}</span>}
          </p>
        </div>
        <Acts page={page} />
      </div>
      {page.isPrintedNow ? (
        <p data-print-now="" className="noprint">
          <State kind="ok">Recorded as printed by you, version {page.number}</State>{" "}
          <span className="note">If the print window does not open, print from your browser’s menu.</span>
        </p>
      ) : null}
      <div className="visit-columns">
        <div className="stack visit-stack">
          <ProgrammeTable page={page} />
          <WhoGoesWhere page={page} />
          <p className="pfoot">
            <b>
              {page.handling}. {page.papers.words}. Programme version {page.number}.
            </b>{" "}
            {page.campaignName}. {page.printed}. Not for classified information.
          </p>
        </div>
        <aside className="stack noprint visit-stack" aria-label="Deadlines">
          <DueWhen page={page} />
          <IfTheDayMoves page={page} />
        </aside>
      </div>
    </>
  );
}

function Acts({ page }: { page: VisitPage }) {
  return (
    <div className="acts">
      {page.mayWrite ? (
        <a className="button" href={`${page.here}/items/new`}>
          Add an item
        </a>
      ) : null}
      <a className="button" href={`${page.here}/schedulers`}>
        Copy for schedulers
      </a>
      <FormFrame className="" action="?" data-records-printing="">
        <button type="submit" className="button primary" data-pending="Printing…">
          Print programme
        </button>
      </FormFrame>
    </div>
  );
}

/** Members by items: who goes, speaks and takes notes, and what the rules say about it. */
function WhoGoesWhere({ page }: { page: VisitPage }) {
  const { members, columns } = page;
  return (
    <section aria-labelledby="who-goes">
      <h2 id="who-goes">
        Who goes where{" "}
        {page.mayWrite ? (
          <span className="more">
            <a href={`${page.here}/members`}>Members</a>
            {members.length > 0 && columns.length > 0 ? (
              <>
                {" "}
                · <a href={`${page.here}/who-goes`}>Change who goes</a>
              </>
            ) : null}
          </span>
        ) : null}
      </h2>
      {members.length === 0 ? (
        <Empty
          text="The delegation has no members yet."
          act={page.mayWrite ? { label: "Add the first member", to: `${page.here}/members` } : null}
        />
      ) : (
        <WhoGoesTable
          page={{ members, items: columns }}
          className="who-goes"
          cell={(memberId, item) => <PartMark part={partOf(page, memberId, item.id)} />}
        />
      )}
      {members.length === 0 ? null : <Check page={page} />}
    </section>
  );
}

function partOf(page: VisitPage, memberId: string, itemId: string): Part | null {
  return page.parts.find((one) => one.memberId === memberId && one.itemId === itemId)?.part ?? null;
}

function PartMark({ part }: { part: Part | null }) {
  if (part === null)
    return (
      <span className="goes-not">
        –<span className="visually-hidden"> Does not go</span>
      </span>
    );
  if (part !== "goes") return <span className="goes goes-speaks">{partLabel(part)}</span>;
  return (
    <>
      <span className="goes" />
      <span className="visually-hidden">Goes</span>
    </>
  );
}

function Check({ page: { check } }: { page: VisitPage }) {
  if (check.faults.length === 0)
    return <p className="note visit-note">Times in Washington. {check.inOrder ?? "No items yet."}</p>;
  return (
    <ul className="visit-note">
      {check.faults.map((fault) => (
        <li key={fault}>
          <State kind="bad">{fault}</State>
        </li>
      ))}
    </ul>
  );
}
