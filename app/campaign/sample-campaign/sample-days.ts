import { addDays, firstOfMonth, mondayOf, weekdayOf } from "#app/time/calendar-date.ts";
import { addWorkingDays, isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type SampleDays = {
  /** The day on which the sample is made, in Washington. */
  today: CalendarDate;
  /** Today, or the next day on which Washington works. */
  firstWorkingDay: CalendarDate;
  /** A later working day of the same week, or the first working day where the week has none left. */
  laterThisWeek: CalendarDate;
  campaignStarts: CalendarDate;
  campaignEnds: CalendarDate;
};

/** How many days before today the sample's first event can lie: about sixteen months. */
export const DAYS_OF_PAST = 480;

const SHORTEST_REST_OF_CAMPAIGN = 90;

/** The days that the sample hangs on, worked out from the day on which it is made. */
export function sampleDays(today: CalendarDate): SampleDays {
  const firstWorkingDay = addWorkingDays(today, 0, UNITED_STATES);
  const next = addWorkingDays(firstWorkingDay, 1, UNITED_STATES);
  return {
    today,
    firstWorkingDay,
    laterThisWeek: mondayOf(next) === mondayOf(firstWorkingDay) ? next : firstWorkingDay,
    campaignStarts: firstOfMonth(addDays(today, -DAYS_OF_PAST - 15)),
    campaignEnds: endOfCampaign(today),
  };
}

/** The next 30 June that leaves the campaign at least three months: 30 June 2027 for a day in November 2026. */
function endOfCampaign(today: CalendarDate): CalendarDate {
  const soonest = addDays(today, SHORTEST_REST_OF_CAMPAIGN);
  const year = Number(soonest.slice(0, 4));
  const june: CalendarDate = `${year}-06-30`;
  return june >= soonest ? june : `${year + 1}-06-30`;
}

/** From 20 December to 3 January nobody is met: what would lie there lies this many days earlier or later. */
const DAYS_OF_YEAR_END = 15;

/** The working day in Washington that lies `days` calendar days before today, or the last one before that. */
export function workingDayAgo(today: CalendarDate, days: number): CalendarDate {
  const date = addDays(today, -days);
  return lastWorkingDay(isYearEnd(date) ? addDays(date, -DAYS_OF_YEAR_END) : date);
}

/** The day `days` working days in Washington after today. */
export function workingDayAhead(today: CalendarDate, days: number): CalendarDate {
  const date = addWorkingDays(today, days, UNITED_STATES);
  return isYearEnd(date) ? addWorkingDays(addDays(date, DAYS_OF_YEAR_END), 0, UNITED_STATES) : date;
}

/** Whether the day lies in the weeks around the turn of the year, in which nobody is met. */
export function isYearEnd(date: CalendarDate): boolean {
  return date.slice(5) >= "12-20" || date.slice(5) <= "01-03";
}

function lastWorkingDay(date: CalendarDate): CalendarDate {
  return isWorkingDay(date, UNITED_STATES) ? date : addWorkingDays(date, -1, UNITED_STATES);
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WAYS: readonly [RegExp, (count: number, days: SampleDays, event: CalendarDate) => CalendarDate][] = [
  [/^first workday$/, (_, { firstWorkingDay }) => firstWorkingDay],
  [/^later this week$/, (_, { laterThisWeek }) => laterThisWeek],
  [
    /^(\d+) workdays? after later this week$/,
    (count, { laterThisWeek }) => addWorkingDays(laterThisWeek, count, UNITED_STATES),
  ],
  [/^workday (\d+) days ago$/, (count, { today }) => workingDayAgo(today, count)],
  [/^(\d+) workdays? ago$/, (count, { today }) => addWorkingDays(today, -count, UNITED_STATES)],
  [/^in (\d+) workdays?$/, (count, { today }) => addWorkingDays(today, count, UNITED_STATES)],
  [/^about (\d+) workdays? ahead$/, (count, { today }) => workingDayAhead(today, count)],
  [/^(\d+) days? ago$/, (count, { today }) => addDays(today, -count)],
  [/^in (\d+) days?$/, (count, { today }) => addDays(today, count)],
  [/^(\d+) days? before$/, (count, _, event) => addDays(event, -count)],
];

/**
 * The day that the sample's files mean: "workday 12 days ago" (or the last one before that), "2 workdays ago",
 * "about 7 workdays ahead" (not around the turn of the year), "12 days before" (the event), "next Friday" (or today).
 */
export function dayOf(written: string, days: SampleDays, event: CalendarDate = days.today): CalendarDate {
  for (const [pattern, work] of WAYS) {
    const found = pattern.exec(written);
    if (found) return work(Number(found[1]), days, event);
  }
  const weekday = WEEKDAYS.indexOf(written.replace(/^next /, "")) + 1;
  if (weekday === 0) throw new Error(`The sample knows no day “${written}”`);
  return addDays(days.today, (weekday - weekdayOf(days.today) + 7) % 7);
}
