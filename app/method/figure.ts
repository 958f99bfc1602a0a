import { type Level, rangeOf } from "./pooling.ts";
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
  const { lower90, upper90, pPositive } = rangeOf(level);
  return {
    mean: level.mean,
    variance: level.variance,
    lower: Math.max(-2, lower90),
    upper: Math.min(2, upper90),
    pPositive,
    ownWeight: level.ownWeight,
    verdict: verdictOf(level, notes),
    notes,
    raters,
    lastDay,
    raw: notes === 0 ? null : total / notes,
  };
}

const MINUS = "\u2212";

/**
 * A level or an end of its range in one decimal with its sign, "+0.8", "−1.2", "0.0"; in two where one would hide on
 * which side of nought it lies, "+0.05". Source: EFFECTIVENESS.md §14.
 */
export function levelInDigits(value: number): string {
  const digits = value !== 0 && Math.abs(value) < 0.05 ? 2 : 1;
  // A half is rounded away from nought, as people do, and not by what its binary digits happen to be.
  const rounded = Math.abs(value).toFixed(digits);
  if (Number(rounded) === 0) return digits === 2 ? "0.00" : "0.0";
  return `${value < 0 ? MINUS : "+"}${rounded}`;
}

/** A range in words: "−0.5 to +2.0". */
export function rangeInWords({ lower, upper }: Pick<Figure, "lower" | "upper">): string {
  return `${levelInDigits(lower)} to ${levelInDigits(upper)}`;
}

/** Where a word changes by a chance, in percent: a chance that rounds onto one of these shows one digit more. */
const EDGES = [5, 10, 50, 60, 80, 90, 95];

/**
 * A chance in percent, 0..1: "66 %"; "over 99 %" and "under 1 %" where the whole number would claim to be sure; with one
 * digit more where the whole number would hide on which side of a word's edge it lies, "94.9 %" for 0.9499.
 * Source: EFFECTIVENESS.md §6, §7 and §14.
 */
export function chanceInWords(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent >= 100) return "over 99 %";
  if (percent <= 0) return "under 1 %";
  return EDGES.includes(percent) ? `${besideEdge(probability * 100, percent)} %` : `${percent} %`;
}

const SHARE_EDGE = 35;

/** The share of a figure that comes from its own meetings, 0..1, in percent; one digit more beside the edge of §6. */
export function shareInWords(share: number): string {
  const percent = Math.round(share * 100);
  return percent === SHARE_EDGE ? `${besideEdge(share * 100, percent)} %` : `${percent} %`;
}

/** A figure that rounds onto an edge, on its own side of it: one digit more, never rounded across. */
function besideEdge(value: number, edge: number): string {
  if (Math.abs(value - edge) < 1e-9) return String(edge);
  const tenths = value < edge ? Math.floor(value * 10) : Math.ceil(value * 10);
  return (tenths / 10).toFixed(1);
}
