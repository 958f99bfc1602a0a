import { formatDate } from "#app/time/format.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type Since = { day: CalendarDate; typed: string; error: string | null };

/** The day since which changes are looked at, as it stands in the address; what is not understood is said, and the last reading's day taken. */
export function readSince(typed: string | null, otherwise: CalendarDate, today: CalendarDate): Since {
  if (typed === null || typed.trim() === "")
    return { day: otherwise, typed: formatDate(otherwise), error: null };
  const parsed = parseDate(typed.slice(0, 40), today);
  if (parsed.ok) return { day: parsed.date, typed: formatDate(parsed.date), error: null };
  return { day: otherwise, typed: typed.slice(0, 40), error: explainDateRefusal(parsed.reason) };
}
