import { MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { inOrder, type StanceReading, stanceLabel, stanceOn } from "./stance.ts";

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
