import { cityOf } from "#app/time/two-clocks.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { YearMonths } from "./year-months.tsx";
import { TimesToPlan, WhatThisRestsOn } from "./year-notes.tsx";
import type { YearPage } from "./year-page.server.ts";
import { YearTable } from "./year-table.tsx";

/** The session year: 52 weeks beside one another, on the phone by month, and under them what to plan for. */
export function YearView({ page, year }: { page: CalendarPage; year: YearPage }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: between 832 and 1248 px it scrolls in itself, by keyboard too. */}
      <section className="yrwrap" tabIndex={0} aria-label="Session year, table">
        <YearTable page={page} year={year} />
      </section>
      <Key page={page} year={year} />
      <YearMonths page={page} year={year} />
      <div className="under">
        <TimesToPlan page={page} times={year.times} />
        <WhatThisRestsOn sources={year.sources} />
      </div>
    </>
  );
}

function Key({ page: { homeZone }, year }: { page: CalendarPage; year: YearPage }) {
  const unusual = year.weeks.find(({ hours }) => hours.isUnusual);
  const usual = year.weeks.find(({ hours }) => !hours.isUnusual);
  return (
    <p className="key bigkey">
      <span>
        <i className="c in" />
        In session
      </span>
      <span>
        <i className="c part" />
        Part of the week
      </span>
      <span>
        <i className="c out" />
        Away
      </span>
      <span>
        <i className="c unk" />
        Not known
      </span>
      <span>
        <i className="c ho">7</i>Holiday, its day
      </span>
      <span>
        <i className="c our">3</i>Three events or more
      </span>
      <span>
        <i className="c our few">2</i>One or two
      </span>
      <span>
        <i className="c our tent">2</i>Some tentative
      </span>
      {unusual === undefined || usual === undefined ? null : (
        <span>
          <i className="c gap">{Math.abs(unusual.hours.ahead)}</i>
          {`${cityOf(homeZone)} ${unusual.hours.words}, else ${Math.abs(usual.hours.ahead)}`}
        </span>
      )}
      <span className="framed">Framed: this week</span>
    </p>
  );
}
