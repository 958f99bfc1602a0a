import { daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** After more than this many days without a meeting an audience counts as silent. */
export const SILENT_AFTER_DAYS = 60;

/** What is compared of an audience in a list; days and instants are of the past or the future as named. */
export type Listed = {
  name: string;
  priority: number;
  lastContactOn: CalendarDate | null;
  nextAt: string | null;
};

/** The orders in which audiences are listed; the first is the one that a page opens with. */
export const AUDIENCE_ORDERS = [
  { value: "silence", label: "Longest without contact", heading: "Longest without contact first" },
  { value: "priority", label: "Priority", heading: "By priority" },
  { value: "next", label: "Next event", heading: "Next event first" },
  { value: "name", label: "Name", heading: "By name" },
] as const;

export type AudienceOrder = (typeof AUDIENCE_ORDERS)[number]["value"];

/**
 * Days since the last contact (a held event or a sent letter), 0 today; null where there was none. Computed,
 * never typed. Source: DOMAIN.md, rule 6.
 */
export function silentDays(lastContactOn: CalendarDate | null, today: CalendarDate): number | null {
  return lastContactOn === null ? null : Math.max(0, daysBetween(lastContactOn, today));
}

/** Whether an audience has been met never, or not within 60 days. */
export function isSilent(lastContactOn: CalendarDate | null, today: CalendarDate): boolean {
  const days = silentDays(lastContactOn, today);
  return days === null || days > SILENT_AFTER_DAYS;
}

/** Puts audiences in an order; equal ones follow by priority, then by name. Never met is the longest silence. */
export function inAudienceOrder<T extends Listed>(audiences: readonly T[], order: AudienceOrder): T[] {
  return audiences.toSorted(
    (a, b) => COMPARE[order](a, b) || a.priority - b.priority || a.name.localeCompare(b.name, "en"),
  );
}

const COMPARE: Record<AudienceOrder, (a: Listed, b: Listed) => number> = {
  silence: (a, b) => (a.lastContactOn ?? "").localeCompare(b.lastContactOn ?? ""),
  priority: (a, b) => a.priority - b.priority,
  next: (a, b) => (a.nextAt ?? "9").localeCompare(b.nextAt ?? "9"),
  name: (a, b) => a.name.localeCompare(b.name, "en"),
};
