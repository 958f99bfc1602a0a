import type { CellNotes } from "./cell-notes.ts";
import { type FilterState, letPass, type StateParameters, startOfFilter, takeNote } from "./state-filter.ts";

/** What the notes of a cell say of the unknowns: sums over its notes. Source: EFFECTIVENESS.md §4. */
export type CellSums = {
  notes: number;
  /** S, the lower triangle of a square of ones and raters, row by row. */
  design: Float64Array;
  right: Float64Array;
  square: number;
  logVariance: number;
};

/**
 * Filters a cell's notes and sums S = Σ v v'/F, s = Σ v v₀/F, yy = Σ v₀²/F and Σ log F. Nothing is kept of a note, so
 * that parameters can be tried by the hundred. Cost: notes × (1 + raters)². Source: EFFECTIVENESS.md §3 and §4.
 */
export function sumNotes(notes: CellNotes, raters: number, parameters: StateParameters): CellSums {
  const width = 1 + raters;
  const variance = parameters.sigma * parameters.sigma;
  const behind = notes.total - notes.days.length;
  const sums = {
    notes: notes.total,
    design: new Float64Array(width * width),
    right: new Float64Array(width),
    square: notes.spread / variance,
    logVariance: behind * Math.log(variance) + notes.logSpread,
  };
  const state = startOfFilter(1 + width, parameters);
  const row = new Float64Array(1 + width);
  let last = notes.days[0] ?? 0;
  for (let note = 0; note < notes.days.length; note += 1) {
    const day = notes.days[note] ?? 0;
    letPass(state, day - last, parameters);
    row.fill(0);
    fillRow(row, 0, notes, note);
    takeNote(state, row, 0, variance * (notes.multipliers[note] ?? 1));
    addInnovation(sums, state);
    last = day;
  }
  return sums;
}

/** A note as columns: its score, one, and one for its rater. */
export function fillRow(
  rows: Float64Array,
  start: number,
  { scores, raters }: CellNotes,
  note: number,
): void {
  const rater = raters[note] ?? -1;
  rows[start] = scores[note] ?? 0;
  rows[start + 1] = 1;
  if (rater >= 0) rows[start + 2 + rater] = 1;
}

function addInnovation(sums: CellSums, { innovation, innovationVariance }: FilterState): void {
  const { design, right } = sums;
  const width = right.length;
  const precision = 1 / innovationVariance;
  const score = innovation[0] ?? 0;
  sums.square += score * score * precision;
  sums.logVariance += Math.log(innovationVariance);
  for (let row = 0; row < width; row += 1) {
    const weighted = (innovation[1 + row] ?? 0) * precision;
    right[row] = (right[row] ?? 0) + weighted * score;
    for (let column = 0; column <= row; column += 1) {
      const place = row * width + column;
      design[place] = (design[place] ?? 0) + weighted * (innovation[1 + column] ?? 0);
    }
  }
}
