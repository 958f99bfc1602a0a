import { expandRule } from "#app/domain/event-series/expand-rule.ts";
import { parseRule } from "#app/domain/event-series/parse-rule.ts";
import { type InstantOf, instantOf, type Occurrence, type WallTime } from "#app/domain/time/wall-time.ts";

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

/** A zone that only the file knows: the changes of its clocks, in order. */
export type FileZone = { changes: readonly { at: number; before: number; after: number }[] };

const MINUTE = 60_000;
const LAST_DAY = "2100-12-31";
const MOST_CHANGES = 400;

/**
 * The zone that a VTIMEZONE describes [RFC 5545, section 3.6.5], or null where it gives no offset.
 *
 * Only yearly rules are followed, to the year 2100; nobody changes clocks more often, and a hostile rule would cost time.
 */
export function fileZoneOf(observances: readonly Observance[]): FileZone | null {
  const changes = observances
    .flatMap((observance) =>
      onsetsOf(observance).map((wall) => ({
        at: Date.parse(`${wall}:00Z`) - observance.offsetBefore * MINUTE,
        before: observance.offsetBefore,
        after: observance.offsetAfter,
      })),
    )
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  return changes.length === 0 ? null : { changes };
}

function onsetsOf({ start, rules, dates }: Observance): WallTime[] {
  const onsets = new Set([start, ...dates]);
  for (const text of rules) {
    const rule = parseRule(text);
    if (!rule.ok || rule.rule.frequency !== "YEARLY") continue;
    const { slots } = expandRule(rule.rule, start, { zone: "UTC", lastDay: LAST_DAY, most: MOST_CHANGES });
    for (const slot of slots) onsets.add(slot);
  }
  return [...onsets];
}

/** Minutes by which the clocks of the zone are ahead of UTC at an instant. */
export function offsetInFileZone({ changes }: FileZone, instant: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? (changes[0]?.before ?? 0) : (changes[low - 1]?.after ?? 0);
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
  return new Date(at + offsetInFileZone(zone, at) * MINUTE).toISOString().slice(0, 16);
}

/**
 * The one of `candidates` whose clocks show the same as the file's at noon of each of `days` and at both ends of each of its
 * changes between them, or null. The file's own name for it is then only another name.
 */
export function zoneLike(
  zone: FileZone,
  candidates: readonly string[],
  [first, last]: readonly [WallTime, WallTime],
): string | null {
  const instants = sampled(zone, Date.parse(`${first}:00Z`), Date.parse(`${last}:00Z`));
  return candidates.find((candidate) => instants.every((at) => isSame(zone, candidate, at))) ?? null;
}

const WEEK = 7 * 24 * 60 * MINUTE;
const MOST_SAMPLES = 2_000;

/** Each week of the span, and the minutes around each change of the file's clocks. */
function sampled(zone: FileZone, first: number, last: number): number[] {
  const weeks = Array.from(
    { length: Math.min(MOST_SAMPLES, Math.ceil((last - first) / WEEK) + 1) },
    (_, index) => first + index * WEEK,
  );
  const changes = zone.changes
    .filter(({ at }) => at >= first - WEEK && at <= last + WEEK)
    .flatMap(({ at }) => [at - MINUTE, at]);
  return [...weeks, last, ...changes];
}

function isSame(zone: FileZone, candidate: string, at: number): boolean {
  const wall = wallTimeInFileZone(zone, new Date(at));
  const there = instantOf(wall, candidate, "first");
  const later = instantOf(wall, candidate, "second");
  return (
    (there.ok && there.instant.getTime() === at - (at % MINUTE)) ||
    (later.ok && later.instant.getTime() === at - (at % MINUTE))
  );
}
