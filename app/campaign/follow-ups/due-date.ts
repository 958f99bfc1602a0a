import { addDays, weekdayOf } from "#app/time/calendar-date.ts";
import { dayInProse, formatDate, formatDay } from "#app/time/format.ts";
import { holidayOn, holidaysBetween, isWorkingDay, nextDayThat, UNITED_STATES } from "#app/time/holidays.ts";
import { type DateRefusal, explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type DueRefusal = DateRefusal | "due-not-after-event";

export type ParsedDue = { ok: true; dueOn: CalendarDate } | { ok: false; reason: DueRefusal };

/**
 * The day by which a promise is due, typed as text. `eventDay` is the day of the meeting where it was made, or null.
 * Refuses what is no date (see parseDate) and a day that is not after the meeting ("due-not-after-event").
 */
export function parseDueDate(text: string, eventDay: CalendarDate | null, today: CalendarDate): ParsedDue {
  const parsed = parseDate(text, today);
  if (!parsed.ok) return parsed;
  if (!isDueAfter(parsed.date, eventDay)) return { ok: false, reason: "due-not-after-event" };
  return { ok: true, dueOn: parsed.date };
}

/** Whether a promise may be due on that day: after the meeting where it was made. */
export function isDueAfter(dueOn: CalendarDate, eventDay: CalendarDate | null): boolean {
  return eventDay === null || dueOn > eventDay;
}

/** What to tell the person who typed the date; one wording for each refusal. Example: "Enter a date after Tuesday 10 November, like 18 Nov 2026". */
export function explainDueRefusal(
  reason: DueRefusal,
  eventDay: CalendarDate | null,
  home: HomeCountry,
): string {
  if (reason !== "due-not-after-event") return explainDateRefusal(reason);
  if (eventDay === null) throw new Error("A promise of no meeting is due on any day");
  return `Enter a date after ${dayInProse(eventDay, eventDay)}, like ${formatDate(usualDue(eventDay, home))}`;
}

/** The ministry's country (ISO 3166 code) and the city that stands for it on the screen. */
export type HomeCountry = { country: string; city: string };

/** A day that both sides work, about a week after the meeting: the example in hints. */
function usualDue(eventDay: CalendarDate, home: HomeCountry): CalendarDate {
  return nextOpenDay(addDays(eventDay, 8), home);
}

/** When a promise is due for which no day is typed: about a week on from the meeting where it was made, or from `today` where that is past. */
export function dueUnlessTyped(eventDay: CalendarDate, today: CalendarDate, home: HomeCountry): CalendarDate {
  return usualDue(eventDay > today ? eventDay : today, home);
}

/**
 * The day to which a promise is postponed at a touch: a week on from when it was due, or from `today` where that is
 * past, and then the next day on which both sides work.
 */
export function nextWeek(dueOn: CalendarDate, today: CalendarDate, home: HomeCountry): CalendarDate {
  return nextOpenDay(addDays(dueOn < today ? today : dueOn, 7), home);
}

/**
 * Why a day is a poor due date, in words, with the next day on which both Washington and the ministry work; null where
 * both work on it. Example: for 17 November 2026 "a holiday in Prague", better 2026-11-18. Source: DESIGN.md, job 3.
 */
export function closedDay(
  date: CalendarDate,
  home: HomeCountry,
): { where: string; better: CalendarDate } | null {
  const where = whereClosed(date, home);
  if (where === null) return null;
  return { where, better: nextOpenDay(date, home) };
}

/** The holidays of both sides on weekdays within `days` after `date`, in words: "Tue 17 Nov (Prague)"; of another year than `date`, with it. */
export function holidaysAhead(date: CalendarDate, days: number, home: HomeCountry): string[] {
  const last = addDays(date, days);
  return placesOf(home)
    .flatMap(({ country, city }) =>
      holidaysBetween(country, date, last).map((holiday) => ({ ...holiday, city })),
    )
    .filter((holiday) => weekdayOf(holiday.date) <= 5)
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .map((holiday) => `${formatDay(holiday.date, date)} (${holiday.city})`);
}

function placesOf(home: HomeCountry): HomeCountry[] {
  return [{ country: UNITED_STATES, city: "Washington" }, home];
}

function whereClosed(date: CalendarDate, home: HomeCountry): string | null {
  const cities = placesOf(home)
    .filter(({ country }) => holidayOn(date, country) !== null)
    .map(({ city }) => city);
  if (cities.length > 0) return `a holiday in ${cities.join(" and ")}`;
  return weekdayOf(date) > 5 ? "on a weekend" : null;
}

function nextOpenDay(date: CalendarDate, home: HomeCountry): CalendarDate {
  return nextDayThat(date, 1, (day) => isWorkingDay(day, UNITED_STATES) && isWorkingDay(day, home.country));
}
