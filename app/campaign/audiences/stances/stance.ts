import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
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

type Stretch = { stance: number | null; from: CalendarDate; readings: number };

/**
 * The finding over the stance chart, from the last two stretches of equal readings: "Sceptical in February,
 * undecided since June". A stretch of one reading is "in" its month, a longer one is told from its first.
 * Where the latest reading has lapsed the sentence ends in ", now lapsed". It states an order, never a cause.
 */
export function stanceSentence(readings: readonly StanceReading[], today: CalendarDate): string {
  const past = inOrder(readings).filter((reading) => reading.readOn <= today);
  const stretches = stretchesOf(past);
  const last = stretches.at(-1);
  if (last === undefined) return "No reading yet";
  const before = stretches.at(-2);
  const now = `${stanceLabel(last.stance).toLowerCase()} since ${monthOf(last.from, today)}`;
  const told = before === undefined ? now : `${earlier(before, today)}, ${now}`;
  const lapsed = stanceOn(past, today).state === "lapsed" ? ", now lapsed" : "";
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}${lapsed}`;
}

function stretchesOf(readings: readonly StanceReading[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { stance, readOn } of readings) {
    const last = stretches.at(-1);
    if (last?.stance === stance) last.readings += 1;
    else stretches.push({ stance, from: readOn, readings: 1 });
  }
  return stretches;
}

function earlier(stretch: Stretch, today: CalendarDate): string {
  const word = stretch.readings === 1 ? "in" : "from";
  return `${stanceLabel(stretch.stance).toLowerCase()} ${word} ${monthOf(stretch.from, today)}`;
}

function monthOf(date: CalendarDate, today: CalendarDate): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? "";
  return date.slice(0, 4) === today.slice(0, 4) ? month : `${month} ${date.slice(0, 4)}`;
}
