import { type CalendarDate, WASHINGTON, type WallTime, wallTimeIn } from "#app/time/wall-time.ts";
import type { ReadingOptions } from "./calendar-reading.ts";
import { type Clock, clockOfFile, knownClock } from "./clock.ts";
import type { FileComponent } from "./content-lines.ts";
import { type Described, describedZones, unquoted } from "./described-zones.ts";
import { type FileZone, wallTimeInFileZone } from "./file-zone.ts";
import type { Remarks } from "./remarks.ts";
import type { TimeValue } from "./time-values.ts";
import type { WorkDone } from "./work-done.ts";
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
      return { ok: false, reason: `${what}. Say whose clock it is, and it is taken over` };
    }
    remarks.add(`${what}: read on the clock of ${clock}, as chosen`, line);
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
        ? `The zone “${tzid.slice(0, 60)}” is known to the file alone: its times are kept as instants, on Washington's clock`
        : `The zone “${tzid.slice(0, 60)}” of the file shows the time of ${clockOfZone.zone}, and is read as that`,
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
      return walls.find((wall) => wall?.endsWith("T00:00"))?.slice(0, 10) ?? null;
    },
    of(time, span, line) {
      if (time.kind === "day") return { ok: true, clock: knownClock(WASHINGTON) };
      if (time.isUtc) return { ok: true, clock: knownClock("UTC") };
      const tzid = unquoted(time.tzid);
      if (tzid === "") return chosen("The time has no zone", line);
      const zone = knownZone(tzid, described.get(tzid));
      if (zone !== null) return { ok: true, clock: knownClock(zone) };
      const file = described.get(tzid)?.zone() ?? null;
      if (file !== null) return onlyDescribed(tzid, file, span, line);
      const name = tzid.slice(0, 60);
      return described.has(tzid)
        ? chosen(`What the file says of its zone “${name}” cannot be worked out`, line)
        : chosen(`Nobody knows the zone “${name}”`, line);
    },
  };
}

/** A zone that everybody knows. "GMT" is more than a name where the file says that it has a summer time, as Notes does. */
function knownZone(tzid: string, described: Described | undefined): string | null {
  const named = zoneNamed(tzid) ?? described?.location ?? null;
  return named === "UTC" && described?.isUtc() === false ? null : named;
}

function wallTimeOf(instant: Date, tzid: string, described: Described): WallTime | null {
  const zone = knownZone(tzid, described);
  if (zone !== null) return wallTimeIn(instant, zone);
  const file = described.zone();
  return file === null ? null : wallTimeInFileZone(file, instant);
}
