import { calendarLink } from "#app/campaign/outreach-events/moving/calendar-search.ts";
import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import type { CalendarPage } from "./calendar-page.server.ts";
import { hooks, type Selecting, untilOf } from "./event-block.tsx";
import type { WeekModel } from "./week-model.ts";

/** One cell a day; the next holiday stands in the empty days at the end, where there are two or more. */
export function HolidayBand({ week: { days, nextHoliday } }: { week: WeekModel }) {
  const last = days.findLastIndex((day) => day.holidays.length > 0);
  const free = days.length - 1 - last;
  const shown = free >= 2 && nextHoliday !== null ? days.slice(0, last + 1) : days;
  return (
    <div className="band hols" aria-hidden="true">
      <span className="bl">Holidays</span>
      {shown.map((day) => (
        <span
          key={day.date}
          className={day.holidays.length > 0 ? "ho" : undefined}
          title={day.holidays.length > 0 ? day.holidays.join(", ") : undefined}
        >
          {day.holidays.join(", ")}
        </span>
      ))}
      {shown === days ? null : (
        <span className="next" style={{ gridColumn: `${last + 3} / -1` }}>
          {nextHoliday}
        </span>
      )}
    </div>
  );
}

/** Whole days and events of several days, each a band over its days. */
export function EventBands({
  page,
  week,
  ...selecting
}: Selecting & { page: CalendarPage; week: WeekModel }) {
  const rows = [...Map.groupBy(week.bands, ({ row }) => row)];
  if (rows.length === 0) return null;
  return (
    <ul className="spans" aria-label="Over the days">
      {rows.flatMap(([row, bands]) =>
        bands.map(({ event, from, to }) => (
          <li
            key={event.id}
            {...hooks(event, selecting.movesIn)}
            className={`span ${event.look}${selecting.selectedId === event.id ? " sel" : ""}`}
            style={{ gridColumn: `${from + 2} / ${to + 3}`, gridRow: row + 1 }}
          >
            <a
              href={selecting.linkTo(event)}
              aria-current={selecting.selectedId === event.id ? "true" : undefined}
            >
              <span className="vh">{event.day}, </span>
              <span className="et">{event.time} </span>
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
