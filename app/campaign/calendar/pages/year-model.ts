import type { Standings } from "#app/campaign/session-days/session-runs.ts";
import { addDays, mondayOf, monthOf, weekdayOf } from "#app/time/calendar-date.ts";
import { formatDayLabel, formatDayOnAxis, MONTHS } from "#app/time/format.ts";
import { type Holiday, holidaysBetween, UNITED_STATES } from "#app/time/holidays.ts";
import { aheadInWords, usualHoursApart } from "#app/time/hours-apart.ts";
import { type CalendarDate, hoursAheadOfWashington, type Zone } from "#app/time/wall-time.ts";
import { congressWeekInWords, type SessionWeek, sessionWeek } from "../session-week.ts";
import type { WeekCount } from "../year.server.ts";

export type YearWeek = {
  monday: CalendarDate;
  isThisWeek: boolean;
  /** Whether it is the first that begins in its month. */
  beginsMonth: boolean;
  house: SessionWeek;
  senate: SessionWeek;
  congress: string;
  /** On working days. */
  federal: Holiday[];
  atHome: Holiday[];
  events: number;
  tentative: number;
  hours: { ahead: number; words: string; isUnusual: boolean };
};

export type YearModel = { months: MonthOfWeeks<YearWeek>[]; weeks: YearWeek[]; leftOut: Holiday[] };

export type YearFacts = {
  counts: readonly WeekCount[];
  standings: Standings;
  today: CalendarDate;
  homeZone: Zone;
  homeCountry: string;
};

/** The year in weeks, each named by its Monday. Holidays on a weekend are left out of the weeks and named apart. */
export function yearModel(year: number, mondays: readonly CalendarDate[], facts: YearFacts): YearModel {
  const { first, last } = daysOfYear(year);
  const federal = holidaysBetween(UNITED_STATES, first, last);
  const atHome = facts.homeCountry === UNITED_STATES ? [] : holidaysBetween(facts.homeCountry, first, last);
  const closed = new Set(federal.map(({ date }) => date));
  const counts = new Map(facts.counts.map((count) => [count.monday, count]));
  const usual = usualHoursApart(year, facts.homeZone);
  const thisMonday = mondayOf(facts.today);
  const weeks = mondays.map((monday, index): YearWeek => {
    const house = sessionWeek(facts.standings, "House", monday, closed);
    const senate = sessionWeek(facts.standings, "Senate", monday, closed);
    const ahead = hoursAheadOfWashington(new Date(`${addDays(monday, 2)}T17:00:00.000Z`), facts.homeZone);
    return {
      monday,
      isThisWeek: monday === thisMonday,
      beginsMonth: mondays[index - 1]?.slice(0, 7) !== monday.slice(0, 7),
      house,
      senate,
      congress: congressWeekInWords(house, senate),
      federal: onWorkingDays(federal, monday),
      atHome: onWorkingDays(atHome, monday),
      events: counts.get(monday)?.events ?? 0,
      tentative: counts.get(monday)?.tentative ?? 0,
      hours: { ahead, words: aheadInWords(ahead), isUnusual: ahead !== usual },
    };
  });
  const leftOut = atHome.filter(({ date }) => weekdayOf(date) > 5);
  return { weeks, months: byMonth(weeks), leftOut };
}

function onWorkingDays(holidays: readonly Holiday[], monday: CalendarDate): Holiday[] {
  const friday = addDays(monday, 4);
  return holidays.filter(({ date }) => date >= monday && date <= friday);
}

/** "5 Jan": a week is named by its Monday, in the year that stands above. */
export function dayAndMonth(date: CalendarDate): string {
  return formatDayOnAxis(date, date);
}

/** "Veterans Day, Wed 11 Nov" */
export function nameAndDay({ name, date }: Holiday): string {
  return `${name}, ${formatDayLabel(date)}`;
}

/** The Mondays of a year, each of which names its week: 52, or 53. */
export function mondaysOf(year: number): CalendarDate[] {
  const first = mondayOf(`${year}-01-07`);
  const mondays = Array.from({ length: 53 }, (_, week) => addDays(first, 7 * week));
  return mondays.filter((monday) => monday.startsWith(String(year)));
}

/** The first and the last day of the weeks of a year. */
export function daysOfYear(year: number): { first: CalendarDate; last: CalendarDate } {
  return { first: mondayOf(`${year}-01-07`), last: addDays(mondayOf(`${year + 1}-01-07`), -1) };
}

/** The months of a year with the weeks that begin in each: "January", its Mondays. */
export type MonthOfWeeks<Week> = { name: string; first: CalendarDate; weeks: Week[] };

/** Weeks by the month that their Monday lies in. */
export function byMonth<Week extends { monday: CalendarDate }>(weeks: readonly Week[]): MonthOfWeeks<Week>[] {
  const months = Map.groupBy(weeks, ({ monday }) => monthOf(monday));
  return [...months].map(([month, ofMonth]) => ({
    name: MONTHS[Number(month.slice(5)) - 1] ?? "",
    first: `${month}-01`,
    weeks: ofMonth,
  }));
}

/**
 * The day on which the Congress after the one of `year` begins, at noon on 3 January of the next odd year; null for
 * an odd year, in whose January no Congress ends. Source: Twentieth Amendment to the Constitution, section 2.
 */
export function newCongressAfter(year: number): CalendarDate | null {
  return year % 2 === 0 ? `${year + 1}-01-03` : null;
}
