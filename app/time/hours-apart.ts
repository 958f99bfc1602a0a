import { addDays, daysBetween } from "./calendar-date.ts";
import { cityOf, formatDayAndTime, formatDayLabel } from "./format.ts";
import {
  type CalendarDate,
  dateIn,
  hoursAheadOfWashington,
  startOfDay,
  WASHINGTON,
  type Zone,
} from "./wall-time.ts";

/** A time in which the two clocks stay as far apart: from an instant on, until the next begins. */
export type HoursApart = { from: Date; hours: number };

const MINUTE = 60_000;

/** Both sides never change their clocks, or one of them twice, within so few days. */
const DAYS_OF_ONE_CHANGE = 7;

/**
 * How far the clocks of `homeZone` are ahead of Washington's from the midnight before `first` to the one after `last`,
 * both in Washington: one part, and another from each instant at which either side changes its clocks. Decided by the
 * instant, not by the date: Prague is five hours ahead from 8 March 2026, 02:00 in Washington, to 28 March, 21:00.
 * Source: DOMAIN.md, rule 1.
 */
export function hoursApart(first: CalendarDate, last: CalendarDate, homeZone: Zone): HoursApart[] {
  const begins = startOfDay(first, WASHINGTON);
  const ends = startOfDay(addDays(last, 1), WASHINGTON);
  const parts: HoursApart[] = [{ from: begins, hours: hoursAheadOfWashington(begins, homeZone) }];
  let before = begins;
  const steps = Math.ceil((daysBetween(first, last) + 1) / DAYS_OF_ONE_CHANGE);
  for (let step = 1; step <= steps; step += 1) {
    const days = step * DAYS_OF_ONE_CHANGE;
    const next = startOfDay(addDays(first, days), WASHINGTON);
    const until = next < ends ? next : ends;
    const hours = hoursAheadOfWashington(until, homeZone);
    if (hours !== parts.at(-1)?.hours) {
      const from = changeBetween(before, until, homeZone);
      if (from < ends) parts.push({ from, hours });
    }
    before = until;
  }
  return parts;
}

/** The first minute at which the clocks are as far apart as at `after`; at `before` they are not. */
function changeBetween(before: Date, after: Date, homeZone: Zone): Date {
  const wanted = hoursAheadOfWashington(after, homeZone);
  let [low, high] = [before.getTime() / MINUTE, after.getTime() / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (hoursAheadOfWashington(new Date(middle * MINUTE), homeZone) === wanted) high = middle;
    else low = middle;
  }
  return new Date(high * MINUTE);
}

/** How far the clocks are apart in most of the year: for Prague 6. */
export function usualHoursApart(year: number, homeZone: Zone): number {
  return hoursAheadOfWashington(new Date(`${year}-01-15T12:00:00.000Z`), homeZone);
}

/** What is said under the days shown: "Prague is 6 hours ahead this week." `isUnusual` in a week with another gap. */
export type GapNote = { words: string; isUnusual: boolean };

/**
 * The sentence on the two clocks for the days from `first` to `last`, with the instant of a change among them:
 * "Prague is 5 hours ahead, not 6, until Sat 28 Mar, 21:00 in Washington, then 6." `period` names the days: "this week".
 */
export function gapNote(first: CalendarDate, last: CalendarDate, homeZone: Zone, period: string): GapNote {
  const [begin, ...changes] = hoursApart(first, last, homeZone);
  const usual = usualHoursApart(Number(first.slice(0, 4)), homeZone);
  const hours = begin?.hours ?? usual;
  const isUnusual = hours !== usual || changes.length > 0;
  const not = hours === usual ? "" : `, not ${Math.abs(usual)},`;
  const until = changes.map(
    (change) => `until ${formatDayAndTime(change.from, first)}, then ${Math.abs(change.hours)}`,
  );
  const when = changes.length === 0 ? period : until.join(" ");
  return { words: `${cityOf(homeZone)} is ${aheadInWords(hours)}${not} ${when}.`, isUnusual };
}

/** "6 hours ahead", "5½ hours ahead", "on the same clock". */
export function aheadInWords(hours: number): string {
  if (hours === 0) return "on the same clock";
  const many = `${Math.trunc(Math.abs(hours)) || ""}${Math.abs(hours) % 1 === 0.5 ? "½" : ""}`;
  return `${many} ${many === "1" ? "hour" : "hours"} ${hours > 0 ? "ahead" : "behind"}`;
}

/**
 * The times of a year in which the clocks are not as far apart as usual, by the days on which they change at home:
 * "Sun 8 Mar to Sun 29 Mar" for Prague in 2026. Empty where they never are.
 */
export function unusualTimes(
  year: number,
  homeZone: Zone,
): { from: CalendarDate; to: CalendarDate; hours: number; words: string }[] {
  const usual = usualHoursApart(year, homeZone);
  const parts = hoursApart(`${year}-01-01`, `${year}-12-31`, homeZone);
  return parts.flatMap(({ from, hours }, index) => {
    const next = parts[index + 1];
    if (hours === usual || next === undefined) return [];
    const [begins, ends] = [dateIn(from, homeZone), dateIn(next.from, homeZone)];
    return [{ from: begins, to: ends, hours, words: `${formatDayLabel(begins)} to ${formatDayLabel(ends)}` }];
  });
}
