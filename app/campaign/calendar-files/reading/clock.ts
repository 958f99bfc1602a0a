import { writtenDay } from "#app/time/calendar-date.ts";
import {
  type InstantOf,
  instantOf,
  type Occurrence,
  WASHINGTON,
  type WallTime,
  wallAt,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import { type FileZone, instantInFileZone, wallTimeInFileZone, zoneLike } from "./file-zone.ts";

/** The clock that a time of the file is on. `zone` is what an event is kept on; of a zone that only the file knows, Washington's. */
export type Clock = {
  zone: Zone;
  /** Whether the file's own VTIMEZONE says what it shows. */
  isOnlyInFile: boolean;
  instantOf(wall: WallTime, occurrence: Occurrence | null): InstantOf;
  wallTimeIn(instant: Date): WallTime;
};

const clocks = new Map<string, Clock>();

/** The clock of a zone that everybody knows. */
export function knownClock(zone: Zone): Clock {
  const known = clocks.get(zone) ?? {
    zone,
    isOnlyInFile: false,
    instantOf: (wall: WallTime, occurrence: Occurrence | null) => instantOf(wall, zone, occurrence),
    wallTimeIn: (instant: Date) => wallTimeIn(instant, zone),
  };
  clocks.set(zone, known);
  return known;
}

/** The clock of a zone of the file: that of the first of the candidates that shows the same between two times, or its own. */
export function clockOfFile(
  file: FileZone,
  candidates: readonly Zone[],
  span: readonly [WallTime, WallTime],
): Clock {
  const like = zoneLike(file, candidates, [
    wallAt(writtenDay(Number(span[0].slice(0, 4)), 1, 1), "00:00"),
    wallAt(writtenDay(Number(span[1].slice(0, 4)), 12, 31), "00:00"),
  ]);
  if (like !== null) return knownClock(like);
  return {
    zone: WASHINGTON,
    isOnlyInFile: true,
    instantOf: (wall, occurrence) => instantInFileZone(file, wall, occurrence),
    wallTimeIn: (instant) => wallTimeInFileZone(file, instant),
  };
}
