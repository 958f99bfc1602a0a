import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { cityCode, cityOf } from "#app/time/format.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { Empty } from "#app/ui/page-head.tsx";
import { useHomeZone } from "#app/ui/two-clocks.tsx";
import { calendarLink, selectLinks } from "../calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { dayNote } from "./day-head.ts";
import { EventBlock, hooks, QUARTER, type Selecting, SessionBands, untilOf } from "./event-block.tsx";
import type { DayView, WeekModel } from "./week-model.ts";

/** The days side by side; on the phone and on paper the same days one under the other. */
export function WeekView({ page, week }: { page: CalendarPage; week: WeekModel }) {
  const height = (week.hours.length - 1) * 4 * QUARTER;
  const selecting = {
    movesIn: page.mayWrite ? page.campaignId : null,
    selectedId: page.search.eventId,
    linkTo: selectLinks(page.campaignId, page.search),
  };
  return (
    <div>
      <div className={`week-grid days-${week.days.length}`} data-first-hour={week.firstHour}>
        <WeekHead week={week} />
        <SessionBands sessions={week.sessions} of="week" />
        <HolidayBand week={week} />
        <EventBands page={page} week={week} {...selecting} />
        <Hours hours={week.hours} height={height} />
        {week.days.map((day, index) => (
          <Day key={day.date} day={day} column={index + 2} height={height} page={page} {...selecting} />
        ))}
        <p className="prgclose">
          <span className="on-wide">
            Dashed line: 17:00 in {cityOf(useHomeZone())}, when the clearance desk closes.{" "}
          </span>
          <span className={week.gap.isUnusual ? "hours-apart" : undefined}>{week.gap.words}</span> Numbers on
          events are message numbers.
        </p>
      </div>
      {page.events > 0 ? null : (
        <Empty
          text={`There are no events to show in this week. ${week.congress}`}
          act={page.mayWrite ? { label: "Plan an event", to: addressOf.newEvent(page.campaignId) } : null}
        />
      )}
    </div>
  );
}

function WeekHead({ week }: { week: WeekModel }) {
  const homeZone = useHomeZone();
  return (
    <>
      <div className="zone" aria-hidden="true">
        <abbr title="Washington">{cityCode(WASHINGTON)}</abbr>
        <abbr title={cityOf(homeZone)}>{cityCode(homeZone)}</abbr>
      </div>
      {week.days.map((day) => (
        <div key={day.date} className={day.isToday ? "day-head is-today" : "day-head"} aria-hidden="true">
          {day.weekday}
          <b>{day.dayOfMonth}</b>
        </div>
      ))}
    </>
  );
}

function Hours({ hours, height }: { hours: WeekModel["hours"]; height: number }) {
  return (
    <ol className="hour-axis" aria-hidden="true" style={{ height }}>
      {hours.map((hour, index) => (
        <li key={hour.washington} style={{ top: index * 4 * QUARTER }}>
          <span>{hour.washington}</span>
          <span className="prague-hour">{hour.home}</span>
        </li>
      ))}
    </ol>
  );
}

type DayProps = Selecting & { day: DayView; column: number; height: number; page: CalendarPage };

function Day({ day, column, height, page, ...selecting }: DayProps) {
  const look = `${day.isToday ? " is-this-day" : ""}${day.isClosed ? " is-holiday" : ""}${day.placed.length === 0 ? " is-free" : ""}`;
  return (
    <section
      className={`day-column${look}`}
      aria-labelledby={`day-${day.date}`}
      data-day={day.date}
      style={{ gridColumn: column, height }}
    >
      <h2 id={`day-${day.date}`} className="visually-hidden">
        {day.heading}
      </h2>
      <p className="day-notes visually-hidden">{dayNote(day)}</p>
      {day.deskCloses === null ? null : (
        <span className="desk-closes" style={{ top: day.deskCloses * QUARTER }} aria-hidden="true" />
      )}
      <ol className="day-events">
        {day.placed.map((placed) => (
          <EventBlock key={placed.event.id} placed={placed} {...selecting} />
        ))}
      </ol>
      {day.more === 0 ? null : <MoreOfDay page={page} day={day} />}
      {day.now === null ? null : (
        <span className="now-line" style={{ top: day.now * QUARTER }} aria-hidden="true" />
      )}
    </section>
  );
}

/** Those for which the grid has no room, in the agenda of the day. */
function MoreOfDay({ page: { campaignId, search }, day }: { page: CalendarPage; day: DayView }) {
  const agenda = calendarLink(campaignId, search, { view: "agenda", date: day.date, eventId: null });
  return (
    <a className="more-of-day" href={`${agenda}#day-${day.date}`}>
      and {day.more} more<span className="visually-hidden"> on {day.heading}</span>
    </a>
  );
}

/** One cell a day; the next holiday stands in the empty days at the end, where there are two or more. */
function HolidayBand({ week: { days, nextHoliday } }: { week: WeekModel }) {
  const last = days.findLastIndex((day) => day.holidays.length > 0);
  const free = days.length - 1 - last;
  const shown = free >= 2 && nextHoliday !== null ? days.slice(0, last + 1) : days;
  return (
    <div className="session-band" aria-hidden="true">
      <span className="band-label">Holidays</span>
      {shown.map((day) => (
        <span
          key={day.date}
          className={day.holidays.length > 0 ? "on-holiday" : undefined}
          title={day.holidays.length > 0 ? day.holidays.join(", ") : undefined}
        >
          {day.holidays.join(", ")}
        </span>
      ))}
      {shown === days ? null : (
        <span className="next-week" style={{ gridColumn: `${last + 3} / -1` }}>
          {nextHoliday}
        </span>
      )}
    </div>
  );
}

/** Whole days and events of several days, each a band over its days. */
function EventBands({ page, week, ...selecting }: Selecting & { page: CalendarPage; week: WeekModel }) {
  const rows = [...Map.groupBy(week.bands, ({ row }) => row)];
  if (rows.length === 0) return null;
  return (
    <ul className="spans" aria-label="Whole-day events and events over several days">
      {rows.flatMap(([row, bands]) =>
        bands.map(({ event, from, to }) => (
          <li
            key={event.id}
            {...hooks(event, selecting.movesIn)}
            className={`span-event is-${event.look}${selecting.selectedId === event.id ? " is-selected" : ""}`}
            style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: row + 1 }}
          >
            <a
              href={selecting.linkTo(event)}
              aria-current={selecting.selectedId === event.id ? "true" : undefined}
            >
              <span className="band-day visually-hidden">{event.day}, </span>
              <span className="event-time">{event.time} </span>
              <b>{event.title}</b>
              <BandDetails event={event} />
            </a>
          </li>
        )),
      )}
      {week.bandsLeft === 0 ? null : (
        <li className="left" style={{ gridRow: rows.length + 1 }}>
          <a
            href={calendarLink(page.campaignId, page.search, {
              view: "agenda",
              date: week.days[0]?.date ?? page.search.date,
              eventId: null,
            })}
          >
            and {week.bandsLeft} more
          </a>
        </li>
      )}
    </ul>
  );
}

function BandDetails({ event }: { event: WeekModel["bands"][number]["event"] }) {
  const until = untilOf(event);
  return (
    <>
      {until === null ? null : `, until ${until}`}
      {event.ownTime === null ? null : `, ${event.ownTime}`}
      <StateMarks state={event.state} />
    </>
  );
}
