/** A point and the value there. */
export type Corner = { x: readonly number[]; value: number };

/**
 * The lowest point that the simplex method of Nelder and Mead (1965) finds from the origin: first simplex 0 and
 * 0 + step·e_j; it stops when the values differ by less than `spread`, or after `evaluations`. Moves: reflection 1,
 * expansion 2, contraction ½, shrinking ½. NaN counts as the highest value. Source: EFFECTIVENESS.md §5.
 */
export function minimise(
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
