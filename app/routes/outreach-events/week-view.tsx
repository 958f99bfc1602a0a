import { formatDay } from "#app/domain/time/format.ts";
import { cityCode, cityOf } from "#app/domain/time/two-clocks.ts";
import { WASHINGTON } from "#app/domain/time/wall-time.ts";
import { Empty } from "#app/ui/page-head.tsx";
import type { EventView } from "./calendar-event-view.ts";
import type { CalendarPage } from "./calendar-page.server.ts";
import { selectLinks } from "./calendar-search.ts";
import type { DayView, PlacedView, WeekModel } from "./week-model.ts";

const QUARTER = 18;

/** Five days side by side; on the phone and on paper the same days one under the other. */
export function WeekView({ page, week }: { page: CalendarPage; week: WeekModel }) {
  const { homeZone, events } = page;
  const height = (week.hours.length - 1) * 4 * QUARTER;
  const linkTo = selectLinks(page.campaignId, page.search);
  return (
    <div>
      <div className={`week days-${week.days.length}`} data-first-hour={week.firstHour}>
        <div className="zone" aria-hidden="true">
          <abbr title="Washington">{cityCode(WASHINGTON)}</abbr>
          <abbr title={cityOf(homeZone)}>{cityCode(homeZone)}</abbr>
        </div>
        {week.days.map((day) => (
          <div key={day.date} className={day.isToday ? "dh t" : "dh"} aria-hidden="true">
            {day.weekday}
            <b>{day.dayOfMonth}</b>
          </div>
        ))}
        <HolidayBand week={week} />
        <SpanBands week={week} linkTo={linkTo} />
        <ol className="hrs" aria-hidden="true" style={{ height }}>
          {week.hours.map((hour, index) => (
            <li key={hour.washington} style={{ top: index * 4 * QUARTER }}>
              <span>{hour.washington}</span>
              <span className="pr">{hour.home}</span>
            </li>
          ))}
        </ol>
        {week.days.map((day, index) => (
          <Day
            key={day.date}
            day={day}
            column={index + 2}
            height={height}
            selectedId={page.search.eventId}
            linkTo={linkTo}
            movesIn={page.mayWrite ? page.campaignId : null}
          />
        ))}
        <p className="prgclose">
          <span className="wide">
            Dashed line: 17:00 in {cityOf(homeZone)}, when the clearance desk closes.{" "}
          </span>
          {week.gap} Numbers on events are messages.
        </p>
      </div>
      {events > 0 ? null : (
        <Empty
          text="Nothing planned this week."
          act={page.mayWrite ? { label: "Plan an event", to: `/c/${page.campaignId}/events/new` } : null}
        />
      )}
    </div>
  );
}

/** Events of several days, each a band over its days. */
function SpanBands({ week, linkTo }: { week: WeekModel; linkTo: Selecting["linkTo"] }) {
  return week.spans.map(({ event, from, to }) => (
    <div key={event.id} className="band">
      <span className="bl">Days</span>
      <span className="span" style={{ gridColumn: `${from + 2} / ${to + 3}` }}>
        <a href={linkTo(event)}>
          <span className="vh">{event.day}, </span>
          {event.title}, until {untilOf(event)}
        </a>
      </span>
    </div>
  ));
}

/** One cell a day; the next holiday stands in the empty days at the end, where there are two or more. */
function HolidayBand({ week: { days, nextHoliday } }: { week: WeekModel }) {
  const last = days.findLastIndex((day) => day.holidays.length > 0);
  const free = days.length - 1 - last;
  const shown = free >= 2 && nextHoliday !== null ? days.slice(0, last + 1) : days;
  return (
    <div className="band" aria-hidden="true">
      <span className="bl">Holidays</span>
      {shown.map((day) => (
        <span
          key={day.date}
          className={day.holidays.length > 0 ? "ho" : undefined}
          title={day.holidays.join(", ")}
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

type Selecting = {
  movesIn: string | null;
  selectedId: string | null;
  linkTo: ReturnType<typeof selectLinks>;
};
type DayProps = Selecting & { day: DayView; column: number; height: number };

function Day({ day, column, height, ...selecting }: DayProps) {
  const look = [day.isToday ? "today" : "", day.isClosed ? "hol" : "", day.placed.length === 0 ? "free" : ""];
  return (
    <section
      className={["day", ...look].join(" ")}
      aria-labelledby={`day-${day.date}`}
      data-day={day.date}
      style={{ gridColumn: column, height }}
    >
      <h2 id={`day-${day.date}`} className="vh">
        {day.heading}
      </h2>
      {day.holidays.length === 0 ? null : <p className="dn vh">{day.holidays.join(", ")}</p>}
      {day.deskCloses === null ? null : (
        <span className="desk" style={{ top: day.deskCloses * QUARTER }} aria-hidden="true" />
      )}
      <ol className="evs">
        {day.placed.map((placed) => (
          <Block key={placed.event.id} placed={placed} {...selecting} />
        ))}
      </ol>
      {day.now === null ? null : (
        <span className="now" style={{ top: day.now * QUARTER }} aria-hidden="true" />
      )}
    </section>
  );
}

/** Overlapping events cascade: each next lane begins further right and lies over the one before. */
function Block({ placed, movesIn, selectedId, linkTo }: Selecting & { placed: PlacedView }) {
  const { event, top, height, lane, lanes, lines } = placed;
  const isSelected = selectedId === event.id;
  const left = lane * Math.min(22, 66 / Math.max(1, lanes - 1));
  const isTight = height < 3;
  const isMovable = event.isMovable && event.campaignId === movesIn;
  return (
    <li
      {...hooks(event, isMovable)}
      className={["ev", event.look, isSelected ? "sel" : "", isTight ? "tight" : ""].join(" ")}
      style={{
        top: top * QUARTER,
        height: height * QUARTER - 2,
        left: `calc(${left}% + 2px)`,
        width: `calc(${100 - left}% - 4px)`,
      }}
    >
      <a href={linkTo(event)} aria-current={isSelected ? "true" : undefined}>
        <span className="vh">{event.day}, </span>
        <span className="et">
          {event.time} <span className="p">{event.homeTime}</span>
        </span>
        <b style={{ WebkitLineClamp: lines.title }}>{event.title}</b>
        {event.state === null ? null : (
          <span className={`st ${event.state.tone}${lines.status ? "" : " nofit"}`}>{event.state.words}</span>
        )}
        <span className={lines.details ? "ew" : "ew nofit"}>{detailsOf(event)}</span>
      </a>
    </li>
  );
}

/** What a script needs to move an event: who it is, in which version, and when it begins in Washington. */
function hooks({ id, version, wallStart }: EventView, isMovable: boolean) {
  return isMovable ? { "data-event": id, "data-version": version, "data-start": wallStart } : {};
}

/** "Thu 3 Dec, 18:00": the end of an event of several days. */
function untilOf({ wallEnd }: EventView): string {
  return `${formatDay(wallEnd.slice(0, 10))}, ${wallEnd.slice(11)}`;
}

/** "1, 3 · Jana": the messages and the owner. */
export function detailsOf(event: EventView): string {
  return [event.messages.join(", "), event.owner ?? ""].filter(Boolean).join(" · ");
}
