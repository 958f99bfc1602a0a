import { MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { FoundChange } from "./changes-found.ts";

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
