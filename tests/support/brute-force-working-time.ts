import type { Desk } from "#app/campaign/clearances/desk.ts";
import { wallTimeIn } from "#app/time/wall-time.ts";

const HOUR = 3_600_000;

/** Half hours of work between two instants, counted one by one: no holiday but that of the Belgian desk is near. */
export function workedHours(
  from: Date | null = null,
  to: Date | null = null,
  desk: Desk | null = null,
): number {
  if (from === null || to === null || desk === null) return 0;
  let halves = 0;
  for (let now = from.getTime(); now < to.getTime(); now += HOUR / 2) {
    const wall = wallTimeIn(new Date(now), desk.zone);
    const weekday = new Date(`${wall.slice(0, 10)}T12:00Z`).getUTCDay();
    const isOff = weekday % 6 === 0 || HOLIDAYS[desk.country]?.includes(wall.slice(0, 10));
    if (!isOff && wall.slice(11) >= "09:00" && wall.slice(11) < "17:00") halves += 1;
  }
  return halves / 2;
}

const HOLIDAYS: Record<string, string[]> = { BE: ["2026-11-11"], CZ: ["2026-11-17"] };
