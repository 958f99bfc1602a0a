import { expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import type { Rule } from "#app/campaign/outreach-events/series/rule.ts";
import { FIRST_YEAR, LAST_DAY, LAST_YEAR, writtenDay } from "#app/time/calendar-date.ts";
import {
  type CalendarDate,
  type InstantOf,
  instantOf,
  laterBy,
  type Occurrence,
  type WallTime,
  wallTimeInUtc,
  type Zone,
} from "#app/time/wall-time.ts";

/** One STANDARD or DAYLIGHT part: since when the clocks show which offset, in minutes ahead of UTC. */
export type Observance = {
  start: WallTime;
  offsetBefore: number;
  offsetAfter: number;
  /** RRULE texts; how the change comes again. */
  rules: readonly string[];
  /** RDATE wall times. */
  dates: readonly WallTime[];
};

/** When the clocks of a zone change, in milliseconds since 1970, and by how many minutes they are ahead of UTC before and after. */
type Change = { at: number; before: number; after: number };

/** Some changes of a zone's clocks: by the year that the clocks show, and the last up to an instant. */
type Changes = { inYear(year: number): readonly Change[]; upTo(instant: number): Change | null };

/** A zone that only the file knows. */
export type FileZone = Changes & { first: Change };

const MINUTE = 60_000;
const MOST_CHANGES = 400;
/** The longest that a yearly rule pauses, as one for 29 February that comes every seventh year. */
const LONGEST_PAUSE = 30;

/**
 * The zone that a VTIMEZONE describes [RFC 5545, section 3.6.5], or null where any part of it cannot be read.
 *
 * Rules are worked out for the years that are asked for, whenever they begin: Exchange and Outlook let theirs begin in 1601.
 * Only yearly and monthly rules are followed; nobody changes clocks more often, and a hostile rule would cost time. `spend`
 * is told how many steps were taken.
 */
export function fileZoneOf(
  observances: readonly Observance[],
  spend: (steps: number) => void,
): FileZone | null {
  const found: Changes[] = [];
  const fixed: Change[] = [];
  for (const observance of observances) {
    const changesAt = changesOf(observance);
    fixed.push(...changesAt([observance.start, ...observance.dates]));
    for (const text of observance.rules) {
      const rule = ruleOf(text, observance);
      if (rule === null) return null;
      const { start } = observance;
      if (rule.count === null) found.push(changesByRule(rule, start, changesAt, spend));
      else fixed.push(...changesAt(slotsOf(rule, start, { lastDay: LAST_DAY }, spend)));
    }
  }
  fixed.sort((a, b) => a.at - b.at);
  const [first] = fixed;
  return first === undefined ? null : { first, ...together([fixedChanges(fixed), ...found]) };
}

type ChangesAt = (walls: readonly WallTime[]) => Change[];

function changesOf({ offsetBefore: before, offsetAfter: after }: Observance): ChangesAt {
  return (walls) =>
    walls
      .map((wall) => ({ at: Date.parse(`${wall}:00Z`) - before * MINUTE, before, after }))
      .filter(({ at }) => Number.isFinite(at));
}

/** Its UNTIL stands in UTC, and is put on the clock that it ends on [RFC 5545, section 3.8.5.3]. */
function ruleOf(text: string, { offsetBefore }: Observance): Rule | null {
  const parsed = parseRule(text);
  if (!parsed.ok || !["YEARLY", "MONTHLY"].includes(parsed.rule.frequency)) return null;
  const { until } = parsed.rule;
  if (until === null || !until.isUtc) return parsed.rule;
  const wall = laterBy(until.wall, offsetBefore * MINUTE);
  return { ...parsed.rule, until: { ...until, isUtc: false, wall } };
}

function slotsOf(
  rule: Rule,
  start: WallTime,
  days: { firstDay?: CalendarDate; lastDay: CalendarDate },
  spend: (steps: number) => void,
): WallTime[] {
  const { slots, steps } = expandRule(rule, start, { zone: "UTC", most: MOST_CHANGES, ...days });
  spend(steps);
  return slots;
}

function changesByRule(
  rule: Rule,
  start: WallTime,
  changesAt: ChangesAt,
  spend: (steps: number) => void,
): Changes {
  const years = new Map<number, Change[]>();
  const [firstYear, lastYear] = [
    yearOf(start),
    rule.until === null ? Number.POSITIVE_INFINITY : yearOf(rule.until.wall),
  ];
  const inYear = (year: number): Change[] => {
    if (year < firstYear || year > lastYear) return [];
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = { firstDay: writtenDay(year, 1, 1), lastDay: writtenDay(year, 12, 31) };
    const changes = changesAt(slotsOf(rule, start, days, spend));
    years.set(year, changes);
    return changes;
  };
  return {
    inYear,
    upTo(instant) {
      // The year that the clocks show may be one more than that of UTC.
      const latest = Math.min(new Date(instant).getUTCFullYear() + 1, lastYear);
      for (let year = latest; year >= Math.max(firstYear, latest - LONGEST_PAUSE); year -= 1) {
        const last = inYear(year).findLast(({ at }) => at <= instant);
        if (last !== undefined) return last;
      }
      return null;
    },
  };
}

function yearOf(wall: WallTime): number {
  return Number(wall.slice(0, 4));
}

/** `changes` are in order. */
function fixedChanges(changes: readonly Change[]): Changes {
  const after = (instant: number): number => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.at ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    inYear: (year) =>
      changes.filter(({ at, before }) => new Date(at + before * MINUTE).getUTCFullYear() === year),
    upTo: (instant) => changes[after(instant) - 1] ?? null,
  };
}

