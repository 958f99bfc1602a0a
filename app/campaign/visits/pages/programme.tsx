import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DueWhen } from "../deadlines/pages/due-when.tsx";
import { WhoGoesWhere } from "../members/pages/who-goes-where.tsx";
import { IfTheDayMoves } from "./if-the-day-moves.tsx";
import { printProgramme } from "./print-programme.server.ts";
import { ProgrammeTable } from "./programme-table.tsx";
import { type VisitPage, visitPage } from "./visit-page.server.ts";
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
      <p className="mark">
        <span>
          <b>{page.handling}</b> {page.handlingWords}
        </span>
        <State kind={page.papers.isCleared ? "ok" : "warn"}>
          {page.papers.words}, version {page.number}
        </State>
      </p>
      <div className="head">
        <div>
          <h1>{page.title}</h1>
          <p className="when">
            {page.when.washington}
            {page.when.home === null ? null : <span className="sub"> · {page.when.home}</span>}
          </p>
        </div>
        <Acts page={page} />
      </div>
      {page.isPrintedNow ? (
        <p data-print-now="" className="noprint">
          <State kind="ok">On record as printed by you, version {page.number}</State>{" "}
          <span className="note">Print the page from your browser’s menu if it does not open by itself.</span>
        </p>
      ) : null}
      <div className="cols">
        <div className="stack">
          <ProgrammeTable page={page} />
          <WhoGoesWhere page={page} />
          <p className="pfoot">
            <b>
              {page.handling}. {page.papers.words}, version {page.number}.
            </b>{" "}
            {page.campaignName}. {page.printed}. Not for classified information.
          </p>
        </div>
        <aside className="stack side noprint" aria-label="Deadlines">
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
        <a className="btn" href={`${page.here}/items/new`}>
          Add an item
        </a>
      ) : null}
      <a className="btn" href={`${page.here}/schedulers`}>
        Copy for schedulers
      </a>
      <FormFrame className="" action="?" data-records-printing="">
        <button type="submit" className="btn primary" data-pending="Printing…">
          Print programme
        </button>
      </FormFrame>
    </div>
  );
}
