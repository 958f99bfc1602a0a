import { addressOf } from "#app/http/addresses.ts";
import { mondayOf } from "#app/time/calendar-date.ts";
import { formatDay, formatDayLabel } from "#app/time/format.ts";
import type { Holiday } from "#app/time/holidays.ts";
import { holidayOfCountry } from "#app/time/home-capital.ts";
import { calendarLink } from "../calendar-search.ts";
import type { LeadsTo, TimeToPlan } from "../weeks-to-plan.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayAndMonth, type MonthOfWeeks, nameAndDay, type YearWeek } from "./year-model.ts";
import type { YearPage, YearSources } from "./year-page.server.ts";

type Month = MonthOfWeeks<YearWeek>;

/** The year by month for the phone: from this month on open, the months before it folded. */
export function YearMonths({ page, year }: { page: CalendarPage; year: YearPage }) {
  const thisMonth = page.today.slice(0, 7);
  const isCurrent = page.today.startsWith(String(year.year));
  const earlier = isCurrent ? year.months.filter(({ first }) => first.slice(0, 7) < thisMonth) : [];
  const coming = year.months.filter((month) => !earlier.includes(month));
  return (
    <div className="year-months">
      <p className="small secondary">
        {isCurrent ? "By month, starting with this one." : "By month."} Each week is labelled with its Monday.
      </p>
      {coming.map((month) => (
        <section key={month.first} aria-labelledby={`m-${month.first}`}>
          <h2 id={`m-${month.first}`}>{month.name}</h2>
          <Weeks month={month} />
        </section>
      ))}
      {earlier.length === 0 ? null : <h2>Earlier in {year.year}</h2>}
      {earlier.map((month) => (
        <details key={month.first}>
          <summary>
            {month.name} <span>{eventsInWords(sumOf(month)) ?? "no events"}</span>
          </summary>
          <Weeks month={month} />
        </details>
      ))}
    </div>
  );
}

function Weeks({ month }: { month: Month }) {
  return (
    <ul>
      {month.weeks.map((week) => (
        <li key={week.monday} className={week.isThisWeek ? "year-now" : undefined}>
          <span className="year-day">
            {dayAndMonth(week.monday)}
            {week.isThisWeek ? <span className="month-detail">this week</span> : null}
          </span>
          <span>
            <Count week={week} />
            {week.congress}
            {[...week.federal, ...week.atHome].map((holiday) => (
              <span key={`${holiday.country} ${holiday.date}`} className="month-detail">
                {holidayInFull(holiday)}
              </span>
            ))}
            {week.hours.isUnusual ? <span className="month-detail">{week.hours.words}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Count({ week: { events, tentative } }: { week: YearWeek }) {
  if (events === 0) return null;
  return (
    <>
      <b>{eventsInWords(events)}</b>
      {tentative === 0 ? "" : `, ${tentative} tentative`}.{" "}
    </>
  );
}

function sumOf({ weeks }: Month): number {
  return weeks.reduce((sum, week) => sum + week.events, 0);
}

function eventsInWords(events: number): string | null {
  if (events === 0) return null;
  return events === 1 ? "1 event" : `${events} events`;
}

/** "US holiday: Veterans Day, Wed 11 Nov" */
function holidayInFull(holiday: Holiday): string {
  const words = holidayOfCountry(holiday.country);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${nameAndDay(holiday)}`;
}

/** The weeks that need a plan, each with its reasons and the way there. */
export function TimesToPlan({ page, times }: { page: CalendarPage; times: readonly TimeToPlan[] }) {
  return (
    <section aria-labelledby="weeks-to-plan">
      <h2 id="weeks-to-plan">Weeks to plan for</h2>
      {times.length === 0 ? (
        <p className="note">
          No weeks to plan for: the year is over, or its session weeks are not known yet.
        </p>
      ) : null}
      <ul className="notes-by-week">
        {times.map((time) => (
          <li key={`${time.first} ${time.leads.to} ${time.last}`}>
            <span className="year-day">
              <b>
                {time.leads.to === "new Congress"
                  ? formatDay(time.first, page.today)
                  : formatDayLabel(time.first)}
              </b>
              {time.last === null ? null : ` to ${formatDayLabel(time.last)}`}
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
      <span className="visually-hidden">, {formatDayLabel(time.first)}</span>
    </a>
  );
}

function wayOf({ campaignId, search, today }: CalendarPage, leads: LeadsTo): { to: string; words: string } {
  switch (leads.to) {
    case "visit":
      return { to: addressOf.event(leads.campaignId, leads.id), words: "Visit" };
    case "new Congress":
      return { to: addressOf.newCongress(campaignId), words: "Prepare" };
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
    <section className="sources-of-year" aria-labelledby="rests-on">
      <h2 id="rests-on">Sources</h2>
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
