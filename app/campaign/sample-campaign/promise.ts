import type { CalendarDate } from "#app/time/wall-time.ts";
import type { SampleFollowUp } from "./sample-event.ts";

/** A promise of ours, open unless it says on which day it was kept. */
export function promise(
  text: string,
  owner: string,
  contact: string,
  dueOn: CalendarDate,
  doneOn: CalendarDate | null = null,
): SampleFollowUp {
  return { text, promisedBy: "us", owner, contact, dueOn, doneOn };
}
