import { type CalendarDate, dayOf, type WallTime } from "#app/time/wall-time.ts";
import type { Clock } from "./clock.ts";
import type { EventDraft } from "./event-draft.ts";
import type { Reading } from "./one-time.ts";
import type { TimeValue } from "./time-values.ts";

/** What names a time within its series: whose clock it is on, and whether it has whole days. */
export type OnSeries = { clock: Clock; isAllDay: boolean; draft: EventDraft; reading: Reading };

/**
 * A time value (RECURRENCE-ID, RDATE, EXDATE) as the clock of its series shows it; null where it is on a clock that nobody knows.
 * In a series of whole days it is a day, whatever hour and zone stand beside it: Exchange writes midnight in its own zone.
 */
export function slotOn(time: TimeValue, { clock, isAllDay, draft, reading }: OnSeries): WallTime | null {
  if (time.kind === "day") return `${time.day}T00:00`;
  if (isAllDay) return `${dayMeant(time, reading)}T00:00`;
  if (time.tzid === "" && !time.isUtc) return time.wall;
  const other = reading.clocks.of(time, [time.wall, `${reading.options.lastDay}T23:59`], draft.line);
  if (!other.ok) return null;
  if (other.clock === clock) return time.wall;
  const instant = other.clock.instantOf(time.wall, "first");
  return instant.ok ? clock.wallTimeIn(instant.instant) : null;
}

/** The day that a time stands for where whole days are meant: in UTC, the one that begins then on a clock that the file may be on. */
export function dayMeant(
  time: { wall: WallTime; isUtc: boolean },
  { clocks }: Pick<Reading, "clocks">,
): CalendarDate {
  const written = dayOf(time.wall);
  if (!time.isUtc || time.wall.endsWith("T00:00")) return written;
  return clocks.dayBeginningAt(new Date(`${time.wall}:00Z`)) ?? written;
}

/** A time value as the day that it stands for where whole days are meant. */
export function asDay(time: TimeValue, reading: Reading): TimeValue {
  return time.kind === "day" ? time : { kind: "day", day: dayMeant(time, reading) };
}

/** The event with midnights as days, where it begins and ends with one; as it is, where it does not. */
export function inWholeDays(draft: EventDraft, reading: Reading): EventDraft {
  const { start, end } = draft;
  const ends = end === null || !("kind" in end) ? null : end;
  if (start?.kind !== "time" || ends?.kind === "day" || (end !== null && ends === null)) return draft;
  const days = [start, ...(ends === null ? [] : [ends])].map((time) => midnightOf(time, reading));
  const [first, last] = days;
  if (first === undefined || days.includes(null)) return draft;
  return { ...draft, start: first, end: last ?? null };
}

function midnightOf(time: TimeValue & { kind: "time" }, { clocks }: Reading): TimeValue | null {
  if (time.wall.endsWith("T00:00")) return { kind: "day", day: dayOf(time.wall) };
  const day = time.isUtc ? clocks.dayBeginningAt(new Date(`${time.wall}:00Z`)) : null;
  return day === null ? null : { kind: "day", day };
}
