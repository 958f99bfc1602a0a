import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Course, type CourseRefusal, checkCourse } from "./course.ts";
import type { Level } from "./reading-source.ts";
import { checkSource, type ReadingSource, type SourceRefusal } from "./reading-source.ts";

/** What the campaign must change: an indicator with where it began, where it must come to, by when, and what reads it. */
export type Objective = Course & {
  sentence: string;
  level: Level;
  indicator: string;
  unit: string;
  measuredHow: string;
  audienceId: string | null;
  source: ReadingSource;
};

/** One dated look at the indicator; `n` is how many cases it rests on, null where that is no question. */
export type Reading = { readOn: CalendarDate; value: number; n: number | null; note: string };

export type ObjectiveRefusal = "target-is-baseline" | "due-already" | CourseRefusal | SourceRefusal;
export type ReadingRefusal = "read-in-the-future";

/**
 * Whether an objective may be set: its target must differ from its baseline, else nothing is to be changed, its due
 * date must not have passed on `today`, its course must run from one to the other, and what reads it must fit its
 * level. Days are like 2026-11-24.
 */
export function setObjective(
  objective: Objective,
  today: CalendarDate,
): { ok: true } | { ok: false; reason: ObjectiveRefusal } {
  if (objective.target === objective.baseline) return { ok: false, reason: "target-is-baseline" };
  if (objective.dueOn < today) return { ok: false, reason: "due-already" };
  const course = checkCourse(objective);
  return course.ok ? checkSource(objective) : course;
}

/** Whether a reading may be added: what is to come has not been read. */
export function addReading(
  reading: Reading,
  today: CalendarDate,
): { ok: true } | { ok: false; reason: ReadingRefusal } {
  return reading.readOn > today ? { ok: false, reason: "read-in-the-future" } : { ok: true };
}

const SENTENCES: Readonly<Record<ObjectiveRefusal | ReadingRefusal, string>> = {
  "target-is-baseline": "The target is the same as the baseline. Enter a different target.",
  "due-already": "The due date has passed. Enter today or a later day.",
  "read-in-the-future": "A reading cannot be in the future. Enter the day it was read.",
  "begins-when-due": "The baseline must be earlier than the due date. Enter an earlier day.",
  "expected-outside": "“Nothing expected before” must be between the baseline and the due date.",
  "milestones-and-first-day":
    "Milestones already say when something is expected. Remove them, or clear “Nothing expected before”.",
  "milestones-out-of-order":
    "The milestones are out of order. Enter them from the earliest to the latest, each on a different day.",
  "milestones-outside":
    "A milestone is too early or too late. Enter days after the baseline and before the due date.",
  "milestones-go-back":
    "A milestone moves away from the target or beyond it. Enter values that lead from the baseline to the target.",
  "source-needs-an-audience":
    "A stance belongs to an audience. Choose the audience, or enter the readings yourself.",
  "level-does-not-fit":
    "That source belongs to another level: change one or the other. A media mention is an output; reception, objections, written replies and survey answers are out-takes; stance, public statements, votes and adopted texts are outcomes.",
};

/** What to tell the person whose objective or reading is refused; one wording for each refusal. */
export function explainObjectiveRefusal(reason: ObjectiveRefusal | ReadingRefusal): string {
  return SENTENCES[reason];
}

/** The same at the fields that may name a record of another campaign. */
export function explainAtFields(
  reason: ObjectiveRefusal | "not-of-this-campaign",
): string | Readonly<Record<string, string>> {
  if (reason !== "not-of-this-campaign") return explainObjectiveRefusal(reason);
  return {
    audience: "Choose an audience in this campaign, or none",
    source: "Choose a message or objection in this campaign",
  };
}

/**
 * How much of the way from baseline to target a value has gone, from 0 to 1; what lies before the baseline is 0,
 * what lies beyond the target 1. Works for targets below the baseline too ("stops raising it": from 5 to 0).
 */
export function progress(
  { baseline, target }: Pick<Objective, "baseline" | "target">,
  value: number,
): number {
  return Math.min(1, Math.max(0, (value - baseline) / (target - baseline)));
}
