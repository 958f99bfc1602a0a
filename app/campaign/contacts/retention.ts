import { addDays, addMonths } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** Data about a person are kept this many months after the last contact, unless another day is set. */
export const RETENTION_MONTHS = 24;

/** What decides how long a contact is kept. */
export type Retention = {
  isPublicRecord: boolean;
  retainUntil: CalendarDate | null;
  lastContactOn: CalendarDate | null;
  informedOn: CalendarDate | null;
};

/**
 * The day until which a contact is kept: the day set for it; else 24 months after the last contact; else 24
 * months after the person was informed. Null where nothing sets a day yet, and for public reference records,
 * which are kept as long as the public list is. Source: DOMAIN.md, rule 8; DESIGN.md, "Decided".
 */
export function retainedUntil(contact: Retention): CalendarDate | null {
  if (contact.retainUntil !== null) return contact.retainUntil;
  if (contact.isPublicRecord) return null;
  const from = contact.lastContactOn ?? contact.informedOn;
  return from === null ? null : addMonths(from, RETENTION_MONTHS);
}

/** Whether the day is past on which the contact had to be erased or kept for a stated reason. */
export function isRetentionPast(contact: Retention, today: CalendarDate): boolean {
  const until = retainedUntil(contact);
  return until !== null && until < today;
}

/**
 * The first day from which, as that of the last contact or of being informed, somebody is still kept on a day; for queries,
 * which cannot add months as calendars do.
 */
export function keptFrom(today: CalendarDate): CalendarDate {
  const from = addMonths(today, -RETENTION_MONTHS);
  return addMonths(from, RETENTION_MONTHS) < today ? addDays(from, 1) : from;
}
