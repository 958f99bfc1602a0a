import { formatFigure } from "#app/text/figures.ts";
import { citedCodes } from "#app/text/marks.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import {
  type Block,
  blocksInOrder,
  type Footnote,
  type FootnoteSource,
  type TalkingPoints,
} from "./paper.ts";

export type NumberedFootnote = { number: number; footnote: Footnote };

/** Footnotes of a text in the order of their mention: those whose mark stands in it, then the others as they were. */
export function footnotesByMention(text: string, footnotes: readonly Footnote[]): readonly Footnote[] {
  if (!text.includes("[^")) return footnotes;
  const codes = citedCodes(text);
  const marked = codes.flatMap((code) => footnotes.filter((footnote) => footnote.code === code));
  return [...marked, ...unmarkedFootnotes({ text, footnotes })];
}

/** The footnotes of a block that have no mark in its text: their numbers stand at its end. */
export function unmarkedFootnotes({
  text,
  footnotes,
}: Pick<Block, "text" | "footnotes">): readonly Footnote[] {
  if (!text.includes("[^")) return footnotes;
  const codes = citedCodes(text);
  return footnotes.filter((footnote) => !codes.includes(footnote.code));
}

/**
 * The footnotes of a paper, numbered from 1 by first mention in reading order. A proof point cited twice keeps
 * its first number.
 */
export function numberFootnotes(paper: TalkingPoints): readonly NumberedFootnote[] {
  const first = new Map<string, Footnote>();
  for (const footnote of blocksInOrder(paper).flatMap((block) => block.footnotes)) {
    if (!first.has(footnote.proofPointId)) first.set(footnote.proofPointId, footnote);
  }
  return [...first.values()].map((footnote, index) => ({ number: index + 1, footnote }));
}

/** The numbers under which the given footnotes stand in the paper, each once and in order. */
export function footnoteNumbers(
  numbered: readonly NumberedFootnote[],
  cited: readonly Footnote[],
): readonly number[] {
  const isCited = (one: Footnote) => cited.some(({ proofPointId }) => proofPointId === one.proofPointId);
  return numbered.filter(({ footnote }) => isCited(footnote)).map(({ number }) => number);
}

/** A proof point is stale from the day after its review date; `today` is a date like 2026-11-24. */
export function isStale(footnote: Footnote, today: CalendarDate): boolean {
  return footnote.reviewBy !== null && footnote.reviewBy < today;
}

/** The sources of a footnote in one line, as they are printed. */
export function sourcesText(footnote: Footnote): string {
  return footnote.sources.map(sourceText).join("; ");
}

/** All of a footnote that is cleared with the text, in one line: claim, figures, date, edition, sources. */
export function footnoteText(footnote: Footnote): string {
  const figures = footnote.figures.map(formatFigure);
  const dated = [...figures, `as of ${formatAsOf(footnote.asOf)}`, footnote.edition ?? ""];
  return `${footnote.claim} (${dated.filter(Boolean).join("; ")}) ${sourcesText(footnote)}`;
}

function sourceText({ title, publisher, publishedOn, address }: FootnoteSource): string {
  const published = publishedOn === null ? "" : formatAsOf(publishedOn);
  return [title, publisher, published, address].filter(Boolean).join(", ");
}
