import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What a review prints against ourselves, in this order. */
export const MISS_KINDS = [
  "meetings not logged",
  "follow-ups overdue",
  "clearances overdue",
  "proof points stale",
  "clashes ahead",
] as const;
export type MissKind = (typeof MISS_KINDS)[number];

/** One thing that was late or waiting: which, and since or on which day. */
export type Miss = { id: string; text: string; day: CalendarDate };

/** What was overdue or waiting in the whole campaign on a day: how many of each kind, and the oldest of them. */
export type Misses = readonly { kind: MissKind; count: number; oldest: readonly Miss[] }[];

export const MISSES_NAMED = 5;

/** Counts what is given and keeps the oldest by name. A kind without any is kept with 0: that is worth saying too. */
export function countMisses(found: Readonly<Record<MissKind, readonly Miss[]>>): Misses {
  return MISS_KINDS.map((kind) => ({
    kind,
    count: found[kind].length,
    oldest: found[kind].toSorted(byDay).slice(0, MISSES_NAMED),
  }));
}

function byDay(one: Miss, other: Miss): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

const NOUNS: Readonly<Record<MissKind, string>> = {
  "meetings not logged": "meeting not logged",
  "follow-ups overdue": "follow-up overdue",
  "clearances overdue": "clearance overdue",
  "proof points stale": "proof point stale",
  "clashes ahead": "clash ahead",
};

/** How many of a kind: "3 meetings not logged", "1 clash ahead". */
export function missesInWords(kind: MissKind, count: number): string {
  if (count === 1) return `1 ${NOUNS[kind]}`;
  return `${count} ${kind}`;
}

const SINCE: Readonly<Record<MissKind, string>> = {
  "meetings not logged": "held",
  "follow-ups overdue": "due",
  "clearances overdue": "due",
  "proof points stale": "since",
  "clashes ahead": "on",
};

/** The named ones of a kind in a line, and how many more there are: "Staff briefing, held 3 Nov; and 2 more". */
export function missesNamed({ kind, count, oldest }: Misses[number], today: CalendarDate): string {
  const named = oldest.map(
    ({ text, day }) => `${text.replace(/\.$/, "")}, ${SINCE[kind]} ${formatDay(day, today)}`,
  );
  const more = count - oldest.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** All of it in one sentence: "Nothing was overdue or waiting." or "3 meetings not logged, 1 clash ahead." */
export function missesInOneSentence(misses: Misses): string {
  const some = misses.filter(({ count }) => count > 0);
  if (some.length === 0) return "Nothing was overdue or waiting.";
  return `${some.map(({ kind, count }) => missesInWords(kind, count)).join(", ")}.`;
}
