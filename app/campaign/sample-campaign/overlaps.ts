import { dayOf, type TimeOfDay, timeOf, wallAt } from "#app/time/wall-time.ts";
import type { SampleEvent } from "./sample-event.ts";

const STARTS: readonly TimeOfDay[] = [
  "09:00",
  "10:00",
  "11:00",
  "12:00",
  "13:00",
  "14:00",
  "15:00",
  "16:00",
  "17:00",
];

/** What stands in the calendar of whoever takes part. */
export type Placed = Pick<SampleEvent, "key" | "officers" | "wallStart" | "minutes" | "isAllDay">;

/**
 * All events in the order of their start; a movable one that would overlap another of the same officer, or what else
 * takes an officer, goes to the next free hour of its day. The others stay where they are: the one clash of the sample is
 * among them.
 */
export function withoutOverlaps(
  fixed: readonly SampleEvent[],
  movable: readonly SampleEvent[],
  taken: readonly Placed[],
): SampleEvent[] {
  const placed = [...fixed];
  for (const event of movable) placed.push(onFreeHour(event, [...taken, ...placed]));
  return placed.sort((a, b) => a.wallStart.localeCompare(b.wallStart) || a.key.localeCompare(b.key));
}

function onFreeHour(event: SampleEvent, placed: readonly Placed[]): SampleEvent {
  const sameDay = placed.filter(
    (other) => dayOf(other.wallStart) === dayOf(event.wallStart) && haveAnOfficerInCommon(event, other),
  );
  const starts = [event.wallStart, ...STARTS.map((start) => wallAt(dayOf(event.wallStart), start))];
  const free = starts.find((wallStart) => !sameDay.some((other) => overlap({ ...event, wallStart }, other)));
  return { ...event, wallStart: free ?? event.wallStart };
}

/** Whether somebody of ours is in both events. */
export function haveAnOfficerInCommon(a: Placed, b: Placed): boolean {
  return a.officers.some((officer) => b.officers.includes(officer));
}

/** Whether two events of one day, in one zone, overlap; touching ends do not, and whole days stand over the others. */
export function overlap(a: Placed, b: Placed): boolean {
  if (a.isAllDay || b.isAllDay) return false;
  return startOf(a) < startOf(b) + b.minutes && startOf(b) < startOf(a) + a.minutes;
}

function startOf(event: Placed): number {
  const [hour = 0, minute = 0] = timeOf(event.wallStart).split(":").map(Number);
  return hour * 60 + minute;
}
