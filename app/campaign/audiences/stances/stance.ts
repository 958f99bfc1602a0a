import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type Stance = 1 | 2 | 3 | 4 | 5;

/** The five stances, in the order of the scale. Source: DOMAIN.md, record "audience". */
export const STANCES: readonly { value: Stance; label: string }[] = [
  { value: 1, label: "Opposed" },
  { value: 2, label: "Sceptical" },
  { value: 3, label: "Undecided" },
  { value: 4, label: "Supportive" },
  { value: 5, label: "Speaks for it" },
];

/** A reading stands for this many days; after them the stance is not known until it is read again. */
export const STANCE_LAPSE_DAYS = 90;

/** One dated reading; `stance` is null where somebody looked and could not tell. */
export type StanceReading = { readOn: CalendarDate; stance: Stance | null };

/** Where an audience stands on a day, and since when or why not known. */
export type StandingStance =
  | { state: "known"; stance: Stance; readOn: CalendarDate; lapsesOn: CalendarDate }
  | { state: "lapsed"; last: Stance; readOn: CalendarDate; lapsedOn: CalendarDate }
  | { state: "not known"; readOn: CalendarDate }
  | { state: "no reading" };

/** The word for a stance, or "Not known". */
export function stanceLabel(stance: number | null): string {
  return STANCES.find(({ value }) => value === stance)?.label ?? "Not known";
}

/** Whether a number is a stance: a whole number from 1 to 5. */
export function isStance(value: number | null): value is Stance {
  return STANCES.some((stance) => stance.value === value);
}

/**
 * The stance on `today` by the latest reading that is not later than today (of two on one day the one that
 * comes later in the list). A reading stands for 90 days and is lapsed from the 91st:
 * read on 24 September it lapses with 23 December. A reading of "not known" overrides an earlier stance.
 */
export function stanceOn(readings: readonly StanceReading[], today: CalendarDate): StandingStance {
  const latest = inOrder(readings).findLast((reading) => reading.readOn <= today);
  if (latest === undefined) return { state: "no reading" };
  const { stance, readOn } = latest;
  if (stance === null) return { state: "not known", readOn };
  const lapsesOn = addDays(readOn, STANCE_LAPSE_DAYS);
  if (today > lapsesOn) return { state: "lapsed", last: stance, readOn, lapsedOn: lapsesOn };
  return { state: "known", stance, readOn, lapsesOn };
}

/** The number to print in the mark: a stance while its reading stands, else null. */
export function knownStance(standing: StandingStance): Stance | null {
  return standing.state === "known" ? standing.stance : null;
}

/** Days until the reading lapses, 0 on its last day; null where no reading stands. */
export function daysToLapse(standing: StandingStance, today: CalendarDate): number | null {
  return standing.state === "known" ? daysBetween(today, standing.lapsesOn) : null;
}

/** Readings in order of their days; readings of one day keep their order. */
export function inOrder<T extends StanceReading>(readings: readonly T[]): T[] {
  return readings.toSorted((a, b) => a.readOn.localeCompare(b.readOn));
}
