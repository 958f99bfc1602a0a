import { weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import { holidayOn, isWorkingDay } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn, instantOf, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** The clock and the holidays at home: an IANA zone, and a country by ISO 3166. */
export type Home = { homeZone: Zone; homeCountry: string };

/** When the ministry's clearance desk works, on its own clock, on working days. Source: DESIGN.md, section 3 (calendar). */
export const MINISTRY_HOURS = { opens: "09:00", closes: "17:00" } as const;

/** Why the ministry is closed at an instant, in words; null while it works. */
export function whyClosed(instant: Date, { homeZone, homeCountry }: Home): string | null {
  const day = dateIn(instant, homeZone);
  const holiday = holidayOn(day, homeCountry);
  if (holiday !== null) return `${holiday.name} there`;
  if (weekdayOf(day) > 5) return `${weekdayName(day)} there`;
  const time = timeIn(instant, homeZone);
  if (time >= MINISTRY_HOURS.opens && time < MINISTRY_HOURS.closes) return null;
  return `it is ${time} there, and the ministry works from ${MINISTRY_HOURS.opens} to ${MINISTRY_HOURS.closes}${inWashington(day, homeZone)}`;
}

/** When the ministry works on a day of its own calendar; null where it does not. */
export function ministryOpen(
  day: CalendarDate,
  { homeZone, homeCountry }: Home,
): { startsAt: Date; endsAt: Date } | null {
  if (!isWorkingDay(day, homeCountry)) return null;
  const opens = instantOf(`${day}T${MINISTRY_HOURS.opens}`, homeZone, "first");
  const closes = instantOf(`${day}T${MINISTRY_HOURS.closes}`, homeZone, "first");
  return opens.ok && closes.ok ? { startsAt: opens.instant, endsAt: closes.instant } : null;
}

function inWashington(day: CalendarDate, homeZone: Zone): string {
  const [opens, closes] = [MINISTRY_HOURS.opens, MINISTRY_HOURS.closes].map((time) =>
    instantOf(`${day}T${time}`, homeZone, "first"),
  );
  if (!opens?.ok || !closes?.ok || homeZone === WASHINGTON) return "";
  return ` (${timeIn(opens.instant, WASHINGTON)} to ${timeIn(closes.instant, WASHINGTON)} in Washington)`;
}
