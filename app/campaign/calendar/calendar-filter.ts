import type { EventKind } from "#app/campaign/outreach-events/kind.ts";

/** What the calendar can be narrowed to by an event's standing. "not logged": over, and nobody has logged it. */
export const CALENDAR_STATUSES = [
  "tentative",
  "confirmed",
  "cancelled",
  "held",
  "not held",
  "not logged",
] as const;

export type CalendarStatus = (typeof CALENDAR_STATUSES)[number];

/** What the calendar is narrowed to; null shows all. */
export type CalendarFilter = {
  audienceId: string | null;
  messageId: string | null;
  ownerId: string | null;
  status: CalendarStatus | null;
  kind: EventKind | null;
};

/** The filter that leaves nothing out. */
export const EVERYTHING: CalendarFilter = {
  audienceId: null,
  messageId: null,
  ownerId: null,
  status: null,
  kind: null,
};

/** Whether the filter leaves anything out. */
export function isNarrowed(filter: CalendarFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}
