import { blocksOf, type Footnote, SECTIONS, type TalkingPoints } from "./talking-points.ts";

export type NumberedFootnote = { number: number; footnote: Footnote };

/**
 * The footnotes of a paper, numbered from 1 by first mention in reading order. A proof point cited twice keeps
 * its first number.
 */
export function numberFootnotes(paper: TalkingPoints): readonly NumberedFootnote[] {
  const cited = SECTIONS.flatMap((section) => blocksOf(paper, section)).flatMap((block) => block.footnotes);
  const first = new Map<string, Footnote>();
  for (const footnote of cited) {
    if (!first.has(footnote.proofPointId)) first.set(footnote.proofPointId, footnote);
  }
  return [...first.values()].map((footnote, index) => ({ number: index + 1, footnote }));
}

/** The numbers under which the given footnotes stand in the paper, in the order in which they are cited. */
export function footnoteNumbers(
  numbered: readonly NumberedFootnote[],
  cited: readonly Footnote[],
): readonly number[] {
  return cited.flatMap((footnote) =>
    numbered.filter((one) => one.footnote.proofPointId === footnote.proofPointId).map((one) => one.number),
  );
}

/** A proof point is stale from the day after its review date; `today` is a date like 2026-11-24. */
export function isStale(footnote: Footnote, today: string): boolean {
  return footnote.reviewBy !== null && footnote.reviewBy < today;
}

/** A footnote in one line, word for word as it was cleared: claim, figures, date, edition, then sources. */
export function footnoteText(footnote: Footnote): string {
  const dated = [footnote.figures, `as of ${footnote.asOf}`, footnote.edition].filter((part) => part !== "");
  const sources = footnote.sources.map((source) => [source.title, source.address].filter(Boolean).join(", "));
  return `${footnote.claim} (${dated.join("; ")}) Sources: ${sources.join("; ")}.`;
}
