import { cityOf } from "#app/time/format.ts";
import {
  type CalendarDate,
  dayOf,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import type { ReadingOptions, Remarks, WorkDone } from "./calendar-reading.ts";
import { type Clock, clockOfFile, knownClock } from "./clock.ts";
import type { FileComponent } from "./content-lines.ts";
import { readProperty, textOf, writtenValue } from "./file-property.ts";
import { type FileZone, fileZoneOf, type Observance, wallTimeInFileZone } from "./file-zone.ts";

import { type TimeValue, timesOf, wallOf } from "./time-values.ts";

import { zoneNamed } from "./zone-names.ts";

export type FoundClock = { ok: true; clock: Clock } | { ok: false; reason: string };

export type Clocks = {
  /** The clock of a time value, for an event whose times lie between `from` and `to`. */
  of(time: TimeValue, span: readonly [WallTime, WallTime], line: number): FoundClock;
  /** The day that begins at an instant in the ministry's zone, in Washington or in a zone of the file; null where none does. */
  dayBeginningAt(instant: Date): CalendarDate | null;
  /** Whether a time waited for somebody to say whose clock it is on. */
  asksForClock(): boolean;
};

/** Zones whose clocks a file may describe under a name of its own. */
const USUAL_ZONES: readonly Zone[] = [
  "Europe/Prague",
  "Europe/Brussels",
  "Europe/London",
  "Europe/Kyiv",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Phoenix",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Halifax",
  "Asia/Jerusalem",
  "Asia/Tokyo",
];

/** Whether a zone of the file is one that everybody knows is asked week by week. */
const STEPS_OF_A_COMPARISON = 3_000;

/** The clocks of a file: the zones that everybody knows, and those that its VTIMEZONEs describe. */
export function clocksOf(
  zones: readonly FileComponent[],
  { clock, homeZone }: ReadingOptions,
  remarks: Remarks,
  work: WorkDone,
): Clocks {
  const described = describedZones(zones, work);
  const found = new Map<string, Clock>();
  let asks = false;
  const chosen = (what: string, line: number): FoundClock => {
    if (clock === null) {
      asks = true;
      return { ok: false, reason: `${what}; choose a time zone to import the event` };
    }
    remarks.add(`${what}; the time was read as ${cityOf(clock)} time, as you chose`, line);
    return { ok: true, clock: knownClock(clock) };
  };
  const onlyDescribed = (tzid: string, file: FileZone, span: readonly [WallTime, WallTime], line: number) => {
    const key = `${tzid}\n${span[0].slice(0, 4)}\n${span[1].slice(0, 4)}`;
    const candidates = work.left() > 0 ? [WASHINGTON, homeZone, ...USUAL_ZONES] : [];
    const known = found.get(key);
    if (known === undefined) work.spend(STEPS_OF_A_COMPARISON);
    const clockOfZone = known ?? clockOfFile(file, candidates, span);
    found.set(key, clockOfZone);
    remarks.add(
      clockOfZone.isOnlyInFile
        ? `The zone “${tzid.slice(0, 60)}” is defined only in the file, so times in it will be converted to Washington time`
        : `The zone “${tzid.slice(0, 60)}” in the file keeps the same time as ${clockOfZone.zone} and was read as that`,
      line,
    );
    return { ok: true, clock: clockOfZone } as const;
  };
  return {
    asksForClock: () => asks,
    dayBeginningAt(instant) {
      const walls = [
        ...[homeZone, WASHINGTON].map((zone) => wallTimeIn(instant, zone)),
        ...[...described].map(([tzid, zone]) => wallTimeOf(instant, tzid, zone)),
      ];
      const midnight = walls.find((wall) => wall?.endsWith("T00:00")) ?? null;
      return midnight === null ? null : dayOf(midnight);
    },
    of(time, span, line) {
      if (time.kind === "day") return { ok: true, clock: knownClock(WASHINGTON) };
      if (time.isUtc) return { ok: true, clock: knownClock("UTC") };
      const tzid = unquoted(time.tzid);
      if (tzid === "") return chosen("The time has no time zone", line);
      const zone = knownZone(tzid, described.get(tzid));
      if (zone !== null) return { ok: true, clock: knownClock(zone) };
      const file = described.get(tzid)?.zone() ?? null;
      if (file !== null) return onlyDescribed(tzid, file, span, line);
      const name = tzid.slice(0, 60);
      return described.has(tzid)
        ? chosen(`The file’s definition of its time zone “${name}” cannot be worked out`, line)
        : chosen(`Unknown time zone “${name}”`, line);
    },
  };
}

/** A zone that everybody knows. "GMT" is more than a name where the file says that it has a summer time, as Notes does. */
function knownZone(tzid: string, described: Described | undefined): Zone | null {
  const named = zoneNamed(tzid) ?? described?.location ?? null;
  return named === "UTC" && described?.isUtc() === false ? null : named;
}

function wallTimeOf(instant: Date, tzid: string, described: Described): WallTime | null {
  const zone = knownZone(tzid, described);
  if (zone !== null) return wallTimeIn(instant, zone);
  const file = described.zone();
  return file === null ? null : wallTimeInFileZone(file, instant);
}

/** What a VTIMEZONE says; `location` is the zone that everybody knows, where the file names it beside. */
type Described = { zone(): FileZone | null; isUtc(): boolean; location: Zone | null };

/** What the VTIMEZONEs say; their changes are worked out only where a time needs them. */
function describedZones(zones: readonly FileComponent[], work: WorkDone): ReadonlyMap<string, Described> {
  const described = new Map<string, Described>();
  for (const zone of zones.slice(0, MOST_ZONES)) {
    const tzid = unquoted(textIn(zone, "TZID"));
    const location = textIn(zone, "X-LIC-LOCATION");
    if (tzid === "" || described.has(tzid)) continue;
    let worked: { zone: FileZone | null } | null = null;
    const observances = observancesOf(zone);
    described.set(tzid, {
      location: location === "" ? null : zoneNamed(location),
      isUtc: () => observances?.every(({ offsetAfter }) => offsetAfter === 0) ?? true,
      zone() {
        worked ??= { zone: observances === null ? null : fileZoneOf(observances, work.spend) };
        return worked.zone;
      },
    });
  }
  return described;
}

const MOST_ZONES = 200;

const MOST_OBSERVANCES = 300;

/** The parts of a VTIMEZONE; null where one of them cannot be read: without it the others would be wrong for some of the year. */
function observancesOf({ inner }: FileComponent): Observance[] | null {
  const parts = inner.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  const read = parts
    .slice(0, MOST_OBSERVANCES)
    .map(observanceOf)
    .filter((part) => part !== null);
  return read.length < parts.length ? null : read;
}

function observanceOf(part: FileComponent): Observance | null {
  const start = part.lines.find(({ name }) => name === "DTSTART");
  const [first] = start === undefined ? [] : wallTimesOf([start]);
  const offsetBefore = offsetOf(textOrWritten(part, "TZOFFSETFROM"));
  const offsetAfter = offsetOf(textOrWritten(part, "TZOFFSETTO"));
  if (first === undefined || offsetBefore === null || offsetAfter === null) return null;
  const rules = part.lines.filter(({ name }) => name === "RRULE").map(writtenValue);
  const dates = wallTimesOf(part.lines.filter(({ name }) => name === "RDATE"));
  return { start: first, offsetBefore, offsetAfter, rules: rules.slice(0, 10), dates };
}

function wallTimesOf(lines: FileComponent["lines"]): WallTime[] {
  return lines
    .map(readProperty)
    .flatMap((property) => (property === null ? [] : timesOf(property)))
    .flatMap((time) => (time === null ? [] : [wallOf(time)]));
}

/** Some write a TZID in quotation marks, in one of its two places or in both. */
function unquoted(tzid: string): string {
  return tzid.replace(/^["']+|["']+$/g, "");
}

function textIn(component: FileComponent, wanted: string): string {
  const line = component.lines.find(({ name }) => name === wanted);
  return line === undefined ? "" : textOf(readProperty(line));
}

function textOrWritten(component: FileComponent, wanted: string): string {
  const line = component.lines.find(({ name }) => name === wanted);
  return line === undefined ? "" : writtenValue(line);
}

/** "-0500" in minutes, also "-05:00" and "0500", seconds cut off; null where it is no offset, or of more than a day. */
function offsetOf(text: string): number | null {
  const match = /^([+-]?)(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes >= 24 * 60) return null;
  return match[1] === "-" ? -minutes : minutes;
}
