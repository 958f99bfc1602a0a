import { daysBetween, weekdayName } from "./calendar-date.ts";
import {
  type CalendarDate,
  dateIn,
  daysOnClock,
  type Timed,
  timeIn,
  WASHINGTON,
  type Zone,
} from "./wall-time.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function partsOf(date: CalendarDate): { day: number; month: string; year: string } {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
  return { day: Number(date.slice(8, 10)), month, year: date.slice(0, 4) };
}

/** " 2026", or nothing where that is the year of `today`: the one rule of years. */
function yearUnlessThis(date: CalendarDate, today: CalendarDate): string {
  const year = date.slice(0, 4);
  return year === today.slice(0, 4) ? "" : ` ${year}`;
}

/** "12 Nov 2026": a date as it is typed, and of what is kept and read in other years. Else `formatDay`. */
export function formatDate(date: CalendarDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** "Thu 12 Nov": a short label, only where the year stands beside it or cannot be another. */
export function formatDayLabel(date: CalendarDate): string {
  const { day, month } = partsOf(date);
  return `${weekdayName(date).slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

/** "Thu 12 Nov" in the year of `today`, "Wed 12 Nov 2025" in any other. */
export function formatDay(date: CalendarDate, today: CalendarDate): string {
  return formatDayLabel(date) + yearUnlessThis(date, today);
}

/** "Thu 12 Nov 2026". */
export function formatDayWithYear(date: CalendarDate): string {
  return `${formatDayLabel(date)} ${date.slice(0, 4)}`;
}

/** "Thursday 12 November 2026": for headings and for readers who listen. */
export function formatLongDay(date: CalendarDate): string {
  const { day, month, year } = partsOf(date);
  return `${weekdayName(date)} ${day} ${month} ${year}`;
}

/** "12 Nov", "12 Nov 2025" in another year than `today`: only on the axis of a chart. */
export function formatDayOnAxis(date: CalendarDate, today: CalendarDate): string {
  return formatDate(date).slice(0, -5) + yearUnlessThis(date, today);
}

/** "Thursday 3 December", "Sunday 3 January 2027": in full in a sentence; the year where it is not that of `today`. */
export function dayInProse(date: CalendarDate, today: CalendarDate): string {
  const { day, month } = partsOf(date);
  return `${weekdayName(date)} ${day} ${month}${yearUnlessThis(date, today)}`;
}

/** "November", "December 2025"; the year as in `dayInProse`. */
export function monthInProse(date: CalendarDate, today: CalendarDate): string {
  return partsOf(date).month + yearUnlessThis(date, today);
}

/** "9 to 13 November", "28 December to 1 January 2027": a span of days; each year as in `dayInProse`. */
export function daysInProse(first: CalendarDate, last: CalendarDate, today: CalendarDate): string {
  const inFull = formatDays(first, last);
  const isThisYear = [first, last].every((date) => yearUnlessThis(date, today) === "");
  return isThisYear ? inFull.slice(0, -5) : inFull;
}

function dayAndTime(instant: Date, today: CalendarDate, zone: Zone): string {
  return `${formatDay(dateIn(instant, zone), today)}, ${timeIn(instant, zone)}`;
}

/** "Thu 12 Nov, 14:00 in Washington": what clocks in `zone` show at `instant`; its year where that is not the year of `today`. */
export function formatDayAndTime(instant: Date, today: CalendarDate, zone: Zone = WASHINGTON): string {
  return `${dayAndTime(instant, today, zone)} in ${cityOf(zone)}`;
}

/** "Thu 12 Nov 2026, 14:00 in Washington": for what is kept and read in other years. */
export function formatDayAndTimeWithYear(instant: Date): string {
  return `${formatDayWithYear(dateIn(instant, WASHINGTON))}, ${timeIn(instant, WASHINGTON)} in Washington`;
}

/** "9 to 13 November 2026", "28 December 2026 to 1 January 2027": a span of days in full. */
export function formatDays(first: CalendarDate, last: CalendarDate): string {
  const from = partsOf(first);
  const to = partsOf(last);
  const end = `${to.day} ${to.month} ${to.year}`;
  if (first === last) return end;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${from.day} to ${end}`;
  if (from.year === to.year) return `${from.day} ${from.month} to ${end}`;
  return `${from.day} ${from.month} ${from.year} to ${end}`;
}

/** "today", "tomorrow", "yesterday", "in 5 days", "12 days ago". */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "45 min", "1 h", "1 h 20 min". `minutes` is a whole number from 0. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export type TwoClocks = {
  /** "Thu 12 Nov, 14:00" */
  washington: string;
  /** "20:00 in Prague", or "Fri 13 Nov, 01:00 in Prague" when it is another day there */
  home: string;
};

/** The city that a zone is called after: "Europe/Prague" is "Prague", Washington's zone "Washington". */
export function cityOf(zone: Zone): string {
  if (zone === WASHINGTON) return "Washington";
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** Three letters for narrow columns: "WAS", "PRG", else the first three of the city. */
export function cityCode(zone: Zone): string {
  if (zone === "Europe/Prague") return "PRG";
  return cityOf(zone).slice(0, 3).toUpperCase();
}

/**
 * One instant on both clocks, Washington first, the ministry's (`homeZone`) beside it; days of another year than that of
 * `today` carry it. Source: DOMAIN.md, rule 1.
 */
export function twoClocks(instant: Date, homeZone: Zone, today: CalendarDate): TwoClocks {
  return {
    washington: dayAndTime(instant, today, WASHINGTON),
    home: `${dayIfOther(instant, homeZone, today)}${timeIn(instant, homeZone)} in ${cityOf(homeZone)}`,
  };
}

/** "14:00 (20:00 in Prague)": both clocks where the day stands beside them; the ministry's day where that is another. */
export function formatClocks(instant: Date, homeZone: Zone, today: CalendarDate): string {
  const { home } = twoClocks(instant, homeZone, today);
  return `${timeIn(instant, WASHINGTON)} (${home})`;
}

/** "Thu 12 Nov, 14:00 (20:00 in Prague)": one instant in few words, for lists and lines; its year as in `twoClocks`. */
export function formatDayAndClocks(instant: Date, homeZone: Zone, today: CalendarDate): string {
  return `${formatDay(dateIn(instant, WASHINGTON), today)}, ${formatClocks(instant, homeZone, today)}`;
}

/** One instant with its year on both clocks: "Thu 26 Nov 2026, 10:40 in Washington, 16:40 in Prague". */
export function momentInWords(instant: Date, homeZone: Zone): string {
  const day = dateIn(instant, WASHINGTON);
  const homeDay = dateIn(instant, homeZone);
  const there = homeDay === day ? "" : `${formatDayWithYear(homeDay)}, `;
  return `${formatDayWithYear(day)}, ${timeIn(instant, WASHINGTON)} in Washington, ${there}${timeIn(instant, homeZone)} in ${cityOf(homeZone)}`;
}

/** Who took, printed or saved it, and when: "Printed by Jana Malá, Thu 26 Nov 2026, 10:40 in Washington, 16:40 in Prague". */
export function takenInWords(how: string, name: string, at: Date, homeZone: Zone): string {
  return `${how} by ${name}, ${momentInWords(at, homeZone)}`;
}

/** The day in `zone` where it is not Washington's, with a comma: "Fri 13 Nov, "; else "". */
export function dayIfOther(instant: Date, zone: Zone, today: CalendarDate): string {
  const day = dateIn(instant, zone);
  return day === dateIn(instant, WASHINGTON) ? "" : `${formatDay(day, today)}, `;
}

/** "Fri 4 Dec, all day", "Fri 4 Dec to Sat 5 Dec, all day in Prague": whole days on the clock of their zone, named unless it is Washington's. */
export function wholeDaysInWords(timed: Timed, dayInWords: (day: CalendarDate) => string): string {
  const { first, last } = daysOnClock(timed, timed.zone);
  const days = first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`;
  return `${days}, all day${timed.zone === WASHINGTON ? "" : ` in ${cityOf(timed.zone)}`}`;
}

/**
 * When something is, on both clocks, and in `home` on its own too where that is a third: "Thu 12 Nov, 11:30 to 12:50" and
 * "17:30 to 18:50 in Prague". Whole days have no time, and `home` is then "". Days of another year than that of `today`
 * carry it. Source: DOMAIN.md, rule 1.
 */
export function spanOnClocks(timed: Timed, homeZone: Zone, today: CalendarDate): TwoClocks {
  const { startsAt, isAllDay } = timed;
  if (isAllDay) return { washington: wholeDaysInWords(timed, (day) => formatDay(day, today)), home: "" };
  const until = (zone: Zone) => endOfSpan(timed, zone, today);
  const beside = [homeZone, ...thirdClock(timed, homeZone)].map(
    (zone) =>
      `${dayIfOther(startsAt, zone, today)}${timeIn(startsAt, zone)} to ${until(zone)} in ${cityOf(zone)}`,
  );
  return {
    washington: `${dayAndTime(startsAt, today, WASHINGTON)} to ${until(WASHINGTON)}`,
    home: beside.join(" · "),
  };
}

/** When something begins, as `spanOnClocks` tells when it is: "Thu 12 Nov, 11:30" and "17:30 in Prague". */
export function startOnClocks(timed: Timed, homeZone: Zone, today: CalendarDate): TwoClocks {
  if (timed.isAllDay) return spanOnClocks(timed, homeZone, today);
  const clocks = [homeZone, ...thirdClock(timed, homeZone)].map((zone) =>
    twoClocks(timed.startsAt, zone, today),
  );
  return {
    washington: dayAndTime(timed.startsAt, today, WASHINGTON),
    home: clocks.map(({ home }) => home).join(" · "),
  };
}

/** `spanOnClocks` in one line: "Tue 10 Nov, 14:00 to 14:45 (20:00 to 20:45 in Prague)"; of whole days the days alone. */
export function spanInWords(timed: Timed, homeZone: Zone, today: CalendarDate): string {
  const { washington, home } = spanOnClocks(timed, homeZone, today);
  return home === "" ? washington : `${washington} (${home})`;
}

function thirdClock({ zone }: Timed, homeZone: Zone): Zone[] {
  return zone === WASHINGTON || zone === homeZone ? [] : [zone];
}

function endOfSpan({ startsAt, endsAt }: Timed, zone: Zone, today: CalendarDate): string {
  const day = dateIn(endsAt, zone);
  return day === dateIn(startsAt, zone) ? timeIn(endsAt, zone) : dayAndTime(endsAt, today, zone);
}
