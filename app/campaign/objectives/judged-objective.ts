import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { expectedOn, nothingExpectedBefore } from "./course.ts";
import type { Objective } from "./objective.ts";
import { type ObjectiveWord, objectiveWord, valueInWords } from "./objective-word.ts";
import { isEstimated } from "./reading-source.ts";

/** An objective where it stands on a day, in figures and in words: what pages, files and reviews show. Plain data. */
export type JudgedObjective = Objective & {
  id: string;
  audience: string | null;
  reading: JudgedReading | null;
  /** What is expected by the day it is judged on. */
  expected: number;
  word: ObjectiveWord;
  /** "4 of 6", "+0.8", "1"; a dash without a reading. */
  figure: string;
  /** What stands beside the figure: "of 3 articles, outcome". */
  against: string;
  /** Why the word is that word: "2 expected by today. Last: 19 Oct". */
  reason: string;
};

/**
 * Judges an objective on a day by its latest reading that is not later. The word comes from unrounded figures by
 * `objectiveWord`, the expectation from `expectedOn`.
 */
export function judgeObjective(
  objective: Objective & { id: string; audience: string | null },
  reading: JudgedReading | null,
  day: CalendarDate,
): JudgedObjective {
  const { baseline, target, dueOn, source } = objective;
  const comesWhole = Number.isInteger(baseline) && Number.isInteger(target) && !isEstimated(source);
  const expected = expectedOn(objective, day, comesWhole);
  const word = objectiveWord(objective, reading, { expected, isPastDue: day > dueOn });
  const judged = { ...objective, reading, expected, word };
  return {
    ...judged,
    figure: figureInWords(judged),
    against: againstInWords(judged),
    reason: reasonInWords(judged, day),
  };
}

type Shown = Objective & { reading: JudgedReading | null; expected: number; word: ObjectiveWord };

/** The figure as it stands large: "4 of 6" of a share, else the value; a dash without a reading. */
function figureInWords({ reading, source }: Pick<Shown, "reading" | "source">): string {
  if (reading === null) return "—";
  const { times, n } = reading;
  return times === null || n === null ? valueInWords(source, reading.value) : `${times} of ${n}`;
}

/** What stands small beside the figure: "of 3 articles, outcome"; "baseline −1.0, target 0.0, out-take"; "meetings, target 0 %". */
function againstInWords({ reading, source, baseline, target, unit, level }: Shown): string {
  const goal = valueInWords(source, target);
  if (source.kind === "objection") return `${reading === null ? "" : "meetings, "}target ${goal}`;
  if (source.kind === "entered" || source.kind === "feedback") {
    const shownUnit = unit === "" || target === 1 ? "" : ` ${unit}`;
    return `${target < baseline ? "down to" : "of"} ${goal}${shownUnit}, ${level}`;
  }
  return `baseline ${valueInWords(source, baseline)}, target ${goal}, ${level}`;
}

/** Why an objective stands as its word says: what was expected, the likely range, the day of the reading. */
function reasonInWords(shown: Shown, day: CalendarDate): string {
  const { reading, word, source } = shown;
  if (reading === null) return `${expectedInWords(shown, day)}${NO_READING[source.kind]}`;
  const { range, n, readOn, note, isComputed } = reading;
  const last = isComputed && readOn === day ? "" : `Last: ${formatDay(readOn, day)}`;
  if (word === "Met")
    return [last, note, rangeInWords(shown, range, n)].filter((part) => part !== "").join(". ");
  const parts = [expectedInWords(shown, day), rangeInWords(shown, range, n), last, isComputed ? note : ""];
  return parts.filter((part) => part !== "").join(". ");
}

const NO_READING: Readonly<Record<Objective["source"]["kind"], string>> = {
  entered: "",
  reception: ". Not yet heard",
  stance: ". No stance is known",
  feedback: ". None received",
  objection: ". No meeting has been logged since the baseline",
};

/** What is expected by the day: "2 expected by today", "None expected before 2027", "Due 30 Jun: 4". */
function expectedInWords(shown: Shown, day: CalendarDate): string {
  const { expected, baseline, dueOn, source, target } = shown;
  if (day > dueOn) return `Due ${formatDay(dueOn, day)}: ${valueInWords(source, target)}`;
  const what = expected === 0 && !isEstimated(source) ? "None" : valueInWords(source, expected);
  const next = nothingExpectedBefore(shown);
  if (expected !== baseline || next === null || next <= day) return `${what} expected by today`;
  const before = next.endsWith("-01-01") ? next.slice(0, 4) : formatDay(next, day);
  return baseline === 0 ? `None expected before ${before}` : `No change expected before ${before}`;
}

function rangeInWords(
  { source }: Shown,
  range: { lower: number; upper: number } | null,
  n: number | null,
): string {
  if (range === null) return n === null ? "" : `n ${n}`;
  const [lower, upper] = [valueInWords(source, range.lower), valueInWords(source, range.upper)];
  const from = source.kind === "objection" ? lower.replace(" %", "") : lower;
  return `Likely range ${from} to ${upper}, n\u00a0${n ?? 0}`;
}

/** A reading of an indicator, entered by a person or computed from the records; `times` of `n` where it is a share. */
export type JudgedReading = {
  value: number;
  /** The likely range of an estimate; null where it was counted or read. */
  range: { lower: number; upper: number } | null;
  n: number | null;
  times: number | null;
  readOn: CalendarDate;
  note: string;
  isComputed: boolean;
};
