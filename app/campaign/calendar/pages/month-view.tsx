import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { WEEKDAYS } from "#app/time/calendar-date.ts";
import { Empty } from "#app/ui/page-head.tsx";
import type { EventView } from "../calendar-event-view.ts";
import { calendarLink, selectLinks } from "../calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayNote } from "./day-head.ts";
import { SessionBands, untilOf } from "./event-block.tsx";
import type { MonthDayView, MonthModel } from "./month-model.ts";

type LinkTo = (event: EventView) => string;

/** Weeks as rows, days as sections in them; on the phone a list of the days on which something is. */
export function MonthView({ page, month }: { page: CalendarPage; month: MonthModel }) {
  const inWeek = { ...page.search, view: "week" as const };
  return (
    <div className="month">
      <div className="month-head" aria-hidden="true">
        {WEEKDAYS.map((name) => (
          <span key={name}>{name.slice(0, 3)}</span>
        ))}
      </div>
      {month.weeks.map((week) => (
        <div key={week.monday} className="month-week">
          <SessionBands sessions={week.sessions} of="month" />
          {week.days.map((day, column) => (
            <Day
              key={day.date}
              column={column + 1}
              page={page}
              day={day}
              linkTo={selectLinks(page.campaignId, { ...inWeek, date: day.date })}
            />
          ))}
        </div>
      ))}
      <p className="note">
        <span className={month.gap.isUnusual ? "hours-apart" : undefined}>{month.gap.words}</span>
      </p>
      {page.events > 0 ? null : (
        <Empty
          text="There are no events to show in these weeks."
          act={page.mayWrite ? { label: "Plan an event", to: addressOf.newEvent(page.campaignId) } : null}
        />
      )}
    </div>
  );
}

type DayProps = { page: CalendarPage; day: MonthDayView; column: number; linkTo: LinkTo };

function Day({ page: { campaignId, search }, day, column, linkTo }: DayProps) {
  const link = (view: "week" | "agenda") =>
    calendarLink(campaignId, search, { view, date: day.date, eventId: null });
  const isFree = day.events.length === 0 && day.holidays.length === 0;
  const look = `${day.isToday ? " month-today" : ""}${day.isClosed ? " month-closed" : ""}${day.isOfMonth ? "" : " other-month"}${isFree ? " month-free" : ""}`;
  return (
    <section
      className={`month-day${look}`}
      aria-labelledby={`day-${day.date}`}
      style={{ gridColumn: column }}
    >
      <h2 id={`day-${day.date}`}>
        <a href={link("week")}>
          <span className="visually-hidden">{day.heading}</span>
          <span aria-hidden="true" className="week-number">
            {day.dayOfMonth}
          </span>
          <span aria-hidden="true" className="full">
            {day.heading}
          </span>
        </a>
      </h2>
      <p className="day-notes visually-hidden">{dayNote(day)}</p>
      {day.holidays.length === 0 ? null : (
        <p className="month-holiday-name" aria-hidden="true">
          {day.holidays.join(", ")}
        </p>
      )}
      <ol>
        {day.events.map((event) => (
          <Item key={event.id} event={event} date={day.date} to={linkTo(event)} />
        ))}
      </ol>
      {day.more === 0 ? null : (
        <a className="more-here" href={`${link("agenda")}#day-${day.date}`}>
          and {day.more} more<span className="visually-hidden"> on {day.heading}</span>
        </a>
      )}
    </section>
  );
}

function Item({ event, date, to }: { event: EventView; date: string; to: string }) {
  const until = untilOf(event);
  const begins = event.wallStart.startsWith(date);
  return (
    <li className={`month-event is-${event.look}`}>
      <a href={to}>
        <span className="visually-hidden">{event.day}, </span>
        <span className="event-time">
          {begins ? event.time : "continues"}{" "}
          {begins ? <span className="prague-time">{event.homeTime} </span> : null}
        </span>
        {event.title}
        {event.ownTime === null ? null : <span className="event-time">, {event.ownTime}</span>}
        {until === null || !begins ? null : <span className="event-time">, until {until}</span>}
        <StateMarks state={event.state} />
      </a>
    </li>
  );
}
