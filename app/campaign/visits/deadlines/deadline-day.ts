import { addDays, weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import { cityOf, formatDay } from "#app/time/format.ts";
import { addWorkingDays, holidayOn, isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  instantOf,
  type TimeOfDay,
  WASHINGTON,
  wallAt,
  type Zone,
} from "#app/time/wall-time.ts";
import { signedDay, type VisitDays } from "../visit-days.ts";

/** The country at home and its clocks, as the installation has them. */
export type Home = { homeZone: Zone; homeCountry: string };

/**
 * The country whose working days count for a deadline: that of its owner. Whoever lives on the clocks of home acts from
 * home; everybody else, and nobody yet, from Washington.
 */
export function actingCountry(ownerZone: Zone | null, home: Home): string {
  return ownerZone === home.homeZone ? home.homeCountry : UNITED_STATES;
}

/** The day that is counted, before weekends and holidays: D−n from the first day of the visit, D+n from its last. */
export function countedDay(days: VisitDays, offset: number): CalendarDate {
  return addDays(offset > 0 ? days.last : days.first, offset);
}

/**
 * The day on which a deadline falls. One before the visit, or on it, moves off a weekend or a holiday of the acting
 * country to the working day before; one after the visit to the working day after.
 * Example: a visit on Thursday 19 November 2026; D−5 is Saturday the 14th, so due on Friday the 13th; D+3 is Sunday the
 * 22nd, so due on Monday the 23rd. Source: DESIGN.md, section 6, and the mock-up `visit-programme`.
 */
export function dueDay(days: VisitDays, offset: number, country: string): CalendarDate {
  const counted = countedDay(days, offset);
  if (isWorkingDay(counted, country)) return counted;
  return addWorkingDays(counted, offset > 0 ? 1 : -1, country);
}

/** The instant at which a deadline passes: `time` ("12:00") on the clocks of Washington, whoever acts. */
export function dueInstant(day: CalendarDate, time: TimeOfDay): Date {
  const found = instantOf(wallAt(day, time), WASHINGTON, "first");
  if (!found.ok) throw new Error("No deadline lies in the hour that the clocks skip");
  return found.instant;
}

/** Why the due day is another one than the counted: "D−5 is a Saturday, so it is due on the working day before"; null where it is not. */
export function whyMoved(days: VisitDays, offset: number, country: string): string | null {
  const counted = countedDay(days, offset);
  if (isWorkingDay(counted, country)) return null;
  const where = offset > 0 ? "the working day after" : "the working day before";
  return `${signedDay(offset)} is ${whatDay(counted, country)}, so it is due on ${where}`;
}

function whatDay(day: CalendarDate, country: string): string {
  return weekdayOf(day) > 5 ? `a ${weekdayName(day)}` : (holidayOn(day, country)?.name ?? "a holiday");
}

/**
 * That the other capital does not work on the due day, and by when it has to be asked instead: "Prague is closed: ask it by Mon 16 Nov". Null where it works.
 */
export function otherCapitalClosed(
  day: CalendarDate,
  country: string,
  home: Home,
  today: CalendarDate,
): string | null {
  const other = country === UNITED_STATES ? home.homeCountry : UNITED_STATES;
  if (isWorkingDay(day, other)) return null;
  const city = cityOf(other === UNITED_STATES ? WASHINGTON : home.homeZone);
  return `${city} is closed: ask by ${formatDay(addWorkingDays(day, -1, other), today)}`;
}

/** Which capitals do not work on a day of the visit: "Washington is closed", "Prague is closed"; null where both work. */
export function closedOnTheDay(day: CalendarDate, { homeZone, homeCountry }: Home): string | null {
  const closed = [
    ...(isWorkingDay(day, UNITED_STATES) ? [] : [`Washington is closed: ${whatDay(day, UNITED_STATES)}`]),
    ...(isWorkingDay(day, homeCountry)
      ? []
      : [`${cityOf(homeZone)} is closed: ${whatDay(day, homeCountry)}`]),
  ];
  return closed.length === 0 ? null : closed.join(". ");
}

/** What a deadline is, whatever it is called: two are counted from the programme itself, the others are ticked by hand. */
export const DEADLINE_KINDS = ["own", "programme", "briefs", "plan B", "readout", "thanks"] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A deadline of a visit as it is agreed: days from the visit, and the time on the clocks of Washington. */
export type UsualDeadline = { days: number; title: string; time: TimeOfDay; kind: DeadlineKind };

/**
 * What every visit starts with. The days come from SAMPLE.md (a minister in ten days), the decision on plan B and the
 * hours from the mock-up `visit-programme`.
 */
export const USUAL_DEADLINES: readonly UsualDeadline[] = [
  { days: -10, title: "Programme and plan B", time: "12:00", kind: "programme" },
  { days: -7, title: "Access list to the hosts", time: "12:00", kind: "own" },
  { days: -5, title: "Briefs", time: "12:00", kind: "briefs" },
  { days: -3, title: "Decide on plan B", time: "12:00", kind: "plan B" },
  { days: -2, title: "Seating", time: "12:00", kind: "own" },
  { days: 1, title: "Readout to the ministry", time: "11:00", kind: "readout" },
  { days: 3, title: "Thank-you notes", time: "17:00", kind: "thanks" },
];
