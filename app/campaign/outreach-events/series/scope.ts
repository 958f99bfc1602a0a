import type { WallTime } from "#app/time/wall-time.ts";
import { type Schedule, takesPlace } from "../standing.ts";

/** How far a change to one time of a series reaches, in the order in which it is asked. */
export const SCOPES = ["this", "following", "all"] as const;

export type Scope = (typeof SCOPES)[number];

/** One time of a series as the rules about its reach look at it. */
export type TimeOfSeries = {
  eventId: string;
  slot: WallTime;
  startsAt: Date;
  schedule: Schedule;
  result: "planned" | "held" | "not held";
  outcomes: number;
};

const SCOPES_IN_WORDS: Readonly<Record<Scope, string>> = {
  this: "This one only",
  following: "This and following",
  all: "All",
};

/** How a reach is called on the forms. */
export function scopeLabel(scope: Scope): string {
  return SCOPES_IN_WORDS[scope];
}

/** Whether a time lies ahead and nothing has been said of it: what has happened is history and stays. */
export function isOpen(time: TimeOfSeries, now: Date): boolean {
  return takesPlace(time) && time.startsAt > now && time.result === "planned" && time.outcomes === 0;
}

/** The times, in order of their slots, that a change to `chosen` reaches. The chosen one is always among them. */
export function timesReached<T extends TimeOfSeries>(
  times: readonly T[],
  chosen: T,
  scope: Scope,
  now: Date,
): T[] {
  if (scope === "this") return [chosen];
  const reached = times.filter(
    (time) => time.eventId === chosen.eventId || (isOpen(time, now) && isFrom(time, chosen, scope)),
  );
  return reached.sort((a, b) => a.slot.localeCompare(b.slot));
}

function isFrom(time: TimeOfSeries, chosen: TimeOfSeries, scope: Scope): boolean {
  return scope === "all" || time.slot >= chosen.slot;
}

/** Why a time of a series cannot be left out. */
export type SeriesRefusal = keyof typeof REFUSALS;

const REFUSALS = {
  "has-happened": "Something has been logged or marked for this date, so the date cannot be removed.",
  "has-a-paper":
    "This date has talking points or follow-ups, so it cannot be left out. A cancelled date keeps them.",
  "is-the-last": "A series must keep at least one date, so this one cannot be left out.",
};

/** What to tell the person whose change to a series is refused; one wording for each refusal. */
export function explainSeriesRefusal(reason: SeriesRefusal): string {
  return REFUSALS[reason];
}
