const SERIES_BELOW = 2.5;
const TINY = 1e-300;

/** z such that a normal value lies within mean ± z sd in 90 of 100 cases. Source: EFFECTIVENESS.md, head. */
export const Z90 = 1.6448536269514722;

/** Density of the standard normal distribution at `x`. Any finite number. */
export function standardNormalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal value is at most `x`, good to 1e-14. Any number; ±Infinity give 1 and 0.
 * Source: EFFECTIVENESS.md §12: a series for |x| < 2.5 in units of erfc, a continued fraction beyond.
 */
export function standardNormalProbability(x: number): number {
  return 0.5 * complementaryError(-x / Math.SQRT2);
}

function complementaryError(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (x === Number.NEGATIVE_INFINITY) return 2;
  if (Math.abs(x) < SERIES_BELOW) return 1 - errorBySeries(x);
  return x > 0 ? tailByFraction(x) : 2 - tailByFraction(-x);
}

/** erf x = 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms of one sign, so nothing cancels. */
function errorBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc x = exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))), evaluated forwards by Lentz's method. */
function tailByFraction(x: number): number {
  let value = x;
  let c = x;
  let d = 0;
  for (let n = 1; n < 500; n += 1) {
    const a = n / 2;
    d = 1 / (x + a * d || TINY);
    c = x + a / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) <= Number.EPSILON) break;
  }
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * value);
}
