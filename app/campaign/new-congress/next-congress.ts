import { kindPlace } from "#app/campaign/audiences/audience-kind.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/**
 * The day on which the next Congress begins, seen from `today`: 3 January of the next odd year, today itself included.
 * Source: Constitution of the United States, Amendment XX, section 1.
 */
export function nextCongressDay(today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const odd = year % 2 === 1 ? year : year + 1;
  const day = `${odd}-01-03`;
  return today <= day ? day : `${odd + 2}-01-03`;
}

/** Whether an audience of this kind hangs on seats of Congress: a committee, a leadership, a member's office. */
export function hangsOnCongress(audienceKind: string): boolean {
  return kindPlace(audienceKind) === "Congress";
}
