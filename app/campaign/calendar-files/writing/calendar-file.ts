import { WASHINGTON, type WallTime, type Zone } from "#app/time/wall-time.ts";
import type { CalendarEntry, CalendarSeries } from "../calendar-entry.ts";
import { uidOfEvent, uidOfSeries } from "../uid.ts";
import { type Detail, eventComponent } from "./icalendar-event.ts";
import { contentLine, textValue } from "./icalendar-line.ts";
import { seriesComponents } from "./icalendar-series.ts";
import { zoneComponent } from "./icalendar-zone.ts";

/** What a calendar file is of. `isFeed`: it is read again and again, so it says how often. */
export type CalendarFile = {
  name: string;
  isFeed: boolean;
  detail: Detail;
  /** In order: those of a series among themselves, and those that stand alone. */
  entries: readonly CalendarEntry[];
  series: readonly CalendarSeries[];
  /** The event that the file is of; null where it is of all of them. One time of a series is told as the whole would tell it. */
  only: string | null;
};

/** How often a reader may ask again, as RFC 7986 and as Outlook have it. */
const ASK_AGAIN_AFTER = "PT1H";

/**
 * The file piece by piece, a component at a time, so that whoever writes a long one can let others have their turn. Published
 * and without attendees: a reader shows it and answers nobody. Source: RFC 5545; RFC 5546, section 3.2.1; RFC 7986, section 5.
 */
export function* calendarFile(file: CalendarFile): Generator<string> {
  const { detail, name, isFeed } = file;
  yield headOf(name, isFeed);
  for (const [zone, { first, last }] of zonesOf(file)) yield zoneComponent(zone, first, last);
  const taken = new Set<string>();
  const times = Map.groupBy(file.entries, ({ series }) => series?.id ?? null);
  const known = new Set(file.series.map(({ id }) => id));
  for (const series of file.series) {
    const entries = times.get(series.id) ?? [];
    if (entries.length > 0)
      yield* seriesComponents(named(series, uidOfSeries, taken, detail), entries, detail, file.only);
  }
  for (const entry of file.entries) {
    if (entry.series !== null && known.has(entry.series.id)) continue;
    if (file.only !== null && file.only !== entry.id) continue;
    yield eventComponent(named(entry, uidOfEvent, taken, detail), detail);
  }
  yield "END:VCALENDAR\r\n";
}

function headOf(name: string, isFeed: boolean): string {
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//Demarche//Outreach calendar//EN"),
    contentLine("CALSCALE", "GREGORIAN"),
    contentLine("METHOD", "PUBLISH"),
    contentLine("NAME", textValue(name)),
    contentLine("X-WR-CALNAME", textValue(name)),
    contentLine("X-WR-TIMEZONE", WASHINGTON),
    ...(isFeed
      ? [
          contentLine("REFRESH-INTERVAL;VALUE=DURATION", ASK_AGAIN_AFTER),
          contentLine("X-PUBLISHED-TTL", ASK_AGAIN_AFTER),
        ]
      : []),
  ].join("");
}

type Identified = { id: string; importedUid: string | null };

/**
 * Under the UID it came with, unless another of this file has it (two campaigns imported the same event) or the file says
 * busy only, where a UID made elsewhere could tell what it is.
 */
function named<One extends Identified>(
  one: One,
  uidOf: (one: Identified) => string,
  taken: Set<string>,
  { titles }: Detail,
): One {
  const isOwn = titles === "busy only" || taken.has(uidOf(one));
  const shown = isOwn ? { ...one, importedUid: null } : one;
  taken.add(uidOf(shown));
  return shown;
}

/** The zones whose clocks the file uses, Washington's always, with the years that it uses them in. */
function zonesOf({ entries, series }: CalendarFile): Map<Zone, { first: number; last: number }> {
  const zones = new Map<Zone, { first: number; last: number }>();
  const use = (zone: Zone, wall: WallTime) => {
    const year = Number(wall.slice(0, 4));
    const known = zones.get(zone) ?? { first: year, last: year };
    zones.set(zone, { first: Math.min(known.first, year), last: Math.max(known.last, year) });
  };
  for (const { zone, wallStart, wallEnd, isAllDay } of entries) {
    if (isAllDay || zone === "UTC") continue;
    use(zone, wallStart);
    use(zone, wallEnd);
    use(WASHINGTON, wallStart);
  }
  for (const { zone, wallStart, isAllDay } of series) if (!isAllDay && zone !== "UTC") use(zone, wallStart);
  if (!zones.has(WASHINGTON)) use(WASHINGTON, entries[0]?.wallStart ?? "2026-01-01T00:00");
  return zones;
}
