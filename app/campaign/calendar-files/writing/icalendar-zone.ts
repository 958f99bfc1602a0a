import { tzOffset } from "@date-fns/tz";
import type { Zone } from "#app/time/wall-time.ts";
import { type ZoneChange, zoneChanges } from "#app/time/zone-changes.ts";
import { contentLine } from "./icalendar-line.ts";

const MINUTE = 60_000;
const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** So many years show whether a Sunday is always the last of its month, or the fourth. */
const YEARS_TO_TELL = 12;

const written = new Map<string, string>();
const MOST_WRITTEN = 500;

/**
 * The VTIMEZONE of a zone for events from one year to another: by yearly rules where the clocks keep to them all that time and
 * the years after, else change by change. It says what this machine's own rules say, so that a reader that goes by it
 * sees the instants that the product shows. Source: RFC 5545, section 3.6.5.
 */
export function zoneComponent(zone: Zone, firstYear: number, lastYear: number): string {
  const key = `${zone} ${firstYear} ${lastYear}`;
  const known = written.get(key) ?? write(zone, firstYear, lastYear);
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(key, known);
  return known;
}

function write(zone: Zone, firstYear: number, lastYear: number): string {
  const from = firstYear - 1;
  const changes = zoneChanges(zone, from, Math.max(lastYear + 1, from + YEARS_TO_TELL));
  const years = Math.max(lastYear + 1, from + YEARS_TO_TELL) - from + 1;
  return [
    contentLine("BEGIN", "VTIMEZONE"),
    contentLine("TZID", zone),
    ...(yearly(changes, years) ?? changeByChange(zone, from, changes)),
    contentLine("END", "VTIMEZONE"),
  ].join("");
}

/** Two rules that hold in each of the years; null where the clocks do not keep to such. */
function yearly(changes: readonly ZoneChange[], years: number): string[] | null {
  if (changes.length !== 2 * years) return null;
  const kinds = [0, 1].map((kind) => changes.filter((_, index) => index % 2 === kind));
  const rules = kinds.map(yearlyRule);
  if (rules.some((rule) => rule === null)) return null;
  return kinds.flatMap(([first], index) =>
    first === undefined ? [] : observance(first, rules[index] ?? null),
  );
}

/** "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" where all these changes fall on that day, at one time of day; else null. */
function yearlyRule(changes: readonly ZoneChange[]): string | null {
  const walls = changes.map(wallOf);
  const [first] = walls;
  const same = (part: (wall: Date) => number | string) =>
    walls.every((wall) => first && part(wall) === part(first));
  const isOne = new Set(changes.map(({ before, after }) => `${before} ${after}`)).size === 1;
  const isAlike = same((wall) => wall.getUTCMonth()) && same((wall) => wall.getUTCDay()) && same(timeOf);
  if (first === undefined || !isOne || !isAlike) return null;
  const which = same(countFromEnd)
    ? -countFromEnd(first)
    : same(countFromStart)
      ? countFromStart(first)
      : null;
  if (which === null) return null;
  return `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${which}${DAYS[first.getUTCDay()]}`;
}

/** The second Sunday of a month is 2 from its start. */
function countFromStart(wall: Date): number {
  return Math.ceil(wall.getUTCDate() / 7);
}

/** The last Sunday of a month is 1 from its end. */
function countFromEnd(wall: Date): number {
  const days = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  return Math.ceil((days - wall.getUTCDate() + 1) / 7);
}

function changeByChange(zone: Zone, firstYear: number, changes: readonly ZoneChange[]): string[] {
  const start = new Date(Date.UTC(firstYear, 0, 1));
  const offset = tzOffset(zone, start);
  const first = { at: new Date(start.getTime() - offset * MINUTE), before: offset, after: offset };
  return [first, ...changes].flatMap((change) => observance(change, null));
}

/** Its DTSTART is on the clock as it was before the change. */
function observance(change: ZoneChange, rule: string | null): string[] {
  const kind = change.after > change.before ? "DAYLIGHT" : "STANDARD";
  return [
    contentLine("BEGIN", kind),
    contentLine("DTSTART", wallOf(change).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")),
    contentLine("TZOFFSETFROM", offsetInHours(change.before)),
    contentLine("TZOFFSETTO", offsetInHours(change.after)),
    ...(rule === null ? [] : [contentLine("RRULE", rule)]),
    contentLine("END", kind),
  ];
}

/** What the clocks showed when they were changed, as if it were UTC. */
function wallOf({ at, before }: ZoneChange): Date {
  return new Date(at.getTime() + before * MINUTE);
}

function timeOf(wall: Date): string {
  return wall.toISOString().slice(11, 16);
}

/** "-0500", "+0530". */
function offsetInHours(minutes: number): string {
  const whole = Math.abs(minutes);
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(whole / 60))}${two(whole % 60)}`;
}
