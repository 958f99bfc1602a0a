import { daysBetween } from "#app/time/calendar-date.ts";
import { formatDayLabel, formatShortDate } from "#app/time/format.ts";
import { cityOf, dayIfOther } from "#app/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";

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
  return (
    <>
      <a href={to}>
        {dayInWords(dateIn(at, WASHINGTON), today)}, {timeIn(at, WASHINGTON)}
      </a>{" "}
      <span className="sub">
        {dayIfOther(at, homeZone, today)}
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
  return ahead > 0 && ahead < 7 ? formatDayLabel(day).slice(0, -4) : formatShortDate(day, today);
}
