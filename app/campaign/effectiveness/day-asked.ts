import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** The day of which figures are asked, and whether with what is known now or with what was known by its end. */
export type DayAsked = {
  day: CalendarDate;
  knowledge: "now" | "then";
  isToday: boolean;
  /** What was typed, and what is wrong with it; null where nothing is. */
  typed: string;
  error: string | null;
};

/** Reads the day from the address, like ?on=12 Oct 2026&known=then. What is not understood is said, and shows today. */
export function readDayAsked(search: URLSearchParams, today: CalendarDate): DayAsked {
  const typed = search.get("on")?.slice(0, 60) ?? "";
  const now = { day: today, knowledge: "now", isToday: true, typed, error: null } as const;
  if (typed.trim() === "") return now;
  const read = parseDate(typed, today);
  if (!read.ok) return { ...now, error: explainDateRefusal(read.reason) };
  if (read.date > today) return { ...now, error: "Enter today or an earlier day" };
  if (read.date === today) return now;
  const knowledge = search.get("known") === "then" ? "then" : "now";
  return { day: read.date, knowledge, isToday: false, typed, error: null };
}
