import { formatDay } from "#app/time/format.ts";
import { type Holiday, holidaysBetween, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { daysOnClock, daysTaken } from "./days-taken.ts";
import type { Home, JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/**
 * The public holidays on the days of an event: of the United States on its days as the calendar shows them, at home on
 * those and on the days that it takes on the clock there. Source: DOMAIN.md, rule 10; DESIGN.md, section 1 (job 1).
 */
export function holidayWarnings(
  event: JudgedEvent,
  { homeZone, homeCountry }: Home,
  today: CalendarDate,
): Warning[] {
  const here = daysTaken(event);
  const there = event.isAllDay ? here : daysOnClock(event, homeZone);
  const atHome = {
    first: here.first < there.first ? here.first : there.first,
    last: here.last > there.last ? here.last : there.last,
  };
  const holidays = [
    ...holidaysBetween(UNITED_STATES, here.first, here.last),
    ...(homeCountry === UNITED_STATES ? [] : holidaysBetween(homeCountry, atHome.first, atHome.last)),
  ];
  return holidays.map((holiday) => holidayWarning(holiday, today));
}

function holidayWarning({ date, name, country }: Holiday, today: CalendarDate): Warning {
  return {
    kind: "holiday",
    words: `${formatDay(date, today)} is a holiday: ${name} (${country}).`,
    who: [],
    other: null,
  };
}
