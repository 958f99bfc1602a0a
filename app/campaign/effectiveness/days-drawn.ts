const MOST_POINTS = 60;
const WEEK = 7;

/**
 * The days on which a course over time is drawn, as whole days since 1970: whole weeks from `first`, at most about 60,
 * and `last` itself, past which nothing is drawn. The same first day gives the same days tomorrow, but for the last.
 * Source: DESIGN.md, section 3 (over time: never extrapolated past today).
 */
export function daysDrawn(first: number, last: number): number[] {
  if (first >= last) return [last];
  const weeks = Math.ceil((last - first) / WEEK / MOST_POINTS);
  const step = WEEK * Math.max(1, weeks);
  const days = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step);
  return [...days, last];
}
