import type { DatedStance, OutreachGround } from "#app/campaign/next-outreach/ranking-input.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

type Plain = { contact: string; message: number; total: number; pGood: number };

/** EFFECTIVENESS.md §10 once more, pair by pair and without any of the product's formulas. */
export function plainRanking({ day, sigma, messages, rows, contacts }: OutreachGround): Plain[] {
  const pairs: Plain[] = [];
  for (const contact of contacts)
    for (const [at, message] of messages.entries()) {
      const row = rows.find(({ audience }) => audience.id === contact.audienceId);
      const cell = row?.figures[at];
      if (row === undefined || cell === undefined || message.standing !== "in use") continue;
      const others = messages.flatMap((other, index) => {
        const figure = row.figures[index];
        return index === at || other.standing !== "in use" || figure === undefined ? [] : [figure.mean];
      });
      const stance =
        stanceOf(contact.readings, row.readings, day) ?? stanceOf(row.readings, row.readings, day) ?? 3;
      const met =
        contact.lastContactOn === null ? Number.POSITIVE_INFINITY : daysBetween(contact.lastContactOn, day);
      const heard = contact.heardOn[message.id];
      const repeated = heard !== undefined && daysBetween(heard, day) <= 90;
      const w =
        ((4 - row.audience.priority) / 3) *
        (row.influence / 5) *
        open(stance) *
        (1 - 2 ** (-met / 45)) *
        (repeated ? 0.5 : 1);
      const learn = row.plannedMeetings * 0.3 * gradient(cell, others, sigma);
      const pGood = 1 - phi((0.5 - cell.mean) / Math.sqrt(cell.variance + sigma ** 2));
      pairs.push({ contact: contact.id, message: message.number, total: w * cell.mean + learn, pGood });
    }
  return pairs.sort((a, b) => b.total - a.total || (a.contact < b.contact ? -1 : 1) || a.message - b.message);
}

/** The normal distribution of all readings and the day at once, by Gaussian elimination: no filter. */
function stanceOf(
  readings: readonly DatedStance[],
  around: readonly DatedStance[],
  day: CalendarDate,
): number | null {
  if (readings.length === 0) return null;
  const mean = around.length === 0 ? 3 : around.reduce((sum, { stance }) => sum + stance, 0) / around.length;
  const alike = (a: CalendarDate, b: CalendarDate) => 0.64 * 2 ** (-Math.abs(daysBetween(a, b)) / 365);
  const rows = readings.map((one, i) => [
    ...readings.map((other, j) => alike(one.readOn, other.readOn) + (i === j ? 0.36 : 0)),
    one.stance - mean,
  ]);
  const weights = solve(rows);
  return mean + readings.reduce((sum, one, i) => sum + alike(one.readOn, day) * (weights[i] ?? 0), 0);
}

function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) {
      if (i === j) continue;
      const times = (rows[j]?.[i] ?? 0) / (rows[i]?.[i] ?? 1);
      rows[j] = (rows[j] ?? []).map((value, k) => value - times * (rows[i]?.[k] ?? 0));
    }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

function open(stance: number): number {
  const points = [
    [1, 0.1],
    [2, 0.5],
    [3, 1],
    [4, 0.7],
    [5, 0.2],
  ] as const;
  for (const [at, [from, low]] of points.entries()) {
    const [to, high] = points[at + 1] ?? [from, low];
    if (stance >= from && stance <= to)
      return to === from ? low : low + ((stance - from) / (to - from)) * (high - low);
  }
  return stance < 1 ? 0.1 : 0.2;
}

/** What the best mean is expected to rise by after one more rating, by Simpson's rule. */
function gradient(
  cell: { mean: number; variance: number },
  others: readonly number[],
  sigma: number,
): number {
  if (others.length === 0) return 0;
  const rival = Math.max(...others);
  const step = cell.variance / Math.sqrt(cell.variance + sigma ** 2);
  // Below the kink the rival stays the best; above it the integrand is smooth, so Simpson's rule is exact enough.
  const kink = Math.min(9, Math.max(-9, (rival - cell.mean) / step));
  const slices = 2000;
  const width = (9.5 - kink) / slices;
  let sum = 0;
  for (let at = 0; at <= slices; at += 1) {
    const z = kink + at * width;
    const times = at === 0 || at === slices ? 1 : at % 2 === 1 ? 4 : 2;
    sum += times * (cell.mean + step * z - rival) * Math.exp((-z * z) / 2);
  }
  const best = rival + (sum * width) / 3 / Math.sqrt(2 * Math.PI);
  return best - Math.max(cell.mean, rival);
}

/** Phi by its Taylor series about 0; for the arguments that a scale of −2..2 gives. */
function phi(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n += 1) {
    term *= (-x * x) / (2 * n);
    sum += term / (2 * n + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}
