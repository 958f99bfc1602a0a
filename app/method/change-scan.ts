import { standardNormalProbability } from "./normal-distribution.ts";
import type { Observation } from "./observation.ts";

/** Scores with the rater's strictness taken off; `kappa` is the level that the cell is expected at. */
export type ScanInput = {
  kappa: number;
  tau: number;
  sigma: number;
  /** Days between true changes that are expected, 1095 unless set otherwise. */
  meanGapDays: number;
  windowDays: number;
  asOfDay: number;
  /** Each may stand for several notes of one day: their weighted mean, and `count` of them. */
  observations: readonly (Pick<Observation, "day" | "score" | "varianceMultiplier"> & { count: number })[];
};

/** The likeliest change lies after day `after` and up to day `before`. */
export type ScanResult = {
  n: number;
  pChange: number;
  pDrop: number;
  pRise: number;
  after: number;
  before: number;
  pSplit: number;
  meanBefore: number;
  meanAfter: number;
};

export type ScanRefused = { refused: "too-few-notes"; n: number };

/** Judgements of EFFECTIVENESS.md §7b. */
export const SCAN_SETTINGS = {
  meanGapDays: 1095,
  windowDays: 540,
  fewestNotes: 4,
  watch: 0.5,
  alarm: 0.8,
} as const;

type Sums = { weight: number; product: number };

/**
 * Looks for one change of level in the window that ends at `asOfDay`: the weight of every place where it may lie,
 * normalised, and the probability of a drop or rise. Refuses fewer than 4 notes. A change can only lie between two
 * different days. Source: EFFECTIVENESS.md §7b.
 */
export function scanForChange(input: ScanInput): ScanResult | ScanRefused {
  const notes = input.observations
    .filter(({ day }) => day <= input.asOfDay && day > input.asOfDay - input.windowDays)
    .toSorted((a, b) => a.day - b.day);
  const n = notes.reduce((sum, { count }) => sum + count, 0);
  const first = notes[0]?.day ?? 0;
  const last = notes.at(-1)?.day ?? 0;
  if (n < SCAN_SETTINGS.fewestNotes || first === last) return { refused: "too-few-notes", n };
  const prefix = prefixSums(notes, input);
  const whole = prefix[notes.length] ?? { weight: 0, product: 0 };
  const span = last - first;
  const q = 1 - Math.exp(-span / input.meanGapDays);
  const splits = notes.flatMap((note, index) => {
    const gap = index === 0 ? 0 : note.day - (notes[index - 1]?.day ?? note.day);
    const before = prefix[index];
    if (gap === 0 || before === undefined) return [];
    const after = { weight: whole.weight - before.weight, product: whole.product - before.product };
    const logWeight = Math.log((q * gap) / span) + segment(before, input.tau) + segment(after, input.tau);
    return [
      { after: notes[index - 1]?.day ?? 0, before: note.day, logWeight, sides: [before, after] as const },
    ];
  });
  const none = Math.log(1 - q) + segment(whole, input.tau);
  return summarise(n, none, splits, input);
}

function prefixSums(notes: ScanInput["observations"], { sigma, kappa }: ScanInput): Sums[] {
  const sums: Sums[] = [{ weight: 0, product: 0 }];
  for (const note of notes) {
    const weight = 1 / (sigma * sigma * note.varianceMultiplier);
    const last = sums.at(-1) ?? { weight: 0, product: 0 };
    sums.push({ weight: last.weight + weight, product: last.product + weight * (note.score - kappa) });
  }
  return sums;
}

/** Log marginal likelihood of a stretch with one mean, less what all stretches share. */
function segment({ weight, product }: Sums, tau: number): number {
  const spread = 1 + tau * tau * weight;
  return -0.5 * Math.log(spread) + (0.5 * tau * tau * product * product) / spread;
}

type Place = { after: number; before: number; logWeight: number; sides: readonly [Sums, Sums] };

function summarise(n: number, none: number, splits: readonly Place[], { tau, kappa }: ScanInput): ScanResult {
  const highest = splits.reduce((most, { logWeight }) => Math.max(most, logWeight), none);
  const share = (logWeight: number) => Math.exp(logWeight - highest);
  const total = share(none) + splits.reduce((sum, { logWeight }) => sum + share(logWeight), 0);
  const weighed = splits.map((split) => {
    const [before, after] = split.sides.map((side) => meanOf(side, tau));
    const spread = Math.sqrt((before?.variance ?? 0) + (after?.variance ?? 0));
    const drop = standardNormalProbability(((before?.mean ?? 0) - (after?.mean ?? 0)) / spread);
    return {
      ...split,
      weight: share(split.logWeight) / total,
      drop,
      means: [before?.mean ?? 0, after?.mean ?? 0],
    };
  });
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
  return {
    n,
    pChange: 1 - share(none) / total,
    pDrop: weighed.reduce((sum, { weight, drop }) => sum + weight * drop, 0),
    pRise: weighed.reduce((sum, { weight, drop }) => sum + weight * (1 - drop), 0),
    after: best.after,
    before: best.before,
    pSplit: best.weight,
    meanBefore: kappa + (best.means[0] ?? 0),
    meanAfter: kappa + (best.means[1] ?? 0),
  };
}

function meanOf({ weight, product }: Sums, tau: number): { mean: number; variance: number } {
  const variance = 1 / (1 / (tau * tau) + weight);
  return { mean: variance * product, variance };
}

export type ChangeWord = "alarm" | "watch" | "no change found";

/** Watch from 0.5, alarm from 0.8, for a drop or a rise alike. Source: EFFECTIVENESS.md §7b. */
export function changeWord(probability: number): ChangeWord {
  if (probability >= SCAN_SETTINGS.alarm) return "alarm";
  return probability >= SCAN_SETTINGS.watch ? "watch" : "no change found";
}
