import type { CalendarDate } from "#app/time/wall-time.ts";
import { expectedOn } from "./course.ts";
import type { JudgedReading } from "./judged-reading.ts";
import type { Objective } from "./objective.ts";
import { againstInWords, figureInWords, reasonInWords } from "./objective-in-words.ts";
import { type ObjectiveWord, objectiveWord } from "./objective-word.ts";
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
