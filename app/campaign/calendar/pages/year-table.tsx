import type { ReactNode } from "react";
import { type Holiday, UNITED_STATES } from "#app/time/holidays.ts";
import { holidaysHeading } from "#app/time/home-capital.ts";
import { calendarLink } from "../calendar-search.ts";
import type { SessionWeek } from "../session-week.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayAndMonth, nameAndDay, type YearWeek } from "./year-model.ts";
import type { YearPage } from "./year-page.server.ts";

const LOOKS = {
  "in session": "year-in",
  part: "year-part",
  away: "year-away",
  "not known": "year-unknown",
} as const;

/** The weeks as columns; every cell says in words what its mark means. */
export function YearTable({ page, year }: { page: CalendarPage; year: YearPage }) {
  const { weeks } = year;
  return (
    <table className="year-table">
      <caption className="visually-hidden">
        Session year {year.year} in {weeks.length} weeks, each labelled with its Monday
      </caption>
      <Head page={page} year={year} />
      <tbody>
        <Row heading="House" weeks={weeks} cell={({ house }) => <Session week={house} />} />
        <Row heading="Senate" weeks={weeks} cell={({ senate }) => <Session week={senate} />} />
        <Row
          heading={holidaysHeading(UNITED_STATES)}
          weeks={weeks}
          cell={({ federal }) => <Holidays holidays={federal} />}
        />
        {page.homeCountry === UNITED_STATES ? null : (
          <Row
            heading={holidaysHeading(page.homeCountry)}
            weeks={weeks}
            cell={({ atHome }) => <Holidays holidays={atHome} />}
          />
        )}
        <Row heading="Our events" weeks={weeks} cell={(week) => <Events week={week} />} />
        <Row heading="Hours apart" weeks={weeks} cell={({ hours }) => <Hours hours={hours} />} />
      </tbody>
    </table>
  );
}

function Head({ page, year: { months, weeks } }: { page: CalendarPage; year: YearPage }) {
  return (
    <thead>
      <tr>
        <td className="year-row-head" />
        {months.map((month) => (
          <th key={month.first} scope="colgroup" className="month-name" colSpan={month.weeks.length}>
            <a
              href={calendarLink(page.campaignId, page.search, {
                view: "month",
                date: month.first,
                eventId: null,
              })}
            >
              {month.name.slice(0, 3)}
            </a>
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className="year-row-head">
          Week of Monday
        </th>
        {weeks.map((week) => (
          <th
            key={week.monday}
            scope="col"
            className={`year-day${week.hours.isUnusual ? " year-apart" : ""}${lookOf(week)}`}
          >
            <span className="visually-hidden">Week of </span>
            {Number(week.monday.slice(8))}
            <span className="visually-hidden">
              {` ${dayAndMonth(week.monday).split(" ")[1]}`}
              {week.isThisWeek ? ", this week" : ""}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function lookOf({ beginsMonth, isThisWeek }: YearWeek): string {
  return `${beginsMonth ? " month-start" : ""}${isThisWeek ? " this-year-week" : ""}`;
}

type RowProps = { heading: string; weeks: readonly YearWeek[]; cell: (week: YearWeek) => ReactNode };

function Row({ heading, weeks, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">{heading}</th>
      {weeks.map((week) => (
        <td key={week.monday} className={lookOf(week).trim() || undefined}>
          {cell(week)}
        </td>
      ))}
    </tr>
  );
}

function Session({ week }: { week: SessionWeek }) {
  return (
    <span className={`year-cell ${LOOKS[week.standing]}`}>
      <span className="visually-hidden">{week.words}</span>
    </span>
  );
}

function Holidays({ holidays }: { holidays: readonly Holiday[] }) {
  const [first] = holidays;
  if (first === undefined) return null;
  return (
    <span className="year-cell year-holiday">
      <span className="visually-hidden">{holidays.map(nameAndDay).join("; ")}</span>
      <span aria-hidden="true">{Number(first.date.slice(8))}</span>
    </span>
  );
}

function Events({ week: { events, tentative } }: { week: YearWeek }) {
  if (events === 0) return <span className="visually-hidden">none</span>;
  const look = tentative > 0 ? " tentative-only" : events < 3 ? " few-events" : "";
  return (
    <span className={`year-cell our-events${look}`}>
      {events}
      <span className="visually-hidden">
        {events === 1 ? " event" : " events"}
        {tentative > 0 ? `, ${tentative} tentative` : ""}
      </span>
    </span>
  );
}

function Hours({ hours: { ahead, words, isUnusual } }: { hours: YearWeek["hours"] }) {
  if (!isUnusual) return <span className="visually-hidden">{words}</span>;
  return (
    <span className="year-cell year-gap">
      <span aria-hidden="true">{Math.abs(ahead)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
