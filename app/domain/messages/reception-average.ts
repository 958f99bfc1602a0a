/** What one audience's meetings add up to for one message: receptions −2..+2, how many, the newest day. */
export type ReceptionCell = { n: number; total: number; lastOn: string };

/** A plain average with its honesty: how many receptions it rests on, and the day of the newest. */
export type ReceptionAverage = { average: number; n: number; lastOn: string };

/**
 * The plain average of all receptions (−2 rejected to +2 endorsed), each counting once, without any weight and without
 * a verdict; null where there is none. Source: DOMAIN.md, rule 3.
 */
export function receptionAverage(cells: readonly ReceptionCell[]): ReceptionAverage | null {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return null;
  const total = cells.reduce((sum, cell) => sum + cell.total, 0);
  const lastOn = cells.reduce((last, cell) => (cell.lastOn > last ? cell.lastOn : last), "");
  return { average: total / n, n, lastOn };
}
