import { weekdayOf } from "#app/time/calendar-date.ts";
import { addWorkingDays, isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import { type CalendarDate, WASHINGTON, type Zone } from "#app/time/wall-time.ts";

/** Where somebody works: the country whose holidays close the office; null where only the week-end is known. */
export type WorkingCountry = string | null;

/**
 * The country of a person's working days, by the zone of the account: Washington's zone is the United States, the
 * ministry's zone its country. Of any other zone only Monday to Friday is known. Source: DESIGN.md, section 3.
 */
export function workingCountryOf(zone: Zone, home: { homeZone: Zone; homeCountry: string }): WorkingCountry {
  if (zone === WASHINGTON) return UNITED_STATES;
  return zone === home.homeZone ? home.homeCountry : null;
}

/** Whether that person's office works on the day. */
export function isDayOfWork(date: CalendarDate, country: WorkingCountry): boolean {
  return country === null ? weekdayOf(date) <= 5 : isWorkingDay(date, country);
}

/** The last day before `date` on which that person's office works. */
export function dayOfWorkBefore(date: CalendarDate, country: WorkingCountry): CalendarDate {
  // A country without known holidays has Monday to Friday.
  return addWorkingDays(date, -1, country ?? "");
}
