import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { inWords } from "#app/text/words-of-several.ts";
import { daysFrom } from "#app/time/calendar-date.ts";
import { formatDate, formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { daysTaken } from "./days-taken.ts";
import type { JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/**
 * The chambers of an event that are away on a day of it, with who said so, or of which nothing is known. A day that no
 * source names is never taken for one in session. Source: DESIGN.md, sections 3 and 6.
 */
export function chamberWarnings(
  event: JudgedEvent,
  sessionDays: readonly SessionDay[],
  today: CalendarDate,
): Warning[] {
  const { first, last } = daysTaken(event);
  const days = daysFrom(first, last);
  return event.chambers.flatMap((chamber) => {
    const away = days.filter((day) => standingOn(sessionDays, chamber, day) === "away");
    const unknown = days.filter((day) => standingOn(sessionDays, chamber, day) === "not known");
    return [
      ...(away.length === 0
        ? []
        : [said(`The ${chamber} is away ${onDays(away, days, today)}${by(sessionDays, chamber, away)}.`)]),
      ...(unknown.length === 0
        ? []
        : [said(`Whether the ${chamber} is in session ${onDays(unknown, days, today)} is not known.`)]),
    ];
  });
}

function said(words: string): Warning {
  return { kind: "chamber", words, who: [], other: null };
}

const MOST_DAYS_NAMED = 3;

function onDays(days: readonly CalendarDate[], of: readonly CalendarDate[], today: CalendarDate): string {
  return days.length > MOST_DAYS_NAMED
    ? `on ${days.length} of its ${of.length} days`
    : `on ${inWords(days.map((day) => formatDay(day, today)))}`;
}

function by(sessionDays: readonly SessionDay[], chamber: Chamber, [day]: readonly CalendarDate[]): string {
  const found = sessionDays.find((one) => one.chamber === chamber && one.day === day);
  return found === undefined ? "" : ` (${found.source}, as of ${formatDate(found.asOf)})`;
}
