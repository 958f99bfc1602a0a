import { addDays } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import { type Holiday, holidaysBetween, UNITED_STATES } from "#app/time/holidays.ts";
import { holidayOfCountry } from "#app/time/home-capital.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAYS_AHEAD = 21;

type AtHome = { homeCountry: string };

/** The holidays of Washington and of the country at home, its own first where it is the same. */
export function holidaysOfBoth(first: CalendarDate, last: CalendarDate, { homeCountry }: AtHome): Holiday[] {
  const countries = [...new Set([UNITED_STATES, homeCountry])];
  return countries.flatMap((country) => holidaysBetween(country, first, last));
}

/** "Veterans Day (US)" */
export function holidayInWords({ name, country }: Holiday): string {
  return `${name} (${country})`;
}

/** The first holiday of either side in the three weeks after the days shown: "Next: Tue 17 Nov, Czech holiday". */
export function nextHoliday(lastShown: CalendarDate, atHome: AtHome): string | null {
  const coming = holidaysOfBoth(addDays(lastShown, 1), addDays(lastShown, DAYS_AHEAD), atHome);
  const [next] = coming.sort((a, b) => a.date.localeCompare(b.date));
  return next === undefined
    ? null
    : `Next: ${formatDay(next.date, lastShown)}, ${holidayOfCountry(next.country)}`;
}
