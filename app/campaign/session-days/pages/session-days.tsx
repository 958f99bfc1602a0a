import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignPage } from "#app/http/page.server.ts";
import { FIRST_YEAR, LAST_YEAR } from "#app/time/calendar-date.ts";
import { History } from "#app/ui/history.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { listChanges } from "#db/history.server.ts";
import { sourcesOf } from "../spans.ts";
import { findKnownYears, listSessionDays } from "../store.server.ts";
import { countNotKnown, endsOfYear, monthsOfDays } from "../year-of-days.ts";
import { SaidBy } from "./days-plan.tsx";
import { MonthsOfDays } from "./months-of-days.tsx";
import styles from "./session-days.css?url";

export const meta = () => pageTitle("Congress’s calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

const MOST_CHANGES = 8;

const search = z.object({ year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).catch(0) });

export const loader = campaignPage("read", async ({ database, campaign, today, url, may }) => {
  const thisYear = Number(today.slice(0, 4));
  const year = search.parse(Object.fromEntries(url.searchParams)).year || thisYear;
  const { first, last } = endsOfYear(year);
  const days = await listSessionDays(database.read, first, last);
  const months = monthsOfDays(days, year);
  return {
    base: `/c/${campaign.id}`,
    year,
    thisYear,
    months,
    known: await findKnownYears(database.read),
    notKnown: countNotKnown(months),
    sources: sourcesOf(days),
    history: await listChanges(database.read, "session days", "congress", MOST_CHANGES + 1),
    mayWrite: may("write"),
  };
});

export default function SessionDays() {
  const { base, year, thisYear, months, known, mayWrite } = useLoaderData<typeof loader>();
  const here = `${base}/session-days`;
  return (
    <>
      <PageHead
        title={`Congress’s calendar ${year}`}
        sub="When the House and the Senate meet. One calendar for the whole installation: every campaign sees it, and a change here changes it for all."
        crumbs={[{ label: "Calendar", to: `${base}/calendar` }, "Congress"]}
        acts={
          <a className="button" href={`${here}/import`}>
            Import or export
          </a>
        }
        next={mayWrite ? { label: "Edit days", to: `${here}/edit` } : null}
      />
      <YearsBar here={here} year={year} thisYear={thisYear} known={known} />
      <div className="stack">
        <MonthsOfDays months={months} edit={mayWrite ? `${here}/edit` : null} />
        <WhatThisRestsOn />
        <WhatWasChanged />
      </div>
    </>
  );
}

function WhatThisRestsOn() {
  const { sources, notKnown, year } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="rests-on">
      <h2 id="rests-on">Sources</h2>
      {sources.length === 0 ? <p className="empty">There is no information for {year} yet.</p> : null}
      <ul className="rows">
        {sources.map(({ source, asOf, days }) => (
          <li key={`${asOf} ${source}`}>
            <span>{days === 1 ? "1 day" : `${days} days`}</span>
            <span>
              <SaidBy source={source} asOf={asOf} />
            </span>
          </li>
        ))}
      </ul>
      <p className="note">
        Working days in {year} that no source covers are shown as not known: {notKnown.House} for the House,{" "}
        {notKnown.Senate} for the Senate. The leadership of each chamber may change its calendar; a pro forma
        session does not count as a session here.
      </p>
    </section>
  );
}

function WhatWasChanged() {
  const { history } = useLoaderData<typeof loader>();
  const changes = history.map((change) => ({ ...change, fields: [] }));
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Changes</h2>
      <History changes={changes} most={MOST_CHANGES} />
    </section>
  );
}

/** The years that can be looked at: those of which something is known, and one before and after the year shown. */
function YearsBar({
  here,
  year,
  thisYear,
  known,
}: {
  here: string;
  year: number;
  thisYear: number;
  known: { first: number; last: number } | null;
}) {
  const wanted = [year - 1, year, year + 1, thisYear, known?.first ?? year, known?.last ?? year];
  const years = [...new Set(wanted)]
    .filter((one) => one >= FIRST_YEAR && one <= LAST_YEAR)
    .sort((a, b) => a - b);
  return (
    <nav className="tabs" aria-label="Year">
      {years.map((one) => (
        <a
          key={one}
          href={one === thisYear ? here : `${here}?year=${one}`}
          aria-current={one === year ? "page" : undefined}
        >
          {one}
        </a>
      ))}
    </nav>
  );
}
