import { formatDay, formatDayAndTime, formatDayWithYear } from "./format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON, type Zone } from "./wall-time.ts";

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
    washington: formatDayAndTime(instant, today),
    home: `${dayIfOther(instant, homeZone, today)}${timeIn(instant, homeZone)} in ${cityOf(homeZone)}`,
  };
}

/** One instant with its year on both clocks: "Thu 26 Nov 2026, 10:40 in Washington, 16:40 in Prague". */
export function momentInWords(instant: Date, homeZone: Zone): string {
  const day = dateIn(instant, WASHINGTON);
  const homeDay = dateIn(instant, homeZone);
  const there = homeDay === day ? "" : `${formatDayWithYear(homeDay)}, `;
  return `${formatDayWithYear(day)}, ${timeIn(instant, WASHINGTON)} in Washington, ${there}${timeIn(instant, homeZone)} in ${cityOf(homeZone)}`;
}

/** A span on both clocks: "Thu 12 Nov, 11:30 to 12:50" and "17:30 to 18:50 in Prague"; years as in `twoClocks`. */
export function twoClocksSpan(start: Date, end: Date, homeZone: Zone, today: CalendarDate): TwoClocks {
  const until = (zone: Zone) => endOfSpan(start, end, zone, today);
  return {
    washington: `${formatDayAndTime(start, today)} to ${until(WASHINGTON)}`,
    home: `${dayIfOther(start, homeZone, today)}${timeIn(start, homeZone)} to ${until(homeZone)} in ${cityOf(homeZone)}`,
  };
}

/** The day in `zone` where it is not Washington's, with a comma: "Fri 13 Nov, "; else "". */
export function dayIfOther(instant: Date, zone: Zone, today: CalendarDate): string {
  const day = dateIn(instant, zone);
  return day === dateIn(instant, WASHINGTON) ? "" : `${formatDay(day, today)}, `;
}

function endOfSpan(start: Date, end: Date, zone: Zone, today: CalendarDate): string {
  const day = dateIn(end, zone);
  return day === dateIn(start, zone) ? timeIn(end, zone) : formatDayAndTime(end, today, zone);
}
