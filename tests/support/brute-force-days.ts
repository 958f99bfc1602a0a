import { heldDay } from "#app/time/calendar-date.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import type { NewRow } from "#db/change.server.ts";

/** The holidays of 2026 and 2027 as the laws name them, days on which they are observed included. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  US: `2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11
    2026-11-26 2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05
    2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31`,
  CZ: `2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-08 2026-07-05 2026-07-06 2026-09-28 2026-10-28 2026-11-17
    2026-12-24 2026-12-25 2026-12-26 2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-08 2027-07-05 2027-07-06
    2027-09-28 2027-10-28 2027-11-17 2027-12-24 2027-12-25 2027-12-26`,
};
const DAY = 86_400_000;
const QUARTER = 15 * 60_000;
const WASHINGTON = "America/New_York";

type Event = NewRow<"outreach_event">;

/** When the papers for an event on that day are due, by walking back one day at a time. */
export function bruteForceDue(day: CalendarDate): {
  brief: string;
  clearanceCzech: string;
  clearanceEmbassy: string;
} {
  const back = (from: CalendarDate, workingDays: number, country: string) => {
    let at = from;
    for (let left = workingDays; left > 0; ) {
      at = heldDay(new Date(Date.parse(at) - DAY));
      if (isWorkingDay(at, country)) left -= 1;
    }
    return at;
  };
  const brief = back(day, 2, "US");
  return { brief, clearanceCzech: back(brief, 1, "CZ"), clearanceEmbassy: back(brief, 1, "US") };
}

export function isHoliday(day: CalendarDate, country: string): boolean {
  return (HOLIDAYS[country] ?? "").split(/\s+/).includes(day);
}

/** 1 January 1970 was a Thursday. */
export function isWorkingDay(day: CalendarDate, country: string): boolean {
  const weekday = (Date.parse(day) / DAY + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !isHoliday(day, country);
}

export function areWithin(a: readonly string[], b: readonly string[], days: number): boolean {
  return a.some((one) => b.some((other) => Math.abs(Date.parse(one) - Date.parse(other)) <= days * DAY));
}

export function daysOf(event: Event): CalendarDate[] {
  return daysOn(event, event.is_all_day === 1 ? event.zone : WASHINGTON);
}

export function daysOn({ starts_at, ends_at }: Event, zone: Zone): CalendarDate[] {
  const days = new Set<CalendarDate>();
  for (let at = Date.parse(starts_at); at < Date.parse(ends_at); at += QUARTER) days.add(dayAt(at, zone));
  return [...days];
}

const shown = new Map<string, string>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockAt(at: number, zone: Zone): string {
  const key = `${zone} ${at}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
      hourCycle: "h23",
    });
  clocks.set(zone, clock);
  const words = clock.format(at);
  shown.set(key, words);
  return words;
}

export function dayAt(at: number, zone: Zone): CalendarDate {
  // A second working: the clock of Intl in Swedish writes the day first.
  return clockAt(at, zone).slice(0, 10) as CalendarDate;
}

export function hourAt(at: number, zone: Zone): number {
  return Number(clockAt(at, zone).slice(11, 13));
}

export function noonInWashington(date: string): number {
  for (let at = Date.parse(date); at < Date.parse(date) + 2 * DAY; at += QUARTER)
    if (clockAt(at, WASHINGTON) === `${date} 12:00`) return at;
  throw new Error(`No noon on ${date}`);
}
