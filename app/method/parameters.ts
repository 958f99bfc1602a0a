import type { Cell } from "./cell.ts";
import { sumNotes } from "./cell-sums.ts";
import { type Dimensions, poolCells } from "./reception-level.ts";
import type { StateParameters } from "./state-filter.ts";

/** The six quantities that may be estimated from the notes. */
type Estimated = StateParameters & { sdMessage: number; sdAudience: number; sdRater: number };

/** All that the method needs to know beside the notes; the grand mean's prior is never estimated. */
export type EffectivenessParameters = Estimated & { grandMean: number; grandSd: number };

/** Judgements, set on the wide side on purpose. Source: EFFECTIVENESS.md §2. */
export const DEFAULT_PARAMETERS: EffectivenessParameters = {
  sigma: 0.8,
  tau: 0.8,
  halfLifeDays: 120,
  sdMessage: 0.4,
  sdAudience: 0.4,
  sdRater: 0.3,
  grandMean: 0,
  grandSd: 1,
};

/** Fewer notes than this keep the defaults. Source: EFFECTIVENESS.md §5. */
export const NOTES_TO_ESTIMATE = 100;

const HALF_LIFE_DAYS = { shortest: 30, longest: 1460 };
const LOG_WIDTHS = {
  sigma: 0.4,
  tau: 0.7,
  halfLifeDays: 1,
  sdMessage: 0.7,
  sdAudience: 0.7,
  sdRater: 0.7,
} as const;
const NAMES = ["sigma", "tau", "halfLifeDays", "sdMessage", "sdAudience", "sdRater"] as const;

/**
 * log likelihood of the notes plus the log of the priors on the six parameters: what estimation maximises.
 * Source: EFFECTIVENESS.md §5.
 */
export function objectiveOf(
  cells: readonly Cell[],
  dimensions: Dimensions,
  parameters: EffectivenessParameters,
): number {
  const sums = cells.map(({ notes, raters }) => sumNotes(notes, raters.length, parameters));
  const { logLikelihood } = poolCells(cells, sums, dimensions, parameters);
  return (
    logLikelihood - 0.5 * NAMES.reduce((total, name) => total + standardised(name, parameters[name]) ** 2, 0)
  );
}

function standardised(name: (typeof NAMES)[number], value: number): number {
  return Math.log(value / DEFAULT_PARAMETERS[name]) / LOG_WIDTHS[name];
}

/** At most so many evaluations of the objective make an estimate. Source: EFFECTIVENESS.md §5. */
export const MOST_STEPS = 400;

/**
 * How an estimate came out; with too few notes, or where no finite value was found, the defaults. `objective` is the
 * highest that was reached, null without an estimate.
 */
export type Estimate =
  | { outcome: "estimated"; parameters: EffectivenessParameters; objective: number }
  | { outcome: "too few notes" | "not found"; parameters: EffectivenessParameters; objective: null };

type Grand = Pick<EffectivenessParameters, "grandMean" | "grandSd">;

/**
 * The parameters with the highest objective by Nelder-Mead, started at the defaults; with fewer than 100 notes the
 * defaults themselves. `grand` holds the prior of the grand mean. `tell` hears after each evaluation how many there were.
 * Source: EFFECTIVENESS.md §5.
 */
export function estimateParameters(
  cells: readonly Cell[],
  dimensions: Dimensions,
  { grandMean, grandSd }: Grand = DEFAULT_PARAMETERS,
  tell: (steps: number) => void = () => undefined,
): Estimate {
  const defaults = { ...DEFAULT_PARAMETERS, grandMean, grandSd };
  const notes = cells.reduce((total, cell) => total + cell.notes.total, 0);
  if (notes < NOTES_TO_ESTIMATE) return { outcome: "too few notes", parameters: defaults, objective: null };
  let steps = 0;
  const cost = (x: readonly number[]) => {
    const objective = objectiveOf(cells, dimensions, parametersOf(x, { grandMean, grandSd }));
    steps += 1;
    tell(steps);
    return -objective;
  };
  const search = { step: 0.7, spread: 1e-5, evaluations: MOST_STEPS };
  const { x, value } = minimise(cost, NAMES.length, search);
  const parameters = parametersOf(x, { grandMean, grandSd });
  const isFound = [value, ...Object.values(parameters)].every(Number.isFinite);
  return isFound
    ? { outcome: "estimated", parameters, objective: -value }
    : { outcome: "not found", parameters: defaults, objective: null };
}

function parametersOf(x: readonly number[], { grandMean, grandSd }: Grand): EffectivenessParameters {
  const value = (name: (typeof NAMES)[number]) =>
    DEFAULT_PARAMETERS[name] * Math.exp(LOG_WIDTHS[name] * (x[NAMES.indexOf(name)] ?? 0));
  return {
    sigma: value("sigma"),
    tau: value("tau"),
    halfLifeDays: Math.min(HALF_LIFE_DAYS.longest, Math.max(HALF_LIFE_DAYS.shortest, value("halfLifeDays"))),
    sdMessage: value("sdMessage"),
    sdAudience: value("sdAudience"),
    sdRater: value("sdRater"),
    grandMean,
    grandSd,
  };
}

/** A point and the value there. */
type Corner = { x: readonly number[]; value: number };

/**
 * The lowest point that the simplex method of Nelder and Mead (1965) finds from the origin: first simplex 0 and
 * 0 + step·e_j; it stops when the values differ by less than `spread`, or after `evaluations`. Moves: reflection 1,
 * expansion 2, contraction ½, shrinking ½. NaN counts as the highest value. Source: EFFECTIVENESS.md §5.
 */
function minimise(
  f: (x: readonly number[]) => number,
  dimensions: number,
  { step, spread, evaluations }: { step: number; spread: number; evaluations: number },
): Corner {
  let used = 0;
  const corner = (x: readonly number[]): Corner => {
    used += 1;
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const origin = Array<number>(dimensions).fill(0);
  let simplex = [origin, ...origin.map((_, j) => origin.map((_, i) => (i === j ? step : 0)))].map(corner);
  simplex.sort(byValue);
  while (used < evaluations && valueAt(simplex, -1) - valueAt(simplex, 0) > spread) {
    simplex = nextSimplex(simplex, corner).sort(byValue);
  }
  return simplex[0] ?? corner(origin);
}

function byValue(a: Corner, b: Corner): number {
  return a.value - b.value;
}

function valueAt(simplex: readonly Corner[], index: number): number {
  return simplex.at(index)?.value ?? Number.POSITIVE_INFINITY;
}

function nextSimplex(simplex: readonly Corner[], corner: (x: readonly number[]) => Corner): Corner[] {
  const kept = simplex.slice(0, -1);
  const worst = simplex.at(-1) ?? corner([]);
  const centre = worst.x.map((_, i) => kept.reduce((sum, { x }) => sum + (x[i] ?? 0), 0) / kept.length);
  const along = (factor: number) => corner(centre.map((c, i) => c + factor * ((worst.x[i] ?? 0) - c)));
  const reflected = along(-1);
  if (reflected.value < valueAt(simplex, 0)) {
    const expanded = along(-2);
    return [...kept, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < valueAt(kept, -1)) return [...kept, reflected];
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted];
  const best = simplex[0] ?? worst;
  return [
    best,
    ...simplex.slice(1).map(({ x }) => corner(x.map((value, i) => ((best.x[i] ?? 0) + value) / 2))),
  ];
}
