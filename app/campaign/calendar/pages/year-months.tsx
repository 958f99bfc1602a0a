import { holidayOfCountry } from "#app/campaign/accounts/holiday-names.ts";
import type { Holiday } from "#app/time/holidays.ts";
import type { MonthOfWeeks } from "../session-year.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayAndMonth, type YearWeek } from "./year-model.ts";
import type { YearPage } from "./year-page.server.ts";

type Month = MonthOfWeeks<YearWeek>;

/** The year by month for the phone: from this month on open, the months before it folded. */
export function YearMonths({ page, year }: { page: CalendarPage; year: YearPage }) {
  const thisMonth = page.today.slice(0, 7);
  const isCurrent = page.today.startsWith(String(year.year));
  const earlier = isCurrent ? year.months.filter(({ first }) => first.slice(0, 7) < thisMonth) : [];
  const coming = year.months.filter((month) => !earlier.includes(month));
  return (
    <div className="months">
      <p className="small sub">
        {isCurrent ? "By month, from this one." : "By month."} Each week is named by its Monday.
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
        <li key={week.monday} className={week.isThisWeek ? "today" : undefined}>
          <span className="d">
            {dayAndMonth(week.monday)}
            {week.isThisWeek ? <span className="x">this week</span> : null}
          </span>
          <span>
            <Count week={week} />
            {week.congress}
            {[...week.federal, ...week.atHome].map((holiday) => (
              <span key={`${holiday.country} ${holiday.date}`} className="x">
                {holidayInFull(holiday)}
              </span>
            ))}
            {week.hours.isUnusual ? <span className="x">{week.hours.words}</span> : null}
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

/** "US holiday: Veterans Day, 11 Nov" */
function holidayInFull({ country, name, date }: Holiday): string {
  const words = holidayOfCountry(country);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${name}, ${dayAndMonth(date)}`;
}
