import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { closedDay, type HomeCountry } from "./due-date.ts";

/** Who made a promise: our side, or theirs. A promise of theirs has an owner too: who asks for it. */
export const PROMISED_BY = ["us", "them"] as const;

export type PromisedBy = (typeof PROMISED_BY)[number];

/** The parts of the list of follow-ups, in its order. */
export const DUE_GROUPS = ["overdue", "this week", "later", "done"] as const;

export type DueGroup = (typeof DUE_GROUPS)[number];

/**
 * Where a follow-up stands on `today` (the day in Washington): done; overdue from the day after it was due; this week
 * up to and including Sunday; later. Source: DOMAIN.md, rule 6: computed, never typed.
 */
export function dueGroup(followUp: { dueOn: CalendarDate; isDone: boolean }, today: CalendarDate): DueGroup {
  if (followUp.isDone) return "done";
  if (followUp.dueOn < today) return "overdue";
  return followUp.dueOn <= lastDayOfWeek(today) ? "this week" : "later";
}

/** The Sunday of the week of `today`. */
export function lastDayOfWeek(today: CalendarDate): CalendarDate {
  return addDays(mondayOf(today), 6);
}

/** Whose promise it is, in words: "Our promise", "Their promise". */
export function promiseName(promisedBy: PromisedBy): string {
  return promisedBy === "us" ? "Our promise" : "Their promise";
}

/**
 * What is said after saving with these due days: "Saved. Follow-up due Wed 18 Nov 2026"; the first of several and how many;
 * a holiday is pointed out. `did` is what was done ("Saved"); days are in any order.
 */
export function savedSentence(did: string, dueDays: readonly CalendarDate[], home: HomeCountry): string {
  const [first] = dueDays.toSorted();
  if (first === undefined) return did;
  const closed = closedDay(first, home);
  const day = closed === null ? formatDayWithYear(first) : `${formatDayWithYear(first)}, ${closed.where}`;
  return dueDays.length === 1
    ? `${did}. Follow-up due ${day}`
    : `${did}. ${dueDays.length} follow-ups, the first due ${day}`;
}
