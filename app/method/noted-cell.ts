import { OBSERVATION_KINDS, type ObservationKind } from "./observation.ts";

/** One note as it is kept: `sum` is the sum of `ratings` whole scores that one rater gave in one event. */
export type Note = { day: number; raterId: string; kind: ObservationKind; ratings: number; sum: number };

/**
 * The notes of one message with one audience, in order of day, packed into columns: a cell may have hundreds of
 * thousands. Notes of a day that are alike in rater, kind, ratings and sum stand once, with how many they are; nothing
 * but their number is lost. `raters` are places in `raterIds`, which may name more people than rated; `kinds` are
 * places in OBSERVATION_KINDS.
 */
export type NotedCell = {
  messageId: string;
  audienceId: string;
  raterIds: readonly string[];
  days: Int32Array;
  raters: Int32Array;
  kinds: Int32Array;
  ratings: Int32Array;
  sums: Int32Array;
  counts: Int32Array;
};

/** How many ratings of one person in one event, how large a sum of them, and how many kinds a packed note can hold. */
const MOST_RATINGS = 2 ** 13;
const MOST_SUM = 2 ** 15;
const MOST_KINDS = 8;
/** All that with 32 bits; the rater stands above them. */
const SPAN = 2 ** 32;

export type NoteCollector = {
  /** Takes one more note, or so many that are alike; days must not fall. Rater and kind are places, as in a packed cell. */
  add(day: number, rater: number, kind: number, ratings: number, sum: number, count?: number): void;
  cell(messageId: string, audienceId: string): NotedCell;
};

/** Packs notes that come in order of day; the order within a day makes no difference to what comes out. */
export function collectNotes(raterIds: readonly string[]): NoteCollector {
  const days: number[] = [];
  const codes: number[] = [];
  const counts: number[] = [];
  let today = Number.NEGATIVE_INFINITY;
  const ofToday = new Map<number, number>();
  const endDay = () => {
    for (const code of Float64Array.from(ofToday.keys()).sort()) {
      days.push(today);
      codes.push(code);
      counts.push(ofToday.get(code) ?? 0);
    }
    ofToday.clear();
  };
  return {
    add(day, rater, kind, ratings, sum, count = 1) {
      if (day < today) throw new RangeError("Notes come in order of day");
      if (day > today) {
        endDay();
        today = day;
      }
      const code = codeOf(rater, kind, ratings, sum);
      ofToday.set(code, (ofToday.get(code) ?? 0) + count);
    },
    cell(messageId, audienceId) {
      endDay();
      const columns = { days: Int32Array.from(days), counts: Int32Array.from(counts), ...decoded(codes) };
      return { messageId, audienceId, raterIds, ...columns };
    },
  };
}

/** Packs notes that are given in any order. Throws on a rater or kind that there is none of. */
export function packNotes(messageId: string, audienceId: string, notes: readonly Note[]): NotedCell {
  const raterIds = [...new Set(notes.map(({ raterId }) => raterId))].toSorted();
  const collector = collectNotes(raterIds);
  for (const { day, raterId, kind, ratings, sum } of notes.toSorted((a, b) => a.day - b.day))
    collector.add(day, raterIds.indexOf(raterId), OBSERVATION_KINDS.indexOf(kind), ratings, sum);
  return collector.cell(messageId, audienceId);
}

/** How many of the cell's entries lie on `day` or before: later ones are plans. Source: EFFECTIVENESS.md §1. */
export function entriesUntil({ days }: NotedCell, day: number): number {
  let end = days.length;
  while (end > 0 && (days[end - 1] ?? 0) > day) end -= 1;
  return end;
}

/** What makes notes of a day alike, as one whole number that sorts by rater first: 3 bits of kind, 13 of ratings, 16 of sum. */
function codeOf(rater: number, kind: number, ratings: number, sum: number): number {
  const fits = ratings > 0 && ratings < MOST_RATINGS && Math.abs(sum) < MOST_SUM;
  if (rater < 0 || kind < 0 || kind >= MOST_KINDS || !fits) throw new RangeError("A note cannot be packed");
  return rater * SPAN + (((kind << 29) | (ratings << 16) | (sum + MOST_SUM)) >>> 0);
}

function decoded(codes: readonly number[]): Pick<NotedCell, "raters" | "kinds" | "ratings" | "sums"> {
  const empty = () => new Int32Array(codes.length);
  const columns = { raters: empty(), kinds: empty(), ratings: empty(), sums: empty() };
  for (let entry = 0; entry < codes.length; entry += 1) {
    const code = codes[entry] ?? 0;
    const rater = Math.floor(code / SPAN);
    const rest = code - rater * SPAN;
    columns.raters[entry] = rater;
    columns.kinds[entry] = rest >>> 29;
    columns.ratings[entry] = (rest >>> 16) & (MOST_RATINGS - 1);
    columns.sums[entry] = (rest & 0xffff) - MOST_SUM;
  }
  return columns;
}
