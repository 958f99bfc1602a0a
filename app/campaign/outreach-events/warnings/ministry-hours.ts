import { weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import { cityOf } from "#app/time/format.ts";
import { holidayOn, isWorkingDay } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn, instantOf, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Home, JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/** When the ministry's clearance desk works, on its own clock, on working days. Source: DESIGN.md, section 3 (calendar). */
export const MINISTRY_HOURS = { opens: "09:00", closes: "17:00" } as const;

/**
 * That nobody at the ministry can clear any more when an event begins: by the clock and the working days at home, so
 * that the weeks of five hours count by the instant. Said only while a desk of the ministry must still agree, and not
 * of whole days, which begin at no hour.
 */
export function ministryWarnings(event: JudgedEvent, home: Home): Warning[] {
  if (event.isAllDay || !event.clearers.some(({ side }) => side === "ministry")) return [];
  const closed = whyClosed(event.startsAt, home);
  if (closed === null) return [];
  const words = `The ministry in ${cityOf(home.homeZone)} is closed when the event begins: ${closed}. Anything still to be cleared must be cleared before then.`;
  return [{ kind: "ministry closed", words, who: [], other: null }];
}

/** Why the ministry is closed at an instant, in words; null while it works. */
export function whyClosed(instant: Date, { homeZone, homeCountry }: Home): string | null {
  const day = dateIn(instant, homeZone);
  const holiday = holidayOn(day, homeCountry);
  if (holiday !== null) return `${holiday.name} there`;
  if (weekdayOf(day) > 5) return `${weekdayName(day)} there`;
  const time = timeIn(instant, homeZone);
  if (time >= MINISTRY_HOURS.opens && time < MINISTRY_HOURS.closes) return null;
  return `it is ${time} there, and its hours are ${MINISTRY_HOURS.opens} to ${MINISTRY_HOURS.closes}${inWashington(day, homeZone)}`;
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
