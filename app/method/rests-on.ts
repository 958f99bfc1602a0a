import type { RestsOn } from "./figure.ts";
import type { WorkedCell } from "./worked-cell.ts";

/** What a figure over several cells rests on. */
export function restsOn(cells: readonly WorkedCell[]): RestsOn {
  const days = cells.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay]));
  return {
    notes: cells.reduce((sum, { notes }) => sum + notes, 0),
    total: cells.reduce((sum, { total }) => sum + total, 0),
    raters: new Set(cells.flatMap(({ raterIds }) => raterIds)).size,
    lastDay: days.length === 0 ? null : Math.max(...days),
  };
}

/** The day of the earliest rating; above 500 in a cell the Monday of its week. */
export function firstRated(cells: readonly WorkedCell[]): number | null {
  return cells.reduce<number | null>(
    (first, { marks }) =>
      marks.reduce<number | null>((least, { day }) => (least === null || day < least ? day : least), first),
    null,
  );
}
