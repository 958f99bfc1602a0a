import { chanceInWords, levelInDigits } from "#app/method/figure.ts";
import { formatDay, MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { FoundChange } from "./changes-found.ts";

/** What a report calls its messages and audiences. */
type Named = {
  day: CalendarDate;
  messages: readonly { id: string; number: number }[];
  rows: readonly { audience: { id: string; name: string } }[];
};

/** What is said where no change is found; without a rating none could be. */
export function noChangeInWords({ ratings }: { ratings: number }): string {
  return ratings === 0
    ? "Changes appear once messages are rated."
    : "No change in level stands out in the last 540 days.";
}

/** The number of a message in a report; 0 for one that is not in it. */
export function numberIn({ messages }: Pick<Named, "messages">, messageId: string): number {
  return messages.find(({ id }) => id === messageId)?.number ?? 0;
}

/** The name of an audience in a report; null for all of them. */
export function audienceIn({ rows }: Pick<Named, "rows">, audienceId: string | null): string | null {
  if (audienceId === null) return null;
  return rows.find(({ audience }) => audience.id === audienceId)?.audience.name ?? "a former audience";
}

/** A found change as the report calls its message and its audience. */
export function changeOfReport(change: FoundChange, report: Named): string {
  return changeInWords(
    change,
    numberIn(report, change.messageId),
    audienceIn(report, change.audienceId),
    report.day,
  );
}

/**
 * A found change in one sentence: where, when between which days, from which level to which, how surely. It says that
 * the level differs, never that something happened. Source: EFFECTIVENESS.md §7b.
 */
export function changeInWords(
  change: FoundChange,
  messageNumber: number,
  audience: string | null,
  today: CalendarDate,
): string {
  const { word, probability, after, before, meanBefore, meanAfter, notes } = change;
  const where = audience === null ? "overall" : `by ${audience}`;
  const levels =
    audience === null
      ? `by ${levelInDigits(meanAfter - meanBefore)}`
      : `from ${levelInDigits(meanBefore)} to ${levelInDigits(meanAfter)}`;
  const sure = `${word === "alarm" ? "Alarm" : "Watch"}, ${chanceInWords(probability)}, from ${notes} ratings`;
  return `Message ${messageNumber} is ${courseInWords(change)} received ${where}; the level changed between ${formatDay(after, today)} and ${formatDay(before, today)}, ${levels}. ${sure}.`;
}

/** What a form sends to say which of the found changes is meant. */
export function changeKey({ messageId, audienceId, direction, before }: FoundChange): string {
  return [messageId, audienceId ?? "all", direction, before].join(" ");
}

/**
 * Since when a level differs, in months, for the scan knows two days between which it changed: "since May", "since
 * April–May"; the year where it is not that of `today`. Source: EFFECTIVENESS.md §7b.
 */
export function sinceInWords(
  { after, before }: Pick<FoundChange, "after" | "before">,
  today: CalendarDate,
): string {
  const [from, to] = [yearOf(after), yearOf(before)];
  if (from !== to) return `since ${monthOf(after)} ${from}–${monthOf(before)} ${to}`;
  const months = [...new Set([monthOf(after), monthOf(before)])].join("–");
  return to === yearOf(today) ? `since ${months}` : `since ${months} ${to}`;
}

/** How a message has been received since: "better", "less well". */
export function courseInWords({ direction }: Pick<FoundChange, "direction">): string {
  return direction === "drop" ? "less well" : "better";
}

function monthOf(day: CalendarDate): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
}

function yearOf(day: CalendarDate): string {
  return day.slice(0, 4);
}
