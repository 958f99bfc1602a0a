import type { Difference } from "./comparison.ts";
import { standardNormalProbability } from "./normal-distribution.ts";

const POINTS = 64;

/** What is smaller changes no digit of a chance. */
const NO_CHANCE = 1e-20;

/**
 * About how likely each of the cells `asked` for is to be the best of all, treated as independent, by 64-point
 * Gauss-Hermite of the product of Phi((x − mu_j)/sd_j) over the others. Source: EFFECTIVENESS.md §7.
 */
export function chancesOfBeingBest(
  cells: readonly Difference[],
  asked: readonly number[] = [...cells.keys()],
): number[] {
  const ordered = [...cells.keys()].toSorted((a, b) => (cells[b]?.mean ?? 0) - (cells[a]?.mean ?? 0));
  const all = ordered.map((at) => {
    const { mean, variance } = cells[at] ?? { mean: 0, variance: 1 };
    return { at, mean, sd: Math.sqrt(variance) };
  });
  return asked.map((own) => {
    const { mean, variance } = cells[own] ?? { mean: 0, variance: 1 };
    return hermiteNodes().reduce((sum, { node, weight }) => {
      if (weight < NO_CHANCE) return sum;
      const x = mean + Math.SQRT2 * Math.sqrt(variance) * node;
      let beaten = 1;
      for (const other of all) {
        if (other.at !== own) beaten *= standardNormalProbability((x - other.mean) / other.sd);
        if (beaten < NO_CHANCE) return sum;
      }
      return sum + (weight / Math.sqrt(Math.PI)) * beaten;
    }, 0);
  });
}

type HermiteNode = { node: number; weight: number };
let knownNodes: readonly HermiteNode[] | null = null;

/** Roots of the 64th Hermite polynomial by bisection between sign changes of its normalised form, with weights. */
function hermiteNodes(): readonly HermiteNode[] {
  knownNodes ??= rootsOfHermite(POINTS).map((node) => ({ node, weight: hermiteWeight(node) }));
  return knownNodes;
}

/** Orthonormal Hermite functions h_n without their exponential: stable up to high orders. */
function hermite(order: number, x: number): number {
  let previous = 0;
  let value = Math.PI ** -0.25;
  for (let n = 0; n < order; n += 1) {
    const next = x * Math.sqrt(2 / (n + 1)) * value - Math.sqrt(n / (n + 1)) * previous;
    previous = value;
    value = next;
  }
  return value;
}

function hermiteWeight(node: number): number {
  return 1 / (POINTS * hermite(POINTS - 1, node) ** 2);
}

function rootsOfHermite(order: number): number[] {
  const edge = Math.sqrt(2 * order + 1);
  const steps = 40 * order;
  const roots: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const left = -edge + (2 * edge * step) / steps;
    const right = -edge + (2 * edge * (step + 1)) / steps;
    if (hermite(order, left) * hermite(order, right) < 0)
      roots.push(bisect((x) => hermite(order, x), left, right));
  }
  return roots;
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  let [left, right] = [from, to];
  const sign = Math.sign(f(left));
  for (let step = 0; step < 80; step += 1) {
    const middle = (left + right) / 2;
    if (Math.sign(f(middle)) === sign) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}
