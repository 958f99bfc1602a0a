/** How far from our own desk the change lies [AMEC]. Inputs and activities are counted, never targeted. */
export const LEVELS = ["output", "out-take", "outcome", "impact"] as const;
export type Level = (typeof LEVELS)[number];

/** What the campaign must change: an indicator with where it began, where it must come to, and by when. */
export type Objective = {
  sentence: string;
  level: Level;
  indicator: string;
  unit: string;
  measuredHow: string;
  baseline: number;
  target: number;
  dueOn: string;
  audienceId: string | null;
};

/** One dated look at the indicator; `n` is how many cases it rests on, null where that is no question. */
export type Reading = { readOn: string; value: number; n: number | null; note: string };

export type ObjectiveRefusal = "target-is-baseline" | "due-already";
export type ReadingRefusal = "read-in-the-future";

/**
 * Whether an objective may be set: its target must differ from its baseline, else nothing is to be changed, and
 * its due date must not have passed on `today`. Both dates are like 2026-11-24.
 */
export function setObjective(
  objective: Objective,
  today: string,
): { ok: true } | { ok: false; reason: ObjectiveRefusal } {
  if (objective.target === objective.baseline) return { ok: false, reason: "target-is-baseline" };
  return objective.dueOn < today ? { ok: false, reason: "due-already" } : { ok: true };
}

/** Whether a reading may be added: what is to come has not been read. */
export function addReading(
  reading: Reading,
  today: string,
): { ok: true } | { ok: false; reason: ReadingRefusal } {
  return reading.readOn > today ? { ok: false, reason: "read-in-the-future" } : { ok: true };
}

/** What to tell the person whose objective or reading is refused; one wording for each refusal. */
export function explainObjectiveRefusal(reason: ObjectiveRefusal | ReadingRefusal): string {
  switch (reason) {
    case "target-is-baseline":
      return "The target is where it began. Enter a target that differs from the baseline.";
    case "due-already":
      return "The due date has passed. Enter a day from today on.";
    case "read-in-the-future":
      return "A reading cannot lie in the future. Enter the day on which it was read.";
  }
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
