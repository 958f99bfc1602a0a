import { type StanceReading, stanceOn } from "#app/campaign/audiences/stances/stance.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { Figure } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { JudgedReading } from "./judged-objective.ts";

/**
 * The reading of a message with an audience, or over all (null), from the campaign's report: the level with its likely
 * range and the number of ratings. Null where nobody has rated, or the report does not tell of the pair.
 * Source: EFFECTIVENESS.md §4 and §6.
 */
export function readingOfReception(
  report: Pick<ReceptionReport, "messages" | "rows" | "byMessage">,
  { messageId, audienceId }: { messageId: string; audienceId: string | null },
): JudgedReading | null {
  const figure = figureIn(report, messageId, audienceId);
  if (figure === undefined || figure.lastDay === null) return null;
  const { mean, lower, upper, notes, lastDay, verdict } = figure;
  const range = { lower, upper };
  const readOn = dateOfDay(lastDay);
  return { value: mean, range, n: notes, times: null, readOn, note: verdict, isComputed: true };
}

function figureIn(
  { messages, rows, byMessage }: Pick<ReceptionReport, "messages" | "rows" | "byMessage">,
  messageId: string,
  audienceId: string | null,
): Figure | undefined {
  if (audienceId === null) return byMessage.find(({ message }) => message.id === messageId)?.figure;
  const at = messages.findIndex(({ id }) => id === messageId);
  return rows.find(({ audience }) => audience.id === audienceId)?.figures[at];
}

/** The reading of an audience's stance, 1 to 5: its latest, said to have lapsed after 90 days; null where it is not known. */
export function readingOfStance(readings: readonly StanceReading[], day: CalendarDate): JudgedReading | null {
  const standing = stanceOn(readings, day);
  if (standing.state === "no reading" || standing.state === "not known") return null;
  const value = standing.state === "known" ? standing.stance : standing.last;
  const note = standing.state === "known" ? "" : "Lapsed: a new reading is needed";
  return { value, range: null, n: null, times: null, readOn: standing.readOn, note, isComputed: true };
}

/** The reading of how often something came since the baseline: the baseline and the count. Nought is a reading too, of `day`. */
export function readingOfCount(
  { count, lastOn }: { count: number; lastOn: CalendarDate | null },
  baseline: number,
  day: CalendarDate,
): JudgedReading {
  const note = count === 0 ? "None received" : "";
  return {
    value: baseline + count,
    range: null,
    n: null,
    times: null,
    readOn: lastOn ?? day,
    note,
    isComputed: true,
  };
}

/** The reading of in how many meetings something was raised, in percent with its likely range; null without a meeting. */
export function readingOfShare({
  times,
  meetings,
  lastOn,
}: {
  times: number;
  meetings: number;
  lastOn: CalendarDate | null;
}): JudgedReading | null {
  if (meetings === 0 || lastOn === null) return null;
  const { lower, upper } = shareRange(times, meetings);
  return {
    value: (100 * times) / meetings,
    range: { lower: 100 * lower, upper: 100 * upper },
    n: meetings,
    times,
    readOn: lastOn,
    note: "",
    isComputed: true,
  };
}

/**
 * The likely range of a share seen `times` in `of` cases: the middle 90 % of Jeffreys' Beta(times + ½, of − times + ½),
 * with 0 below where it was never seen and 1 above where it always was. Whole numbers, 0 ≤ times ≤ of, of ≥ 1; throws
 * otherwise. Four of six give 0.341 to 0.896. Source: Brown, Cai and DasGupta 2001, Interval Estimation for a Binomial
 * Proportion, Statistical Science 16, 101–133, section 3.
 */
export function shareRange(times: number, of: number): { lower: number; upper: number } {
  if (!Number.isInteger(times) || !Number.isInteger(of) || times < 0 || times > of || of < 1)
    throw new RangeError(`No share: ${times} of ${of}`);
  const [a, b] = [times + 0.5, of - times + 0.5];
  return {
    lower: times === 0 ? 0 : betaQuantile(0.05, a, b),
    upper: times === of ? 1 : betaQuantile(0.95, a, b),
  };
}

const HALVINGS = 60;

/** The point below which a Beta(a, b) value lies with probability `p`, by halving. */
function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (betaProbability(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The probability that a Beta(a, b) value is at most `x`, by the continued fraction of the incomplete beta function.
 * Source: Abramowitz and Stegun 26.5.8, evaluated by Lentz's method (Press et al., Numerical Recipes, section 6.4).
 */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return (front * continuedFraction(x, a, b)) / a;
}

const TINY = 1e-300;

function continuedFraction(x: number, a: number, b: number): number {
  const kept = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return fraction;
}

/** The logarithm of the gamma function for x ≥ ½: shifted up by its recurrence, then Stirling's series. Source: Abramowitz and Stegun 6.1.15, 6.1.41. */
function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
  );
}
