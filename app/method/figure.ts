import { chancePositive, type Level, rangeOf } from "./reception-level.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** What a cell or a roll-up rests on. `total` is the sum of its scores, for the raw average. */
export type RestsOn = { notes: number; total: number; raters: number; lastDay: number | null };

/** A level as every page, print and file gives it: never without its range, its number and the raw average. */
export type Figure = {
  mean: number;
  /** Of the level; what chances are worked out from. */
  variance: number;
  /** The likely range, cut to the scale for display only. */
  lower: number;
  upper: number;
  pPositive: number;
  /** 0..1: the share of the figure that comes from this audience's own meetings. */
  ownWeight: number;
  verdict: Verdict;
  notes: number;
  raters: number;
  lastDay: number | null;
  /** Null where nobody has rated. */
  raw: number | null;
};

/** The figure of a level; its word comes from unrounded numbers. Source: EFFECTIVENESS.md §6. */
export function figureOf(level: Level, { notes, total, raters, lastDay }: RestsOn): Figure {
  return {
    mean: level.mean,
    variance: level.variance,
    ...shownRangeOf(level),
    pPositive: chancePositive(level),
    ownWeight: level.ownWeight,
    verdict: verdictOf(level, notes),
    notes,
    raters,
    lastDay,
    raw: notes === 0 ? null : total / notes,
  };
}

/** The likely range of a level, cut to the scale. Source: EFFECTIVENESS.md §6. */
export function shownRangeOf(level: Pick<Level, "mean" | "variance">): Pick<Figure, "lower" | "upper"> {
  const { lower90, upper90 } = rangeOf(level);
  return { lower: Math.max(-2, lower90), upper: Math.min(2, upper90) };
}

const MINUS = "\u2212";

/**
 * A level or an end of its range in one decimal with its sign, "+0.8", "−1.2", "0.0", wherever it shows: never "−0.01" beside
 * "+0.5".
 */
export function levelInDigits(value: number): string {
  // A half is rounded away from nought, as people do, and not by what its binary digits happen to be.
  const rounded = Math.abs(value).toFixed(1);
  if (Number(rounded) === 0) return "0.0";
  return `${value < 0 ? MINUS : "+"}${rounded}`;
}

/** A range in words: "−0.5 to +2.0". */
export function rangeInWords({ lower, upper }: Pick<Figure, "lower" | "upper">): string {
  return `${levelInDigits(lower)} to ${levelInDigits(upper)}`;
}

/** Where a word changes by a chance, in percent: from here on, and down to here. */
const FROM = [50, 60, 80, 90, 95];
const DOWN_TO = [5, 10];

/**
 * A chance in whole percent, 0..1: "66 %"; "over 99 %" and "under 1 %" where the whole number would claim to be sure. One that
 * would be rounded onto the edge of a word from outside stays on its own side, as the word does: "94 %" for 0.9499.
 * Source: EFFECTIVENESS.md §6, §7 and §14.
 */
export function chanceInWords(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent >= 100) return "over 99 %";
  if (percent <= 0) return "under 1 %";
  if (DOWN_TO.includes(percent) && probability * 100 > percent + HAIR) return `${percent + 1} %`;
  return `${underEdge(probability * 100, percent, FROM)} %`;
}

const SHARE_EDGE = 35;

/** The share of a figure that comes from its own meetings, 0..1, in whole percent, on its own side of the edge of §6. */
export function shareInWords(share: number): string {
  return `${underEdge(share * 100, Math.round(share * 100), [SHARE_EDGE])} %`;
}

/** What binary digits leave over. */
const HAIR = 1e-9;

function underEdge(value: number, percent: number, edges: readonly number[]): number {
  const isRoundedUp = edges.includes(percent) && value < percent - HAIR;
  return isRoundedUp ? percent - 1 : percent;
}
