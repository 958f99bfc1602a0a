import { dateOfDay } from "#app/time/calendar-date.ts";
import { dayInProse, MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { CampaignLevels } from "./campaign-levels.ts";
import { comparisonWord } from "./comparison.ts";
import { chanceInWords } from "./figure.ts";

/**
 * How a message stands over all audiences against its start: by how much higher, 0..1 how likely it is that it stands
 * higher at all, and the day it is compared with.
 */
export type SinceStart = { from: CalendarDate; mean: number; pHigher: number };

/**
 * The change of a message from the last drawn day before its first rating, or the first drawn one, to the last; null
 * where it has no rating or where that is one day. `days` are drawn days, the earliest first. Source: EFFECTIVENESS.md §7.
 */
export function sinceStart(
  levels: CampaignLevels,
  messageId: string,
  days: readonly number[],
  firstRated: number | null,
): SinceStart | null {
  const to = days.at(-1);
  const from = days.findLast((day) => day <= (firstRated ?? 0)) ?? days[0];
  if (firstRated === null || from === undefined || to === undefined || from >= to) return null;
  const { mean, pDrop } = levels.changeOver(messageId, from, to);
  return { from: dateOfDay(from), mean, pHigher: 1 - pDrop };
}

/**
 * The change in words, after "it": "is slightly more likely than not (66 %) to be better received than in February",
 * "is probably less well received than in July 2025 (84 %)"; null where we cannot tell. Source: EFFECTIVENESS.md §7.
 */
export function sinceStartInWords({ from, pHigher }: SinceStart, today: CalendarDate): string | null {
  const isHigher = pHigher >= 0.5;
  const chance = isHigher ? pHigher : 1 - pHigher;
  const word = comparisonWord(chance);
  const received = `${isHigher ? "better" : "less well"} received than ${whenInWords(from, today)}`;
  if (word === "cannot tell") return null;
  return word === "slightly more likely"
    ? `is slightly more likely than not (${chanceInWords(chance)}) to be ${received}`
    : `is ${word} ${received} (${chanceInWords(chance)})`;
}

/** "in February", "in February 2025" in another year than `today`, "on 2 November" in the same month. */
export function whenInWords(day: CalendarDate, today: CalendarDate): string {
  if (day.slice(0, 7) === today.slice(0, 7)) return `on ${dayInProse(day, today)}`;
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  return day.slice(0, 4) === today.slice(0, 4) ? `in ${month}` : `in ${month} ${day.slice(0, 4)}`;
}
