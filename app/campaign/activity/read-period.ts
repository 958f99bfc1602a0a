import { addDays, firstOfMonth, firstOfMonthAway } from "#app/time/calendar-date.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Period } from "./activity-report.ts";

/** The periods that are one click away, in their order; the first is the usual one. */
export const PERIODS = [
  { value: "since-start", label: "Since the campaign began" },
  { value: "last-90-days", label: "Last 90 days" },
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
] as const;

export type PeriodName = (typeof PERIODS)[number]["value"];

/** Whether a text names one of the periods. */
export function isPeriodName(text: string): text is PeriodName {
  return PERIODS.some(({ value }) => value === text);
}

/**
 * The days of a named period: this month to its last day, with what is still planned; the others end today, last month on its
 * last day. Of a campaign that has not begun, since its start is today alone.
 */
export function periodOf(name: PeriodName, startsOn: CalendarDate, today: CalendarDate): Period {
  const first = firstOfMonth(today);
  switch (name) {
    case "since-start":
      return { from: startsOn < today ? startsOn : today, to: today };
    case "last-90-days":
      return { from: addDays(today, -89), to: today };
    case "this-month":
      return { from: first, to: addDays(firstOfMonthAway(today, 1), -1) };
    case "last-month":
      return { from: firstOfMonthAway(today, -1), to: addDays(first, -1) };
  }
}

export type TypedPeriod =
  | { ok: true; period: Period }
  | { ok: false; errors: { from: string | null; to: string | null } };

/**
 * A period as it was typed. Where one of the days is left out it is the campaign's first, or today. Refuses what is no day
 * (see `parseDate`), and an end before the beginning.
 */
export function readPeriod(
  typed: { from: string; to: string },
  startsOn: CalendarDate,
  today: CalendarDate,
): TypedPeriod {
  const from = parseDate(typed.from.trim() === "" ? startsOn : typed.from, today);
  const to = parseDate(typed.to.trim() === "" ? today : typed.to, today);
  if (from.ok && to.ok && to.date < from.date)
    return { ok: false, errors: { from: null, to: "Enter a last day on or after the first" } };
  if (from.ok && to.ok) return { ok: true, period: { from: from.date, to: to.date } };
  return {
    ok: false,
    errors: {
      from: from.ok ? null : explainDateRefusal(from.reason),
      to: to.ok ? null : explainDateRefusal(to.reason),
    },
  };
}
