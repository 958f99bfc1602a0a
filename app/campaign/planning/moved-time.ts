import {
  type PlannedTime,
  type ReadTime,
  readPlannedTime,
  wholeDays,
} from "#app/campaign/outreach-events/planned-time.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { cityOf, formatDays, formatLongDay } from "#app/time/format.ts";
import {
  type CalendarDate,
  dateIn,
  dayOf,
  type Occurrence,
  timeIn,
  WASHINGTON,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";

/** Where an event is moved to, as typed. `clock`: on the event's own clock, or on Washington's, as the week shows it. */
export type TypedMove = {
  date: string;
  start: string;
  occurrence: Occurrence | null;
  clock: "own" | "washington";
};

const MINUTE = 60_000;

/**
 * When an event takes place after it was moved: as long as before and in its own zone, wherever the time was read. Whole
 * days stay whole days, as many as before. Refuses what readPlannedTime refuses.
 */
export function readMovedTime(before: PlannedTime, typed: TypedMove, today: CalendarDate): ReadTime {
  const zone = typed.clock === "washington" && !before.isAllDay ? WASHINGTON : before.zone;
  const minutes = (before.endsAt.getTime() - before.startsAt.getTime()) / MINUTE;
  const { date, start, occurrence } = typed;
  const read = readPlannedTime(
    { date, start, end: "", lastDate: "", occurrence, isAllDay: before.isAllDay },
    zone,
    minutes,
    today,
  );
  if (!read.ok) return read;
  if (before.isAllDay) {
    const first = dayOf(read.time.wallStart);
    const days = daysBetween(dayOf(before.wallStart), dayOf(before.wallEnd));
    return { ok: true, time: wholeDays(first, addDays(first, days - 1), before.zone) };
  }
  const { startsAt, endsAt } = read.time;
  const [wallStart, wallEnd] = [wallTimeIn(startsAt, before.zone), wallTimeIn(endsAt, before.zone)];
  return { ok: true, time: { ...read.time, wallStart, wallEnd, zone: before.zone } };
}

/**
 * "Moved to Thursday 12 November, 14:00 Washington, 20:00 Prague": an event that keeps another clock names it too, and
 * another day at home is said. Source: DESIGN.md, section 7.
 */
export function movedSentence(time: PlannedTime, homeZone: Zone): string {
  if (time.isAllDay) return `Moved to ${wholeDaysInWords(time)}`;
  const day = dateIn(time.startsAt, WASHINGTON);
  const zones = [...new Set([WASHINGTON, homeZone, time.zone])];
  const clocks = zones.map((zone) => {
    const there = dateIn(time.startsAt, zone);
    const other = there === day ? "" : `${withoutYear(there)}, `;
    return `${other}${timeIn(time.startsAt, zone)} ${cityOf(zone)}`;
  });
  return `Moved to ${withoutYear(day)}, ${clocks.join(", ")}`;
}

function wholeDaysInWords({ wallStart, wallEnd }: PlannedTime): string {
  const [first, last] = [dayOf(wallStart), addDays(dayOf(wallEnd), -1)];
  return first === last ? `${withoutYear(first)}, all day` : `${formatDays(first, last)}, all day`;
}

function withoutYear(day: CalendarDate): string {
  return formatLongDay(day).slice(0, -5);
}
