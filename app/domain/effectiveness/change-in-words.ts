import { formatDate } from "#app/domain/time/format.ts";
import type { FoundChange } from "./changes-found.ts";
import { chanceInWords, levelInDigits } from "./figure.ts";

/**
 * A found change in one sentence: where, when between which days, from which level to which, how surely. It says that
 * the level differs, never that something happened. Source: EFFECTIVENESS.md §7b.
 */
export function changeInWords(change: FoundChange, messageNumber: number, audience: string | null): string {
  const { direction, word, probability, after, before, meanBefore, meanAfter, notes } = change;
  const where = audience === null ? "over all audiences" : `with ${audience}`;
  const course = direction === "drop" ? "lower" : "higher";
  const levels =
    audience === null
      ? `by ${levelInDigits(meanAfter - meanBefore)}`
      : `${levelInDigits(meanBefore)} before, ${levelInDigits(meanAfter)} after`;
  const sure = `${word === "alarm" ? "Alarm" : "Watch"}, ${chanceInWords(probability)}, from ${notes} ratings`;
  return `Message ${messageNumber} ${where} is received ${course} since between ${formatDate(after)} and ${formatDate(before)}: ${levels}. ${sure}.`;
}
