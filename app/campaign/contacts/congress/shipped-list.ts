import type { CalendarDate } from "#app/time/wall-time.ts";

/** The list of Congress that ships in the folder `congress`, and the day of its edition. */
export const SHIPPED_LIST = {
  source: "unitedstates/congress-legislators, CC0",
  edition: "2026-06-15",
} as const satisfies { source: string; edition: CalendarDate };
