import { dayOfWorkBefore, isDayOfWork, type WorkingCountry } from "#app/campaign/mail/working-country.ts";
import { type CalendarDate, dateIn, timeIn } from "#app/time/wall-time.ts";

const MORNING = "07:30";
const LATEST = "12:00";

type Person = { zone: string; country: WorkingCountry };

/**
 * The day whose digest is to go out now: from 07:30 on the person's own clock, on a working day there. What was not
 * sent by noon, because the server stood still, is not sent that day. Null at any other time; whether it went out
 * already is for the caller to know. Source: DESIGN.md, section 3, Notifications.
 */
export function digestDayAt(now: Date, { zone, country }: Person): CalendarDate | null {
  const time = timeIn(now, zone);
  if (time < MORNING || time >= LATEST) return null;
  const date = dateIn(now, zone);
  return isDayOfWork(date, country) ? date : null;
}

/**
 * Whether somebody is to be reminded now of what is due: from 07:30 on the last working day before the day on which
 * it is due, by the person's own clock, until it is due. What was asked on that day or after it needs no reminder:
 * the asking has just said when it is due. Source: DESIGN.md, section 6, Mail.
 */
export function isReminderDue(
  { dueAt, askedAt }: { dueAt: Date; askedAt: Date },
  now: Date,
  { zone, country }: Person,
): boolean {
  if (now >= dueAt) return false;
  const day = dayOfWorkBefore(dateIn(dueAt, zone), country);
  if (dateIn(askedAt, zone) >= day) return false;
  const today = dateIn(now, zone);
  return today > day || (today === day && timeIn(now, zone) >= MORNING);
}
