import { entriesUntil, type NotedCell } from "./noted-cell.ts";
import { collapsedMultiplier, OBSERVATION_KINDS, type Observation } from "./observation.ts";

/**
 * What the filter takes of a cell, in order of day: scores with their variance multipliers. Each may stand for several
 * notes of one rater on one day (`counts`), by their mean weighted by 1/multiplier and the multiplier 1/Σ(1/c): the
 * level and all sums are then the same, for between notes of one day nothing moves. `raters` are places among the
 * cell's raters, −1 where nobody is known. `spread` is Σ (y − mean)²/c, and `logSpread` Σ log c − Σ log of the
 * multipliers here: what the likelihood has beyond the means. Source: EFFECTIVENESS.md §3.
 */
export type CellNotes = {
  days: Float64Array;
  scores: Float64Array;
  multipliers: Float64Array;
  raters: Int32Array;
  counts: Int32Array;
  total: number;
  spread: number;
  logSpread: number;
};

/** A cell that nobody has a note in. */
export const NO_NOTES: CellNotes = emptyNotes(0);

function emptyNotes(size: number): CellNotes {
  return {
    days: new Float64Array(size),
    scores: new Float64Array(size),
    multipliers: new Float64Array(size),
    raters: new Int32Array(size),
    counts: new Int32Array(size),
    total: 0,
    spread: 0,
    logSpread: 0,
  };
}

/** Notes one by one, in the order in which they are given; `raters` are the cell's. */
export function eachNote(
  notes: readonly Pick<Observation, "day" | "rater" | "score" | "varianceMultiplier">[],
  raters: readonly number[],
): CellNotes {
  return {
    days: Float64Array.from(notes, ({ day }) => day),
    scores: Float64Array.from(notes, ({ score }) => score),
    multipliers: Float64Array.from(notes, ({ varianceMultiplier }) => varianceMultiplier),
    raters: Int32Array.from(notes, ({ rater }) => (rater === null ? -1 : raters.indexOf(rater))),
    counts: new Int32Array(notes.length).fill(1),
    total: notes.length,
    spread: 0,
    logSpread: 0,
  };
}

/**
 * The notes up to `asOfDay`, those of one rater and day as one. `raters` are places in `raterIds`: those who have notes
 * by then, in order of their ids.
 */
export function groupedNotes(
  noted: NotedCell,
  asOfDay: number,
): { raterIds: readonly string[]; notes: CellNotes } {
  const end = entriesUntil(noted, asOfDay);
  const present = [...new Set(noted.raters.subarray(0, end))].toSorted((a, b) => a - b);
  const columnOf = new Map(present.map((rater, column) => [rater, column]));
  const notes = emptyNotes(countGroups(noted, end));
  let entry = 0;
  for (let group = 0; group < notes.days.length; group += 1) {
    notes.days[group] = noted.days[entry] ?? 0;
    notes.raters[group] = columnOf.get(noted.raters[entry] ?? 0) ?? -1;
    entry = addGroup(noted, entry, end, notes, group);
  }
  return { raterIds: present.map((rater) => noted.raterIds[rater] ?? ""), notes };
}

function isOneGroup({ days, raters }: NotedCell, entry: number, other: number): boolean {
  return days[entry] === days[other] && raters[entry] === raters[other];
}

function countGroups(noted: NotedCell, end: number): number {
  let groups = 0;
  for (let entry = 0; entry < end; entry += 1)
    if (entry === 0 || !isOneGroup(noted, entry, entry - 1)) groups += 1;
  return groups;
}

/** Puts the entries of one day and rater that begin at `first` into one note; answers with the entry after them. */
function addGroup(noted: NotedCell, first: number, end: number, notes: CellNotes, group: number): number {
  let [weight, product, square, count, logs] = [0, 0, 0, 0, 0];
  let entry = first;
  for (; entry < end && isOneGroup(noted, entry, first); entry += 1) {
    const alike = noted.counts[entry] ?? 0;
    const score = scoreAt(noted, entry);
    const multiplier = multiplierAt(noted, entry);
    weight += alike / multiplier;
    product += (alike * score) / multiplier;
    square += (alike * score * score) / multiplier;
    logs += alike * Math.log(multiplier);
    count += alike;
  }
  notes.scores[group] = product / weight;
  notes.multipliers[group] = 1 / weight;
  notes.counts[group] = count;
  notes.total += count;
  notes.spread += Math.max(0, square - (product * product) / weight);
  notes.logSpread += logs + Math.log(weight);
  return entry;
}

/** The mean of the ratings that an entry's notes hold. */
export function scoreAt({ sums, ratings }: NotedCell, entry: number): number {
  return (sums[entry] ?? 0) / (ratings[entry] ?? 1);
}

/** The variance multiplier of each note that an entry holds. Source: EFFECTIVENESS.md §1. */
export function multiplierAt({ kinds, ratings }: NotedCell, entry: number): number {
  const kind = OBSERVATION_KINDS[kinds[entry] ?? 0];
  if (kind === undefined) throw new RangeError("A note has no kind");
  return collapsedMultiplier(kind, ratings[entry] ?? 1);
}
