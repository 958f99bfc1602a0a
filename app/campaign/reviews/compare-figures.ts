import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { type ComparisonWord, comparisonWord } from "#app/method/comparison.ts";
import { type Figure, levelInDigits } from "#app/method/figure.ts";
import { standardNormalProbability } from "#app/method/normal-distribution.ts";
import { counted, lowered } from "#app/text/in-words.ts";

/** A message with an audience, or over all of them, in two reviews; null where one of them does not have it. */
export type FigureInTwo = {
  message: number;
  audience: string;
  before: Figure | null;
  after: Figure | null;
};

/**
 * Every figure that either review has: each message over all audiences, then each pair, in the order of the later review
 * with what only the earlier has at the end. Messages and audiences are the same where their records are.
 */
export function figuresInTwo(before: ReceptionReport, after: ReceptionReport): FigureInTwo[] {
  const earlier = figuresById(before);
  const later = figuresById(after);
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  const all = keys.flatMap((key) => {
    const known = later.get(key) ?? earlier.get(key);
    if (known === undefined) return [];
    const { message, audience } = known;
    return [
      { message, audience, before: earlier.get(key)?.figure ?? null, after: later.get(key)?.figure ?? null },
    ];
  });
  return all.filter((one) => (one.before?.notes ?? 0) > 0 || (one.after?.notes ?? 0) > 0);
}

export const ALL_AUDIENCES = "all audiences";

function figuresById({ messages, rows, byMessage }: ReceptionReport) {
  const overAll = byMessage.map(
    ({ message, figure }) =>
      [message.id, { message: message.number, audience: ALL_AUDIENCES, figure }] as const,
  );
  const pairs = rows.flatMap(({ audience, figures }) =>
    messages.flatMap((message, at) => {
      const figure = figures[at];
      const about = { message: message.number, audience: audience.name };
      return figure === undefined ? [] : [[`${message.id} ${audience.id}`, { ...about, figure }] as const];
    }),
  );
  return new Map<string, { message: number; audience: string; figure: Figure }>([...overAll, ...pairs]);
}

/**
 * How likely the later figure lies on the side of the earlier one on which it stands, 0.5 to 1, as if the two were
 * independent. They share meetings, so their errors go the same way and the true chance is rather higher: this claims
 * less than could be known. Source: EFFECTIVENESS.md §7, with the covariance left out.
 */
export function chanceOfDifference(before: Figure, after: Figure): number {
  const difference = Math.abs(after.mean - before.mean);
  if (difference === 0) return 0.5;
  return standardNormalProbability(difference / Math.sqrt(before.variance + after.variance));
}

/** Whether two figures read the same: word, level as it is shown, and number of ratings. */
export function readsTheSame({ before, after }: FigureInTwo): boolean {
  if (before === null || after === null) return false;
  return (
    before.verdict === after.verdict &&
    before.notes === after.notes &&
    levelInDigits(before.mean) === levelInDigits(after.mean)
  );
}

const SURE: Readonly<Record<ComparisonWord, (side: string) => string>> = {
  "almost surely": (side) => `it is almost surely ${side}`,
  probably: (side) => `it is probably ${side}`,
  "slightly more likely": (side) => `it is slightly more likely than not to be ${side}`,
  "cannot tell": () => "we cannot tell whether the level differs",
};

/**
 * "Message 2 with House Armed Services: Badly received, was Mixed; −1.1, was −0.2; it is probably lower": the difference of two
 * figures, how sure, and never what brought it about. Source: DOMAIN.md, rule 4.
 */
export function differenceInWords({ message, audience, before, after }: FigureInTwo): string {
  const where = `Message ${message} ${audience === ALL_AUDIENCES ? "across all audiences" : `with ${audience}`}`;
  if (before === null || before.notes === 0) {
    if (after === null) return `${where}: in neither`;
    return `${where}: first heard since; ${after.verdict}, ${levelInDigits(after.mean)}, ${counted(after.notes, "rating")}`;
  }
  if (after === null)
    return `${where}: no longer counted; it was ${lowered(before.verdict)}, ${levelInDigits(before.mean)}`;
  const word =
    before.verdict === after.verdict ? after.verdict : `${after.verdict}, was ${lowered(before.verdict)}`;
  const levels = `${levelInDigits(after.mean)}, was ${levelInDigits(before.mean)}`;
  const now = counted(after.notes, "rating");
  const ratings = before.notes === after.notes ? now : `${now}, was ${before.notes}`;
  const side = after.mean < before.mean ? "lower" : "higher";
  const sure = SURE[comparisonWord(chanceOfDifference(before, after))](side);
  return `${where}: ${word}; ${levels}; ${ratings}; ${sure}`;
}

/** What differs, a changed word first, then the larger difference. */
export function differencesTold(figures: readonly FigureInTwo[]): FigureInTwo[] {
  return figures.filter((one) => !readsTheSame(one)).toSorted((one, other) => rank(other) - rank(one));
}

function rank({ before, after }: FigureInTwo): number {
  if (before === null || after === null || before.notes === 0) return 20;
  return (before.verdict === after.verdict ? 0 : 10) + Math.abs(after.mean - before.mean);
}
