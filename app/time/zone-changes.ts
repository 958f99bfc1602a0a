import { tzOffset } from "@date-fns/tz";
import { heldDay } from "./calendar-date.ts";
import { type CalendarDate, dayOf, instantOf, type WallTime, type Zone } from "./wall-time.ts";

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** When the clocks of a zone are changed, and the minutes by which they are ahead of UTC before and after. */
export type ZoneChange = { at: Date; before: number; after: number };

/**
 * Every change of the clocks in `zone` (IANA name) from the beginning of one year to the end of another, in UTC, in order:
 * by the rules that this machine computes every other time with. Two changes within a week of each other count as one,
 * if at all; no zone has had such since 1970.
 */
export function zoneChanges(zone: Zone, firstYear: number, lastYear: number): ZoneChange[] {
  const changes: ZoneChange[] = [];
  const end = Date.UTC(lastYear + 1, 0, 1);
  let from = Date.UTC(firstYear, 0, 1);
  let before = tzOffset(zone, new Date(from));
  while (from < end) {
    const to = Math.min(from + WEEK, end);
    const after = tzOffset(zone, new Date(to));
    if (after !== before) changes.push({ at: minuteOfChange(zone, from, to, before), before, after });
    from = to;
    before = after;
  }
  return changes;
}

function minuteOfChange(zone: Zone, from: number, to: number, before: number): Date {
  let [early, late] = [from, to];
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE;
    if (tzOffset(zone, new Date(middle)) === before) early = middle;
    else late = middle;
  }
  return new Date(late);
}

const MOST_YEARS = 1_000;
const daysOfChange = new Map<string, ReadonlySet<CalendarDate>>();

/**
 * Whether clocks in `zone` show this time once, neither twice nor never. Asked of every time that a calendar file has: only on
 * the days around a change of the clocks it needs working out.
 */
export function isShownOnce(wall: WallTime, zone: Zone): boolean {
  const year = wall.slice(0, 4);
  const key = `${year} ${zone}`;
  const days = daysOfChange.get(key) ?? daysAroundChanges(zone, Number(year));
  if (daysOfChange.size >= MOST_YEARS) daysOfChange.clear();
  daysOfChange.set(key, days);
  return !days.has(dayOf(wall)) || instantOf(wall, zone).ok;
}

function daysAroundChanges(zone: Zone, year: number): ReadonlySet<CalendarDate> {
  const nearby = [-1, 0, 1].map((days) => days * 24 * 60 * MINUTE);
  const changes = zoneChanges(zone, year - 1, year + 1);
  return new Set(changes.flatMap(({ at }) => nearby.map((more) => heldDay(new Date(at.getTime() + more)))));
}
