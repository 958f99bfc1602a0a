import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RoomLine } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import { WordingHeard } from "#app/campaign/past-statements/before-you-say-it.tsx";
import { OnPaper } from "#app/campaign/talking-points/copies/paper-copies.tsx";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import styles from "./brief.css?url";
import { printBrief } from "./brief-leaving.server.ts";
import { type BriefPage, briefPage } from "./brief-page.server.ts";
import { BriefSheet } from "./brief-sheet.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Brief, ${data?.event.title ?? ""}`);

export const loader = campaignPage("read", briefPage);
export const action = campaignAction("read", printBrief);

export default function Brief() {
  const page = useLoaderData<typeof loader>();
  const day = page.clock.washington.split(",")[0];
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href={page.calendar}>Calendar</a> /{" "}
        <a href={page.own}>
          {day}, {page.event.title}
        </a>{" "}
        / Brief
      </nav>
      <div className="brief-columns">
        <BriefSheet page={page} />
        <BesideBrief page={page} />
      </div>
    </>
  );
}

/** What concerns the paper, not the room: it is not printed. */
function BesideBrief({ page }: { page: BriefPage }) {
  const { leaving } = page;
  return (
    <aside className="brief-side noprint" aria-label="Printing">
      <Printing page={page} />
      <BeforeYouGo page={page} />
      {leaving === null ? null : (
        <OnPaper copies={leaving.copies} hash={leaving.hash} all={`${leaving.paperPath}/copies`} />
      )}
    </aside>
  );
}

function Printing({ page }: { page: BriefPage }) {
  return (
    <section aria-labelledby="one-page">
      <h2 id="one-page">One page</h2>
      {page.leaving === null ? (
        <p>
          <button type="button" className="button primary" data-print hidden>
            Print brief
          </button>
        </p>
      ) : (
        <FormFrame className="" action="?" data-records-printing="">
          <button type="submit" className="button primary" data-pending="Printing…">
            Print brief
          </button>
        </FormFrame>
      )}
      {page.isPrintedNow ? (
        <p data-print-now="">
          <State kind="ok">Recorded as printed by you</State>
          <br />
          <span className="note">If the print window does not open, print from your browser’s menu.</span>
        </p>
      ) : null}
      <p>
        <Size size={page.size} />
      </p>
      <p className="note">
        Prints on A4 or US Letter. If a brief runs over one page, notes to the speaker are left out first,
        then the objection heard least, and the page says so.
      </p>
    </section>
  );
}

function BeforeYouGo({ page }: { page: BriefPage }) {
  return (
    <section aria-labelledby="before">
      <h2 id="before">Before you go</h2>
      <ul>
        <li>
          <span>Points</span>
          {page.isCleared ? (
            <State kind="ok">Cleared</State>
          ) : (
            <State kind="bad">{page.leaving?.mark ?? page.status}</State>
          )}
        </li>
        {page.leaving === null ? null : <AboutThePaper page={page} />}
        <RoomLine event={page.event} />
      </ul>
    </section>
  );
}

function Size({ size }: { size: BriefPage["size"] }) {
  switch (size) {
    case "one page":
      return <State kind="ok">Fits one page</State>;
    case "one page, set smaller":
      return <State kind="warn">One page in smaller type: shorten the points</State>;
    case "more than one page":
      return <State kind="bad">More than one page: shorten the points</State>;
  }
}

function AboutThePaper({ page }: { page: BriefPage }) {
  return (
    <>
      <li>
        <span>Wording they heard</span>
        <WordingHeard differing={page.differing} />
      </li>
      <li>
        <span>Sources</span>
        {page.stale.length === 0 ? (
          <State kind="ok">Current</State>
        ) : (
          <State kind="bad">Stale: {page.stale.join(", ")}</State>
        )}
      </li>
    </>
  );
}
