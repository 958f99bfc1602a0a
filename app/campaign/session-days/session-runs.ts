import { weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Chamber, SessionDay, SessionStanding } from "./session-day.ts";

type KnownStanding = SessionStanding | "not known";

/** Days side by side on which a chamber stands alike: columns from 0, both included, and the words over them. */
export type SessionRun = { from: number; to: number; standing: KnownStanding; words: string };

/** How each chamber stands on each day; of a day that is not in it nothing is known. */
export type Standings = ReadonlyMap<string, SessionStanding>;

/** The records of session days, ready to be asked day by day. */
export function standingsOf(days: readonly SessionDay[]): Standings {
  return new Map(days.map(({ chamber, day, standing }) => [`${chamber} ${day}`, standing]));
}

/** How a chamber stands on a day. A day without a source is never taken for either. */
export function standingIn(standings: Standings, chamber: Chamber, day: CalendarDate): KnownStanding {
  return standings.get(`${chamber} ${day}`) ?? "not known";
}

/**
 * The days in runs of one standing: "In session Mon to Fri", "In session Mon, Tue", "Away from Washington",
 * "Not known". A Saturday or Sunday that no source names has no run: calendars of Congress leave them out. Source: DESIGN.md, section 3 (calendar, bands).
 */
export function sessionRuns(
  standings: Standings,
  chamber: Chamber,
  days: readonly CalendarDate[],
): SessionRun[] {
  const runs: { from: number; to: number; standing: KnownStanding }[] = [];
  days.forEach((day, column) => {
    const standing = standingIn(standings, chamber, day);
    if (standing === "not known" && weekdayOf(day) > 5) return;
    const last = runs.at(-1);
    if (last?.standing === standing && last.to === column - 1) last.to = column;
    else runs.push({ from: column, to: column, standing });
  });
  return runs.map((run) => ({ ...run, words: wordsOf(run, days) }));
}

function wordsOf({ from, to, standing }: Omit<SessionRun, "words">, days: readonly CalendarDate[]): string {
  switch (standing) {
    case "in session":
      return `In session ${weekdays(days.slice(from, to + 1))}`;
    case "away":
      return from === to ? "Away" : "Away from Washington";
    case "not known":
      return "Not known";
  }
}

/** "Mon", "Mon, Tue", "Mon to Fri": days that follow one another. */
export function weekdays(days: readonly CalendarDate[]): string {
  const names = days.map((day) => weekdayName(day).slice(0, 3));
  const [first = "", second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first}, ${second}` : `${first} to ${names.at(-1)}`;
}

/**
 * How Congress stands on a day, in words for every place that shows the day: "House and Senate in session",
 * "House in session, Senate away", "House in session, Senate not known", "Congress: not known".
 */
export function sessionSentence(standings: Standings, day: CalendarDate): string {
  return congressInWords(standingIn(standings, "House", day), standingIn(standings, "Senate", day));
}

/** Both chambers in one sentence; the same words for a day and for a week. */
export function congressInWords(house: KnownStanding, senate: KnownStanding): string {
  if (house !== senate) return `House ${house}, Senate ${senate}`;
  return house === "not known" ? "Congress: not known" : `House and Senate ${house}`;
}
