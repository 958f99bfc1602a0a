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

/** How many ratings of one person in one event, and how large a sum of them, a packed note can hold. */
const MOST_RATINGS = 2 ** 13;
const SUM_SPAN = 2 ** 16;
const KIND_SPAN = 8;

export type NoteCollector = {
  /** Takes one more note; days must not fall. Rater and kind are places, as in a packed cell. */
  add(day: number, rater: number, kind: number, ratings: number, sum: number): void;
  cell(messageId: string, audienceId: string): NotedCell;
};

/** Packs notes that come in order of day; the order within a day makes no difference to what comes out. */
export function collectNotes(raterIds: readonly string[]): NoteCollector {
  const days: number[] = [];
  const codes: number[] = [];
  const counts: number[] = [];
  let present: { day: number; codes: number[] } = { day: Number.NEGATIVE_INFINITY, codes: [] };
  const endDay = () => {
    present.codes.sort((a, b) => a - b);
    let last = -1;
    for (const code of present.codes) {
      if (code === last) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      else {
        days.push(present.day);
        codes.push(code);
        counts.push(1);
      }
      last = code;
    }
  };
  return {
    add(day, rater, kind, ratings, sum) {
      if (day < present.day) throw new RangeError("Notes come in order of day");
      if (day > present.day) {
        endDay();
        present = { day, codes: [] };
      }
      present.codes.push(codeOf(rater, kind, ratings, sum));
    },
    cell(messageId, audienceId) {
      endDay();
      present = { day: present.day, codes: [] };
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

/** What makes notes of a day alike, as one whole number that sorts by rater first. */
function codeOf(rater: number, kind: number, ratings: number, sum: number): number {
  if (rater < 0 || kind < 0 || !(ratings > 0 && ratings < MOST_RATINGS && Math.abs(sum) < SUM_SPAN / 2))
    throw new RangeError("A note cannot be packed");
  return ((rater * KIND_SPAN + kind) * MOST_RATINGS + ratings) * SUM_SPAN + sum + SUM_SPAN / 2;
}

function decoded(codes: readonly number[]): Pick<NotedCell, "raters" | "kinds" | "ratings" | "sums"> {
  const part = (below: number, span: number) =>
    Int32Array.from(codes, (code) => Math.floor(code / below) % span);
  return {
    raters: part(KIND_SPAN * MOST_RATINGS * SUM_SPAN, 2 ** 31),
    kinds: part(MOST_RATINGS * SUM_SPAN, KIND_SPAN),
    ratings: part(SUM_SPAN, MOST_RATINGS),
    sums: Int32Array.from(codes, (code) => (code % SUM_SPAN) - SUM_SPAN / 2),
  };
}
