import { daysBetween } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** An event that is wanted and has no date yet: it waits to be placed, was placed, was placed in one that fell through, or was dropped. */
export type WishState = "to place" | "placed" | "fell through" | "dropped";

export type WishRefusal = keyof typeof REFUSALS;

type Allowed = { ok: true } | { ok: false; reason: WishRefusal };

/** Whether a wish may be placed in the calendar: only one that waits. */
export function placeWish(state: WishState): Allowed {
  return refuseUnlessWaiting(state);
}

/** Whether a wish may be dropped: only one that waits, and not without saying why. */
export function dropWish(state: WishState, reason: string): Allowed {
  const waiting = refuseUnlessWaiting(state);
  if (!waiting.ok) return waiting;
  return reason.trim() === "" ? { ok: false, reason: "no-reason-given" } : { ok: true };
}

/** Whether a wish may be put back among those to place: one that was dropped, or whose event fell through. */
export function reopenWish(state: WishState): Allowed {
  if (state === "placed") return { ok: false, reason: "placed-already" };
  return state === "to place" ? { ok: false, reason: "to-place-already" } : { ok: true };
}

function refuseUnlessWaiting(state: WishState): Allowed {
  if (state === "to place") return { ok: true };
  return { ok: false, reason: state === "dropped" ? "dropped-already" : "placed-already" };
}

const REFUSALS = {
  "placed-already": "It is already in the calendar",
  "dropped-already": "It has been discarded. Reinstate it first",
  "to-place-already": "It is already among the unscheduled events",
  "no-reason-given": "Say why you are discarding it",
};

/** What to tell the person who asked for it; one wording for each refusal. */
export function explainWishRefusal(reason: WishRefusal): string {
  return REFUSALS[reason];
}

/** A day by which an event is best held: how near it is, and the words for it. `soon` is a week or less. */
export type BestBy = { near: "later" | "soon" | "past"; words: string };

const SOON_DAYS = 7;

/** How a best-by day stands on `today`; null where none was given. */
export function bestByOn(bestBy: CalendarDate | null, today: CalendarDate): BestBy | null {
  if (bestBy === null) return null;
  const days = daysBetween(today, bestBy);
  if (days < 0) return { near: "past", words: `ideally by ${formatDay(bestBy, today)}, which has passed` };
  return { near: days <= SOON_DAYS ? "soon" : "later", words: `ideally by ${formatDay(bestBy, today)}` };
}

/** The sentence for an event that is placed after the day by which it was wished for; null where it is in time. */
export function laterThanWished(
  bestBy: CalendarDate | null,
  day: CalendarDate,
  today: CalendarDate,
): string | null {
  if (bestBy === null || day <= bestBy) return null;
  const days = daysBetween(bestBy, day);
  return `Wanted by ${formatDay(bestBy, today)}: this is ${days} ${days === 1 ? "day" : "days"} later`;
}
