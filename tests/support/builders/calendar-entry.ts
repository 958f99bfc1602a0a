import type { CalendarEntry, CalendarSeries } from "#app/campaign/calendar-files/calendar-entry.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { addDays } from "#app/time/calendar-date.ts";
import {
  type CalendarDate,
  dayOf,
  instantOf,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import type { Shown } from "../calendar-readers.ts";

let made = 0;

/** A briefing of 45 minutes on 12 November 2026, 14:00 in Washington. */
export function calendarEntry(given: Partial<CalendarEntry> = {}): CalendarEntry {
  made += 1;
  return {
    id: `event-${made}`,
    importedUid: null,
    sequence: 0,
    campaignId: "esa",
    campaignName: "Strategic autonomy",
    title: "Staff briefing",
    place: "Dirksen Building",
    link: "",
    handling: "TLP:AMBER",
    schedule: "confirmed",
    result: "planned",
    ...timed("2026-11-12T14:00", 45, WASHINGTON),
    messages: [],
    changedAt: new Date("2026-11-01T12:00:00Z"),
    series: null,
    ...given,
  };
}

/** When an event is, by the first time that its clock shows `wall`. */
export function timed(wall: WallTime, minutes: number, zone: Zone, occurrence: "first" | "second" = "first") {
  const start = instantOf(wall, zone, occurrence);
  if (!start.ok) throw new Error(`${wall} in ${zone}: ${start.reason}`);
  const endsAt = new Date(start.instant.getTime() + minutes * 60_000);
  return {
    wallStart: wall,
    wallEnd: wallTimeIn(endsAt, zone),
    zone,
    startsAt: start.instant,
    endsAt,
    isAllDay: false,
  };
}

/** When an event of whole days is, both included. */
export function allDay(first: CalendarDate, last: CalendarDate, zone = WASHINGTON) {
  return wholeDays(first, last, zone);
}

/** A series as the calendar plans it: each time that exists an event of its own, until the last day. */
export function calendarSeries(
  rule: string,
  {
    wall,
    minutes,
    zone,
    lastDay,
    days = 0,
    ...given
  }: {
    wall: WallTime;
    minutes: number;
    zone: Zone;
    lastDay: CalendarDate;
    days?: number;
  } & Partial<CalendarEntry>,
): { series: CalendarSeries; entries: CalendarEntry[] } {
  made += 1;
  const parsed = parseRule(rule);
  if (!parsed.ok) throw new Error(`${rule}: ${parsed.reason}`);
  const id = `series-${made}`;
  const timeOf = (slot: WallTime) => {
    if (days > 0) return allDay(dayOf(slot), addDays(dayOf(slot), days - 1), zone);
    return instantOf(slot, zone, "first").ok ? timed(slot, minutes, zone) : null;
  };
  const { slots } = expandRule(parsed.rule, wall, { zone, lastDay, most: 500 });
  const entries = slots.flatMap((slot) => {
    const time = timeOf(slot);
    return time === null ? [] : [calendarEntry({ ...given, ...time, series: { id, slot } })];
  });
  const first = timeOf(wall) ?? timed(wall, minutes, zone);
  const series = {
    id,
    importedUid: null,
    sequence: 0,
    campaignId: "esa",
    rule,
    wallStart: wall,
    wallEnd: first.wallEnd,
    zone,
    isAllDay: days > 0,
    changedAt: new Date("2026-11-01T12:00:00Z"),
  };
  return { series, entries };
}

/** What a reader should show of these events. */
export function shownOf(
  entries: readonly CalendarEntry[],
  titleOf = (entry: CalendarEntry) => entry.title,
): Shown[] {
  return entries
    .map((entry) => ({
      start: entry.isAllDay ? entry.wallStart.slice(0, 10) : entry.startsAt.toISOString(),
      end: entry.isAllDay ? entry.wallEnd.slice(0, 10) : entry.endsAt.toISOString(),
      title: titleOf(entry),
      isCancelled: entry.schedule === "cancelled",
    }))
    .sort((a, b) => (`${a.start} ${a.end} ${a.title}` < `${b.start} ${b.end} ${b.title}` ? -1 : 1));
}