function together(all: readonly Changes[]): Changes {
  return {
    inYear: (year) => all.flatMap((one) => one.inYear(year)),
    upTo(instant) {
      let last: Change | null = null;
      for (const one of all) {
        const change = one.upTo(instant);
        if (change !== null && change.at >= (last?.at ?? Number.NEGATIVE_INFINITY)) last = change;
      }
      return last;
    },
  };
}

/** Minutes by which the clocks of the zone are ahead of UTC at an instant. */
export function offsetInFileZone(zone: FileZone, instant: number): number {
  return zone.upTo(instant)?.after ?? zone.first.before;
}

/** The instant at which the clocks of the zone show `wall`; as instantOf for a zone that everybody knows. */
export function instantInFileZone(
  zone: FileZone,
  wall: WallTime,
  occurrence: Occurrence | null = null,
): InstantOf {
  const asUtc = Date.parse(`${wall}:00Z`);
  const day = 24 * 60 * MINUTE;
  const offsets = new Set([offsetInFileZone(zone, asUtc - day), offsetInFileZone(zone, asUtc + day)]);
  const [first, second] = [...offsets]
    .map((offset) => ({ offset, at: asUtc - offset * MINUTE }))
    .filter(({ offset, at }) => offsetInFileZone(zone, at) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  if (first === undefined) return { ok: false, reason: "time-does-not-exist" };
  if (second === undefined) return { ok: true, instant: new Date(first) };
  if (occurrence === null) return { ok: false, reason: "time-occurs-twice" };
  return { ok: true, instant: new Date(occurrence === "first" ? first : second) };
}

/** What the clocks of the zone show at an instant. */
export function wallTimeInFileZone(zone: FileZone, instant: Date): WallTime {
  const at = instant.getTime();
  return wallTimeInUtc(new Date(at + offsetInFileZone(zone, at) * MINUTE));
}

/**
 * The one of `candidates` whose clocks show the same as the file's each week between the two days and at both ends of each of
 * its changes, or null. The file's own name for it is then only another name.
 */
export function zoneLike(
  zone: FileZone,
  candidates: readonly Zone[],
  [first, last]: readonly [WallTime, WallTime],
): Zone | null {
  if (yearOf(first) < FIRST_YEAR || yearOf(last) > LAST_YEAR) return null;
  const instants = sampled(zone, Date.parse(`${first}:00Z`), Date.parse(`${last}:00Z`));
  return candidates.find((candidate) => instants.every((at) => isSame(zone, candidate, at))) ?? null;
}

const WEEK = 7 * 24 * 60 * MINUTE;

/** Each week of the span, and the minutes around each change of the file's clocks. */
function sampled(zone: FileZone, first: number, last: number): number[] {
  const instants: number[] = [last];
  for (let at = first; at < last; at += WEEK) instants.push(at);
  const [from, to] = [first, last].map((at) => new Date(at).getUTCFullYear());
  for (let year = from ?? 0; year <= (to ?? 0); year += 1)
    for (const { at } of zone.inYear(year)) instants.push(at - MINUTE, at);
  return instants;
}

function isSame(zone: FileZone, candidate: Zone, at: number): boolean {
  const wall = wallTimeInFileZone(zone, new Date(at));
  const there = instantOf(wall, candidate, "first");
  const later = instantOf(wall, candidate, "second");
  return (
    (there.ok && there.instant.getTime() === at - (at % MINUTE)) ||
    (later.ok && later.instant.getTime() === at - (at % MINUTE))
  );
}
