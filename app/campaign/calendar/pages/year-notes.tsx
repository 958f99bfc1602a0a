import { calendarLink } from "#app/campaign/outreach-events/moving/calendar-search.ts";
import { mondayOf } from "#app/time/calendar-date.ts";
import { formatDayLabel, formatDayWithYear } from "#app/time/format.ts";
import type { LeadsTo, TimeToPlan } from "../weeks-to-plan.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayAndMonth } from "./year-model.ts";
import type { YearSources } from "./year-sources.ts";

/** The weeks that need a plan, each with its reasons and the way there. */
export function TimesToPlan({ page, times }: { page: CalendarPage; times: readonly TimeToPlan[] }) {
  return (
    <section aria-labelledby="weeks-to-plan">
      <h2 id="weeks-to-plan">Weeks to plan for</h2>
      {times.length === 0 ? (
        <p className="note">None by the rules: the year is over, or nothing of it is known.</p>
      ) : null}
      <ul className="wk">
        {times.map((time) => (
          <li key={`${time.first} ${time.leads.to} ${time.last}`}>
            <span className="d">
              <b>
                {time.leads.to === "new Congress"
                  ? formatDayWithYear(time.first)
                  : formatDayLabel(time.first)}
              </b>
              {time.last === null ? null : ` to ${dayAndMonth(time.last)}`}
            </span>
            <span>{time.sentences.join(" ")}</span>
            <Way page={page} time={time} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ page, time }: { page: CalendarPage; time: TimeToPlan }) {
  const { to, words } = wayOf(page, time.leads);
  return (
    <a href={to}>
      {words}
      <span className="vh">, {formatDayLabel(time.first)}</span>
    </a>
  );
}

function wayOf({ campaignId, search, today }: CalendarPage, leads: LeadsTo): { to: string; words: string } {
  switch (leads.to) {
    case "visit":
      return { to: `/c/${leads.campaignId}/events/${leads.id}`, words: "Visit" };
    case "new Congress":
      return { to: `/c/${campaignId}/new-congress`, words: "Prepare" };
    case "week": {
      const words = leads.date === mondayOf(today) ? "This week" : "Open";
      return {
        to: calendarLink(campaignId, search, { view: "week", date: leads.date, eventId: null }),
        words,
      };
    }
  }
}

/** Where the year's marks come from. */
export function WhatThisRestsOn({ sources: { congress, holidays, hours } }: { sources: YearSources }) {
  return (
    <section className="src" aria-labelledby="rests-on">
      <h2 id="rests-on">What this rests on</h2>
      <p>
        <b>House and Senate.</b> {congress}
      </p>
      <p>
        <b>Holidays.</b> {holidays}
      </p>
      {hours === null ? null : (
        <p>
          <b>{hours.heading}.</b> {hours.text}
        </p>
      )}
    </section>
  );
}
