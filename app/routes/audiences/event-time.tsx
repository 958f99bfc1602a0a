import { daysBetween } from "#app/domain/time/calendar-date.ts";
import { formatDay, formatShortDate } from "#app/domain/time/format.ts";
import { cityOf } from "#app/domain/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";

/** When an event begins, as a link: the day and Washington's time, the home capital's time under it. */
export function EventTime({
  to,
  startsAt,
  isTentative,
  homeZone,
  today,
}: {
  to: string;
  startsAt: string;
  isTentative: boolean;
  homeZone: string;
  today: string;
}) {
  const at = new Date(startsAt);
  const homeDay = dateIn(at, homeZone);
  const day = homeDay === dateIn(at, WASHINGTON) ? "" : `${formatDay(homeDay)}, `;
  return (
    <>
      <a href={to}>
        {dayInWords(dateIn(at, WASHINGTON), today)}, {timeIn(at, WASHINGTON)}
      </a>{" "}
      <span className="sub">
        {day}
        {timeIn(at, homeZone)} {cityOf(homeZone)}
        {isTentative ? ", tentative" : ""}
      </span>
    </>
  );
}

/** "Today", "Thu 12" within a week, "19 Nov" later. */
function dayInWords(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return "Today";
  return ahead > 0 && ahead < 7 ? formatDay(day).slice(0, -4) : formatShortDate(day, today);
}
