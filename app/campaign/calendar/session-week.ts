import type { Chamber } from "#app/campaign/session-days/session-day.ts";
import { type Standings, standingIn, weekdays } from "#app/campaign/session-days/session-runs.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** A chamber's week in one word. "part": it meets on some of the working days, and not on all. */
export type WeekStanding = "in session" | "part" | "away" | "not known";

/** A chamber's week, Monday to Friday: "in session", "in session Mon, Tue only", "in session Mon (Wed to Fri not known)", "away", "not known". */
export type SessionWeek = { standing: WeekStanding; words: string };

/**
 * How a chamber stands in the week that begins on `monday`, by its working days. A federal holiday in it that no
 * source names does not count: nobody meets on it. Where a day counts and no source names it, the week is "not
 * known", unless the chamber meets on another of its days: then it meets in part. It is never guessed.
 */
export function sessionWeek(
  standings: Standings,
  chamber: Chamber,
  monday: CalendarDate,
  holidays: ReadonlySet<CalendarDate>,
): SessionWeek {
  const days = [0, 1, 2, 3, 4]
    .map((count) => addDays(monday, count))
    .map((day) => ({ day, standing: standingIn(standings, chamber, day) }))
    .filter(({ day, standing }) => standing !== "not known" || !holidays.has(day));
  const on = (wanted: string) => days.filter(({ standing }) => standing === wanted).map(({ day }) => day);
  const [meeting, unknown] = [on("in session"), on("not known")];
  if (meeting.length > 0 && meeting.length < days.length) {
    const others = unknown.length === 0 ? "only" : `(${daysInWords(unknown)} not known)`;
    return { standing: "part", words: `in session ${daysInWords(meeting)} ${others}` };
  }
  const isKnown = days.length > 0 && unknown.length === 0;
  const standing = meeting.length > 0 ? "in session" : isKnown ? "away" : "not known";
  return { standing, words: standing };
}

/** "Mon to Wed", "Mon, Tue", or each day by itself where there is a gap: "Mon, Wed, Fri". */
function daysInWords(days: readonly CalendarDate[]): string {
  const [first] = days;
  const isUnbroken = first === undefined || days.every((day, count) => day === addDays(first, count));
  return isUnbroken ? weekdays(days) : days.map((day) => weekdays([day])).join(", ");
}

/** Both chambers' week in one phrase: "Both chambers in session", "House in session, Senate away", "Congress: not known". */
export function congressWeekInWords(house: SessionWeek, senate: SessionWeek): string {
  const [ofHouse, ofSenate] = [house.words, senate.words];
  if (ofHouse !== ofSenate) return `House ${ofHouse}, Senate ${ofSenate}`;
  return ofHouse === "not known" ? "Congress: not known" : `Both chambers ${ofHouse}`;
}

/** What Congress does in a week, in sentences of their own: "The House is in session all week. The Senate is away all week." */
export function congressThisWeek(house: SessionWeek, senate: SessionWeek): string {
  const [ofHouse, ofSenate] = [thisWeek(house), thisWeek(senate)];
  if (ofHouse !== ofSenate)
    return `The House${ofHouse === "not known" ? "’s calendar" : ""} is ${ofHouse}. The Senate${ofSenate === "not known" ? "’s calendar" : ""} is ${ofSenate}.`;
  return ofHouse === "not known"
    ? "Congress’s calendar is not known."
    : `The House and the Senate are ${ofHouse}.`;
}

function thisWeek({ standing, words }: SessionWeek): string {
  return standing === "in session" || standing === "away" ? `${words} all week` : words;
}
