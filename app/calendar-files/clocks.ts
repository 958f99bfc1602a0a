import type { ReadingOptions } from "#app/domain/calendar-files/calendar-reading.ts";
import type { FileComponent } from "#app/domain/calendar-files/content-lines.ts";
import {
  type FileZone,
  fileZoneOf,
  instantInFileZone,
  type Observance,
  wallTimeInFileZone,
  zoneLike,
} from "#app/domain/calendar-files/file-zone.ts";
import type { Remarks } from "#app/domain/calendar-files/remarks.ts";
import { zoneNamed } from "#app/domain/calendar-files/zone-names.ts";
import {
  type InstantOf,
  instantOf,
  type Occurrence,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
} from "#app/domain/time/wall-time.ts";
import { readProperty, textOf, writtenValue } from "./file-property.ts";
import { type TimeValue, timesOf } from "./time-values.ts";

/** The clock that a time of the file is on. `zone` is what an event is kept on; of a zone that only the file knows, Washington's. */
export type Clock = {
  zone: string;
  /** Whether the file's own VTIMEZONE says what it shows. */
  isOnlyInFile: boolean;
  instantOf(wall: WallTime, occurrence: Occurrence | null): InstantOf;
  wallTimeIn(instant: Date): WallTime;
};

export type FoundClock = { ok: true; clock: Clock } | { ok: false; reason: string };

export type Clocks = {
  /** The clock of a time value, for an event whose times lie between `from` and `to`. */
  of(time: TimeValue, span: readonly [WallTime, WallTime], line: number): FoundClock;
  /** Whether a time waited for somebody to say whose clock it is on. */
  asksForClock(): boolean;
};

/** Zones whose clocks a file may describe under a name of its own. */
const USUAL_ZONES = [
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

/** The clocks of a file: the zones that everybody knows, and those that its VTIMEZONEs describe. */
export function clocksOf(
  zones: readonly FileComponent[],
  { clock, homeZone }: ReadingOptions,
  remarks: Remarks,
): Clocks {
  const described = describedZones(zones);
  const found = new Map<string, Clock>();
  let asks = false;
  const chosen = (what: string, line: number): FoundClock => {
    if (clock === null) {
      asks = true;
      return { ok: false, reason: `${what}. Say whose clock it is, and it is taken over` };
    }
    remarks.add(`${what}: read on the clock of ${clock}, as chosen`, line);
    return { ok: true, clock: knownClock(clock) };
  };
  const onlyDescribed = (tzid: string, file: FileZone, span: readonly [WallTime, WallTime], line: number) => {
    const key = `${tzid}\n${span[0].slice(0, 4)}\n${span[1].slice(0, 4)}`;
    const clockOfZone = found.get(key) ?? clockOfFile(file, [WASHINGTON, homeZone, ...USUAL_ZONES], span);
    found.set(key, clockOfZone);
    remarks.add(
      clockOfZone.isOnlyInFile
        ? `The zone “${tzid.slice(0, 60)}” is known to the file alone: its times are kept as instants, on Washington's clock`
        : `The zone “${tzid.slice(0, 60)}” of the file shows the time of ${clockOfZone.zone}, and is read as that`,
      line,
    );
    return { ok: true, clock: clockOfZone } as const;
  };
  return {
    asksForClock: () => asks,
    of(time, span, line) {
      if (time.kind === "day") return { ok: true, clock: knownClock(WASHINGTON) };
      if (time.isUtc) return { ok: true, clock: knownClock("UTC") };
      if (time.tzid === "") return chosen("The time has no zone", line);
      const zone = zoneNamed(time.tzid) ?? described.get(time.tzid)?.location ?? null;
      if (zone !== null) return { ok: true, clock: knownClock(zone) };
      const file = described.get(time.tzid)?.zone() ?? null;
      if (file !== null) return onlyDescribed(time.tzid, file, span, line);
      return chosen(`Nobody knows the zone “${time.tzid.slice(0, 60)}”`, line);
    },
  };
}

const clocks = new Map<string, Clock>();

function knownClock(zone: string): Clock {
  const known = clocks.get(zone) ?? {
    zone,
    isOnlyInFile: false,
    instantOf: (wall: WallTime, occurrence: Occurrence | null) => instantOf(wall, zone, occurrence),
    wallTimeIn: (instant: Date) => wallTimeIn(instant, zone),
  };
  clocks.set(zone, known);
  return known;
}

function clockOfFile(
  file: FileZone,
  candidates: readonly string[],
  span: readonly [WallTime, WallTime],
): Clock {
  const like = zoneLike(file, candidates, [
    `${span[0].slice(0, 4)}-01-01T00:00`,
    `${span[1].slice(0, 4)}-12-31T00:00`,
  ]);
  if (like !== null) return knownClock(like);
  return {
    zone: WASHINGTON,
    isOnlyInFile: true,
    instantOf: (wall, occurrence) => instantInFileZone(file, wall, occurrence),
    wallTimeIn: (instant) => wallTimeInFileZone(file, instant),
  };
}

type Described = { zone(): FileZone | null; location: string | null };

/** What the VTIMEZONEs say; their changes are worked out only where a time needs them. */
function describedZones(zones: readonly FileComponent[]): ReadonlyMap<string, Described> {
  const described = new Map<string, Described>();
  for (const zone of zones.slice(0, MOST_ZONES)) {
    const tzid = textIn(zone, "TZID");
    const location = textIn(zone, "X-LIC-LOCATION");
    if (tzid === "" || described.has(tzid)) continue;
    let worked: { zone: FileZone | null } | null = null;
    described.set(tzid, {
      location: location === "" ? null : zoneNamed(location),
      zone() {
        worked ??= { zone: fileZoneOf(observancesOf(zone)) };
        return worked.zone;
      },
    });
  }
  return described;
}

const MOST_ZONES = 200;
const MOST_OBSERVANCES = 300;

function observancesOf({ inner }: FileComponent): Observance[] {
  return inner
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .slice(0, MOST_OBSERVANCES)
    .map(observanceOf)
    .filter((part) => part !== null);
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
    .flatMap((time) => (time?.kind === "time" ? [time.wall] : []));
}

function textIn(component: FileComponent, wanted: string): string {
  const line = component.lines.find(({ name }) => name === wanted);
  return line === undefined ? "" : textOf(readProperty(line));
}

function textOrWritten(component: FileComponent, wanted: string): string {
  const line = component.lines.find(({ name }) => name === wanted);
  return line === undefined ? "" : writtenValue(line);
}

/** "-0500" in minutes, seconds cut off; null where it is no offset, or of more than a day. */
function offsetOf(text: string): number | null {
  const match = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes >= 24 * 60) return null;
  return match[1] === "-" ? -minutes : minutes;
}
