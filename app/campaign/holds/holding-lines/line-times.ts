import { addDays } from "#app/time/calendar-date.ts";
import { explainTimeRefusal, parseTime } from "#app/time/parse-date.ts";
import {
  type CalendarDate,
  dateIn,
  instantOf,
  NO_SUCH_TIME,
  type TimeOfDay,
  timeIn,
  WASHINGTON,
  type WallTime,
  wallAt,
  type Zone,
} from "#app/time/wall-time.ts";

type AnswerBy = { ok: true; at: Date } | { ok: false; sentence: string };

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;

/** The hour to offer to the desks: the next half hour that leaves them one, on the clocks of Washington. */
export function offeredAnswerBy(now: Date): string {
  const at = Math.ceil((now.getTime() + HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
  return timeIn(new Date(at), WASHINGTON);
}

/** Reads by when the desks answer: a time of today in Washington, or of tomorrow where today's has passed. */
export function readAnswerBy(typed: string, now: Date): AnswerBy {
  const time = parseTime(typed);
  if (!time.ok) return { ok: false, sentence: explainTimeRefusal(time.reason) };
  const today = dateIn(now, WASHINGTON);
  for (const day of [today, addDays(today, 1)]) {
    const at = instantOf(wallAt(day, time.time), WASHINGTON, "first");
    if (at.ok && at.instant > now) return { ok: true, at: at.instant };
  }
  return { ok: false, sentence: NO_SUCH_TIME };
}

type Expiry = { ok: true; wall: WallTime; zone: Zone; at: Date } | { ok: false; sentence: string };

/** When a line expires, in Washington; a time that the clocks skip is refused, of one that they show twice the first is meant. */
export function readExpiry({ day, time }: { day: CalendarDate; time: TimeOfDay }): Expiry {
  const wall = wallAt(day, time);
  const at = instantOf(wall, WASHINGTON, "first");
  if (at.ok) return { ok: true, wall, zone: WASHINGTON, at: at.instant };
  return { ok: false, sentence: NO_SUCH_TIME };
}

/** The expiry to offer for a new line: tomorrow at 18:00 in Washington. */
export function offeredExpiry(now: Date): WallTime {
  return `${addDays(dateIn(now, WASHINGTON), 1)}T18:00`;
}
