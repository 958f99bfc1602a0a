import { countIn } from "#app/text/in-words.ts";
import { addDays } from "./calendar-date.ts";
import type { CalendarDate } from "./wall-time.ts";

const SHORTEST = 5;
const LONGEST = 1440;

/** Whether something may take so many minutes: from 5 minutes to 24 hours. */
export function isLength(minutes: number): boolean {
  return minutes >= SHORTEST && minutes <= LONGEST;
}

/** Minutes typed by themselves: "45", "45 min", "1h30", "1.5 h"; null for what is no length of 5 minutes to 24 hours. */
export function minutesTyped(typed: string): number | null {
  const phrase = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const minutes = /^\d{1,4}$/.test(phrase)
    ? Number(phrase)
    : minutesIn(phrase.replace(/^(\d{1,2})h$/, "$1 h"));
  return minutes !== null && isLength(minutes) ? minutes : null;
}

/** The minutes of a length, however many: "45 min", "1 h 30", "half an hour", "two hours"; null for any other words. */
export function minutesIn(phrase: string): number | null {
  if (phrase === "half an hour" || phrase === "half hour") return 30;
  const minutes = /^(\d{1,4}) ?(?:min|mins|minutes?|m|')\.?$/.exec(phrase);
  if (minutes) return Number(minutes[1]);
  const both = /^(\d{1,2}) ?(?:h|hrs?|hours?) ?(?:and )?(\d{1,2}) ?(?:min|mins|minutes?|m)?\.?$/.exec(phrase);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const hours = /^(\d{1,2}(?:[.,]\d{1,2})?|[a-z]+) ?(h|hrs?|hours?)\.?$/.exec(phrase);
  if (!hours?.[1]) return null;
  const count = hoursIn(hours[1]);
  return count === null ? null : Math.round(count * 60);
}

function hoursIn(typed: string): number | null {
  if (/^\d/.test(typed)) return Number(typed.replace(",", "."));
  return countIn(typed);
}

/** The longest that an event may last, in days. */
export const LONGEST_DAYS = 21;

/** Whatever began before this day is over by the given one: a search by the start need not look further back. */
export function earliestDayStillOn(day: CalendarDate): CalendarDate {
  return addDays(day, -(LONGEST_DAYS + 1));
}

/** The same for an instant. A day more than an event may last, since it may end later in the day than it begins. */
export function earliestStartStillOn(at: Date): Date {
  return new Date(at.getTime() - (LONGEST_DAYS + 1) * 86_400_000);
}
