import { levelInDigits } from "#app/method/figure.ts";
import type { Course } from "./course.ts";
import type { ReadingSource } from "./reading-source.ts";

export const OBJECTIVE_WORDS = [
  "Met",
  "On course",
  "Likely to fall short",
  "Behind",
  "No reading yet",
] as const;

/** The only words in which the standing of an objective is told. Source: DESIGN.md, section 3. */
export type ObjectiveWord = (typeof OBJECTIVE_WORDS)[number];

/** A figure with its likely range, null where it was counted or read and not estimated. */
export type FigureToJudge = { value: number; range: { lower: number; upper: number } | null };

/**
 * The word for where an indicator stands against what is `expected` today, from unrounded figures; "short" means on the
 * baseline's side, so that targets below the baseline are judged alike:
 * - Met: the figure has reached the target, and where it is an estimate, the baseline lies outside its likely range.
 * - Behind: the due date has passed and the target is not reached; or the whole of it, range included, is short of what is expected today.
 * - Likely to fall short: an estimate is short of what is expected, and its range is not.
 * - On course: the figure is not short of what is expected.
 */
export function objectiveWord(
  { baseline, target }: Pick<Course, "baseline" | "target">,
  figure: FigureToJudge | null,
  { expected, isPastDue }: { expected: number; isPastDue: boolean },
): ObjectiveWord {
  if (figure === null) return "No reading yet";
  const { value, range } = figure;
  const isShort = (one: number, of: number) => (target > baseline ? one < of : one > of);
  const mayNotHaveMoved = range !== null && range.lower <= baseline && baseline <= range.upper;
  if (!isShort(value, target) && !mayNotHaveMoved) return "Met";
  if (isPastDue && isShort(value, target)) return "Behind";
  if (!isShort(value, expected)) return "On course";
  const best = range === null ? value : target > baseline ? range.upper : range.lower;
  return isShort(best, expected) ? "Behind" : "Likely to fall short";
}

/** A figure as it is shown: at most three decimals, a true minus. */
export function asNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded < 0 ? `−${-rounded}` : String(rounded);
}

/** A value of an indicator: "+0.8" of a reception, "67 %" of a share, else the number: "1.5". */
export function valueInWords(source: ReadingSource, value: number): string {
  switch (source.kind) {
    case "reception":
      return levelInDigits(value);
    case "objection":
      return `${Math.round(value)} %`;
    case "entered":
    case "stance":
    case "feedback":
      return asNumber(value);
  }
}
