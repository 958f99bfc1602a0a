import type { WallTime } from "#app/time/wall-time.ts";
import type { FileComponent } from "./content-lines.ts";
import { readProperty, textOf, writtenValue } from "./file-property.ts";
import { type FileZone, fileZoneOf, type Observance } from "./file-zone.ts";
import { timesOf } from "./time-values.ts";
import type { WorkDone } from "./work-done.ts";
import { zoneNamed } from "./zone-names.ts";

/** What a VTIMEZONE says; `location` is the zone that everybody knows, where the file names it beside. */
export type Described = { zone(): FileZone | null; isUtc(): boolean; location: string | null };

/** What the VTIMEZONEs say; their changes are worked out only where a time needs them. */
export function describedZones(
  zones: readonly FileComponent[],
  work: WorkDone,
): ReadonlyMap<string, Described> {
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
    .flatMap((time) => (time === null ? [] : [time.kind === "time" ? time.wall : `${time.day}T00:00`]));
}

/** Some write a TZID in quotation marks, in one of its two places or in both. */
export function unquoted(tzid: string): string {
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
