/** Whether the event is on the calendar [RFC 5545]. Kept apart from whether it took place. */
export type Schedule = "tentative" | "confirmed" | "cancelled";

/** Whether it took place. A cancelled event stays "planned": nobody was there to hold it or not. */
export type Result = "planned" | "held" | "not held";

/** What the rules about an event's standing look at. */
export type Standing = {
  schedule: Schedule;
  result: Result;
  startsAt: Date;
  /** Outcomes that officers have logged of it. */
  outcomes: number;
};

export type StandingRefusal = keyof typeof REFUSALS;

export type Allowed<Change> = ({ ok: true } & Change) | { ok: false; reason: StandingRefusal };

/** Whether the event takes up the time of those who belong to it: neither cancelled nor marked not held. */
export function takesPlace(event: Pick<Standing, "schedule" | "result">): boolean {
  return event.schedule !== "cancelled" && event.result !== "not held";
}

/** Marks an event held. Refuses a cancelled event, one that has not begun by `now`, and one already held. */
export function holdEvent(event: Standing, now: Date): Allowed<{ result: "held" }> {
  if (event.schedule === "cancelled") return { ok: false, reason: "event-is-cancelled" };
  if (event.result === "held") return { ok: false, reason: "event-already-held" };
  if (event.startsAt > now) return { ok: false, reason: "event-has-not-begun" };
  return { ok: true, result: "held" };
}

/**
 * Marks an event not held. Refuses a cancelled event, one that has not begun (that one is cancelled or moved
 * instead), and one with an outcome: what was logged did happen.
 */
export function missEvent(event: Standing, now: Date): Allowed<{ result: "not held" }> {
  if (event.schedule === "cancelled") return { ok: false, reason: "event-is-cancelled" };
  if (event.outcomes > 0) return { ok: false, reason: "event-has-an-outcome" };
  if (event.result === "not held") return { ok: false, reason: "event-already-not-held" };
  if (event.startsAt > now) return { ok: false, reason: "event-has-not-begun" };
  return { ok: true, result: "not held" };
}

/** Takes back "held" or "not held". Refuses an event with an outcome, and one that carries neither mark. */
export function unmarkEvent(event: Standing): Allowed<{ result: "planned" }> {
  if (event.outcomes > 0) return { ok: false, reason: "event-has-an-outcome" };
  if (event.result === "planned") return { ok: false, reason: "event-not-marked" };
  return { ok: true, result: "planned" };
}

/** Cancels an event. Refuses one that was held or has an outcome, one already cancelled, and an empty reason. */
export function cancelEvent(
  event: Standing,
  reason: string,
): Allowed<{ schedule: "cancelled"; cancelledBecause: string }> {
  if (event.schedule === "cancelled") return { ok: false, reason: "event-already-cancelled" };
  if (event.outcomes > 0) return { ok: false, reason: "event-has-an-outcome" };
  if (event.result === "held") return { ok: false, reason: "event-was-held" };
  if (reason.trim() === "") return { ok: false, reason: "cancellation-needs-a-reason" };
  return { ok: true, schedule: "cancelled", cancelledBecause: reason.trim() };
}

/** Puts a cancelled event back as tentative: the other side has to confirm again. */
export function reinstateEvent(event: Standing): Allowed<{ schedule: "tentative" }> {
  if (event.schedule !== "cancelled") return { ok: false, reason: "event-not-cancelled" };
  return { ok: true, schedule: "tentative" };
}

/** Whether an event may be moved. Refuses one that is cancelled, or over: held, not held, or with an outcome. */
export function moveEvent(event: Standing): Allowed<object> {
  if (event.schedule === "cancelled") return { ok: false, reason: "event-is-cancelled" };
  if (event.outcomes > 0) return { ok: false, reason: "event-has-an-outcome" };
  if (event.result === "held") return { ok: false, reason: "event-was-held" };
  if (event.result === "not held") return { ok: false, reason: "event-was-not-held" };
  return { ok: true };
}

const REFUSALS = {
  "event-already-cancelled": "The event is already cancelled.",
  "event-is-cancelled": "The event is cancelled. Reinstate it first.",
  "event-not-cancelled": "The event is not cancelled.",
  "event-already-held": "The event is already marked as held.",
  "event-already-not-held": "The event is already marked as not held.",
  "event-was-held": "The event is marked as held. Remove that mark first.",
  "event-was-not-held": "The event is marked as not held. Plan a new one, or remove that mark first.",
  "event-has-not-begun": "The event has not begun yet, so it can be marked neither as held nor as not held.",
  "event-has-an-outcome": "An outcome has been logged for this event, so it did take place.",
  "event-not-marked": "The event is marked neither as held nor as not held, so there is no mark to remove.",
  "cancellation-needs-a-reason": "Say why the event is cancelled",
};

/** What to tell the person whose change to an event is refused; one wording for each refusal. */
export function explainStandingRefusal(reason: StandingRefusal): string {
  return REFUSALS[reason];
}
