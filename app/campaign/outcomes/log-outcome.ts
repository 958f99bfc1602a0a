import type { Result, Schedule } from "#app/campaign/outreach-events/standing.ts";
import { compareCodes } from "#app/text/in-words.ts";

export type EventToLog = { schedule: Schedule; result: Result; startsAt: Date };

export type LogRefusal = keyof typeof REFUSALS;

/**
 * Whether an officer may log an outcome of an event at `now`.
 *
 * Refuses an event that is cancelled, marked not held, or has not begun; and a second outcome of the same officer
 * (`hasLogged`): there is one for each officer and event, and it is edited instead. A meeting may be logged while it
 * goes on. Source: DOMAIN.md, record "outcome".
 */
export function mayLogOutcome(
  event: EventToLog,
  hasLogged: boolean,
  now: Date,
): { ok: true } | { ok: false; reason: LogRefusal } {
  if (event.schedule === "cancelled") return { ok: false, reason: "event-cancelled" };
  if (event.result === "not held") return { ok: false, reason: "event-not-held" };
  if (event.startsAt > now) return { ok: false, reason: "event-not-begun" };
  if (hasLogged) return { ok: false, reason: "already-logged" };
  return { ok: true };
}

const REFUSALS = {
  "event-cancelled":
    "The event is cancelled, so there is nothing to log. If it did take place, reinstate it first.",
  "event-not-held":
    "The event is marked as not held, so there is nothing to log. If it did take place, remove that mark first.",
  "event-not-begun": "The event has not begun yet. Log it once it has.",
  "already-logged":
    "You have already logged this event. Each officer logs an event once; change your log instead.",
  "not-your-outcome":
    "Only the officer who logged an outcome can change it. Log the event yourself; each officer’s log is kept.",
};

/** What to tell the officer whose log is refused; one wording for each refusal. */
export function explainLogRefusal(reason: LogRefusal): string {
  return REFUSALS[reason];
}

export type KnownObjection = {
  id: string;
  code: string;
  name: string;
  /** Times that the audiences of the event have raised it before. */
  timesFromThem: number;
  /** Whether it is said against a message that was planned for the event. */
  isAgainstPlanned: boolean;
};

const SHOWN_AT_FIRST = 6;

/**
 * The objections to choose from after a meeting: those that these audiences are known for first, by how often they
 * raised them; then those against the planned messages; then the rest, by code. `first` are shown at once (six at
 * most, and none that is neither known nor against a planned message while there are such), `others` on request.
 */
export function orderObjections(objections: readonly KnownObjection[]): {
  first: KnownObjection[];
  others: KnownObjection[];
} {
  const ordered = objections.toSorted(
    (one, other) =>
      other.timesFromThem - one.timesFromThem ||
      Number(other.isAgainstPlanned) - Number(one.isAgainstPlanned) ||
      compareCodes(one.code, other.code),
  );
  const likely = ordered.filter((one) => one.timesFromThem > 0 || one.isAgainstPlanned);
  const first = (likely.length > 0 ? likely : ordered).slice(0, SHOWN_AT_FIRST);
  return { first, others: ordered.filter((objection) => !first.includes(objection)) };
}
