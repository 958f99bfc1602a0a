import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Standing, type Standings, standingIn } from "./session-runs.ts";

/**
 * How Congress stands on a day, in words for every place that shows the day: "House and Senate in session",
 * "House in session, Senate away", "House in session, Senate not known", "Congress: not known".
 */
export function sessionSentence(standings: Standings, day: CalendarDate): string {
  return congressInWords(standingIn(standings, "House", day), standingIn(standings, "Senate", day));
}

/** Both chambers in one sentence; the same words for a day and for a week. */
export function congressInWords(house: Standing, senate: Standing): string {
  if (house !== senate) return `House ${house}, Senate ${senate}`;
  return house === "not known" ? "Congress: not known" : `House and Senate ${house}`;
}
