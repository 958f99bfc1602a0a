import { type SmoothedDay, smoothCell } from "./cell.ts";
import { type CellNotes, groupedNotes, scoreAt } from "./cell-notes.ts";
import { type CellSums, sumNotes } from "./cell-sums.ts";
import { SCAN_SETTINGS } from "./change-scan.ts";
import type { RestsOn } from "./figure.ts";
import { entriesUntil, type NotedCell } from "./noted-cell.ts";
import type { EffectivenessParameters } from "./parameters.ts";

/** What a cell's own notes say, worked out once: it holds until the cell, the parameters or the days change. */
export type WorkedCell = {
  messageId: string;
  audienceId: string;
  raterIds: readonly string[];
  sums: CellSums;
  /** Smoothed where they are looked at: of thousands of cells a page shows a few, and the others are pooled by their sums. */
  readonly days: readonly { day: number; smoothed: SmoothedDay }[];
  notes: number;
  total: number;
  lastDay: number | null;
  /** Every rating while they are few enough to be drawn one by one; above 500 by week (its Monday) and whole score. */
  marks: readonly Mark[];
  /** The notes of the last 540 days in which a change is looked for, those of one day and rater as one. */
  recent: RecentNotes;
};

/**
 * Notes of one rater on one day, a place in each column: how many, and their scores weighted by 1/multiplier; `raters`
 * are places in the cell's `raterIds`. Source: EFFECTIVENESS.md §7b.
 */
export type RecentNotes = Pick<CellNotes, "days" | "raters" | "counts" | "scores" | "multipliers">;

export type Mark = { day: number; score: number; count: number };

/** Above so many ratings a chart draws counts by week. Source: EFFECTIVENESS.md §14. */
export const MOST_DRAWN = 500;

/**
 * Works out one cell at the days asked for. Notes after `asOfDay` are plans and are left out; several ratings of one
 * rater in one event count as their mean, with their agreement in a room. Cost: the cell's notes and days.
 * Source: EFFECTIVENESS.md §1 and §3.
 */
export function workOutCell(
  noted: NotedCell,
  asOfDay: number,
  days: readonly number[],
  parameters: EffectivenessParameters,
): WorkedCell {
  const { raterIds, notes } = groupedNotes(noted, asOfDay);
  const smooth = () => {
    const cell = { raters: raterIds.map((_, place) => place), notes: groupedNotes(noted, asOfDay).notes };
    const smoothed = smoothCell(cell, parameters, days);
    return days.map((day) => ({ day, smoothed: smoothed.at(day) }));
  };
  let drawn: WorkedCell["days"] | null = null;
  return {
    messageId: noted.messageId,
    audienceId: noted.audienceId,
    raterIds,
    sums: sumNotes(notes, raterIds.length, parameters),
    get days() {
      drawn ??= smooth();
      return drawn;
    },
    notes: notes.total,
    total: totalUntil(noted, asOfDay),
    lastDay: notes.days.at(-1) ?? null,
    recent: notesAfter(notes, asOfDay - SCAN_SETTINGS.windowDays),
    marks: marksUntil(noted, asOfDay),
  };
}

/** The sum of all scores, for the raw average. */
function totalUntil(noted: NotedCell, day: number): number {
  const end = entriesUntil(noted, day);
  let total = 0;
  for (let entry = 0; entry < end; entry += 1) total += (noted.counts[entry] ?? 0) * scoreAt(noted, entry);
  return total;
}

function notesAfter(notes: CellNotes, day: number): RecentNotes {
  const first = notes.days.findIndex((noted) => noted > day);
  const start = first < 0 ? notes.days.length : first;
  // Copies, so that what is kept does not hold on to all that is older.
  return {
    days: notes.days.slice(start),
    raters: notes.raters.slice(start),
    counts: notes.counts.slice(start),
    scores: notes.scores.slice(start),
    multipliers: notes.multipliers.slice(start),
  };
}

function marksUntil(noted: NotedCell, day: number): readonly Mark[] {
  const end = entriesUntil(noted, day);
  const marks: Mark[] = [];
  for (let entry = 0; entry < end; entry += 1)
    marks.push({
      day: noted.days[entry] ?? 0,
      score: scoreAt(noted, entry),
      count: noted.counts[entry] ?? 0,
    });
  return marksOf(marks);
}

/** Marks as they are drawn: each by itself up to 500, else counted by week and whole score. Source: EFFECTIVENESS.md §14. */
export function marksOf(marks: readonly Mark[]): readonly Mark[] {
  const ratings = marks.reduce((sum, { count }) => sum + count, 0);
  if (ratings <= MOST_DRAWN)
    return marks.flatMap((mark) =>
      mark.count === 1 ? mark : Array.from({ length: mark.count }, () => ({ ...mark, count: 1 })),
    );
  const weeks = new Map<number, Mark>();
  for (const { day, score, count } of marks) {
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    const level = Math.round(score);
    const key = monday * 8 + level;
    const known = weeks.get(key);
    if (known) known.count += count;
    else weeks.set(key, { day: monday, score: level, count });
  }
  return [...weeks.values()];
}

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
