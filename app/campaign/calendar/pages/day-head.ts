import { type Standings, sessionSentence } from "#app/campaign/session-days/session-runs.ts";
import { weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import { dayInProse } from "#app/time/format.ts";
import { type Holiday, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { holidayInWords } from "../holiday-lines.ts";

/** The head of a day: what it is called, and what is true of it for everybody. */
export type DayHead = {
  date: CalendarDate;
  weekday: string;
  dayOfMonth: number;
  /** "Thursday 12 November, today" */
  heading: string;
  isToday: boolean;
  /** A federal holiday: offices in Washington are closed. */
  isClosed: boolean;
  holidays: string[];
  /** "House in session, Senate away" */
  congress: string;
};

export function dayHead(
  date: CalendarDate,
  holidays: readonly Holiday[],
  { today, standings }: { today: CalendarDate; standings: Standings },
): DayHead {
  const ofDay = holidays.filter((holiday) => holiday.date === date);
  const isToday = date === today;
  return {
    date,
    weekday: weekdayName(date).slice(0, 3),
    dayOfMonth: Number(date.slice(8)),
    heading: dayInProse(date, today) + (isToday ? ", today" : ""),
    isToday,
    isClosed: ofDay.some((holiday) => holiday.country === UNITED_STATES),
    holidays: ofDay.map(holidayInWords),
    congress: sessionSentence(standings, date),
  };
}

/**
 * What is said of a day in each of its sections: "Veterans Day (US). House in session, Senate away". That no source names a
 * weekend goes without saying.
 */
export function dayNote({
  date,
  holidays,
  congress,
}: Pick<DayHead, "date" | "holidays" | "congress">): string {
  const isUnknown = congress === sessionSentence(new Map(), date);
  const said = isUnknown && weekdayOf(date) > 5 ? "" : congress;
  return [holidays.join(", "), said].filter(Boolean).join(". ");
}
